package io.cofferdam.respond.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes a few texts out of a JSON object without building a tree of it; calls are read by the
/// million. Text that is no JSON object holds none. Of a key that stands twice the last one counts.
public final class TopFields {
  private static final JsonFactory JSON = new JsonFactory();

  private TopFields() {}

  /// The texts of one field: its own, or those that lie directly in its list or object.
  ///
  /// @param most of a list at most so many
  public static List<String> texts(String json, String field, int most) {
    var texts = new ArrayList<String>();
    try (var parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return List.of();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var wanted = parser.currentName().equals(field);
        var value = parser.nextToken();
        if (wanted) {
          texts.clear();
          take(parser, value, texts, most);
        } else {
          parser.skipChildren();
        }
      }
      return texts;
    } catch (IOException notJson) {
      return List.of();
    }
  }

  private static void take(JsonParser parser, JsonToken value, List<String> texts, int most)
      throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      texts.add(parser.getText());
    } else if (value.isStructStart()) {
      for (var each = parser.nextToken(); !each.isStructEnd(); each = parser.nextToken()) {
        if (each == JsonToken.VALUE_STRING && texts.size() < most) {
          texts.add(parser.getText());
        }
        parser.skipChildren();
      }
    }
  }

  /// One text of each of some inner objects.
  ///
  /// @param fields the inner object's name and the name of its field
  /// @return by the inner object's name; no entry where it is missing or no single value
  public static Map<String, String> inner(String json, Map<String, String> fields) {
    var found = new HashMap<String, String>();
    try (var parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var object = parser.currentName();
        var wanted = fields.get(object);
        var value = parser.nextToken();
        if (wanted == null || value != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        found.remove(object);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          var hit = parser.currentName().equals(wanted);
          if (parser.nextToken().isScalarValue() && hit) {
            found.put(
                object, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
          }
          parser.skipChildren();
        }
      }
      return found;
    } catch (IOException notJson) {
      return Map.of();
    }
  }
}
