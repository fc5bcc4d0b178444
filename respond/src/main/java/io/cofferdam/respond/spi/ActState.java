package io.cofferdam.respond.spi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// All that an act touches or goes by, as read at one time. A part that is not there has no member,
/// so that two states can be compared field by field.
///
/// @param fields not to be changed
public record ActState(ObjectNode fields) {
  /// The member whose content is needed for the next call and changes with each: a lock token. It
  /// tells nothing of what is so, and is never compared.
  public static final String TOKENS = "tokens";

  public ActState {
    fields = fields.deepCopy();
  }

  /// What two states are compared by: all but their tokens.
  public ObjectNode compared() {
    return fields.deepCopy().without(TOKENS);
  }

  /// What stands at a place (RFC 6901); missing where nothing does.
  public JsonNode at(String pointer) {
    return fields.at(JsonPointer.compile(pointer));
  }

  /// This state with other content at a place.
  ///
  /// @param value missing to take the member away
  public ActState with(String pointer, JsonNode value) {
    var changed = fields.deepCopy();
    var path = JsonPointer.compile(pointer);
    var name = path.last().getMatchingProperty();
    if (value instanceof MissingNode) {
      if (changed.at(path.head()) instanceof ObjectNode parent) {
        parent.remove(name);
      }
    } else {
      changed.withObject(path.head(), JsonNode.OverwriteMode.ALL, true).set(name, value.deepCopy());
    }
    return new ActState(changed);
  }
}
