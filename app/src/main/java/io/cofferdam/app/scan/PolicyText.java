package io.cofferdam.app.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// An IAM policy, statement by statement.
public final class PolicyText {
  private final ObjectNode policy = JsonNodeFactory.instance.objectNode();
  private final ArrayNode statements;

  public PolicyText() {
    policy.put("Version", "2012-10-17");
    statements = policy.putArray("Statement");
  }

  /// Allows actions on resources.
  public PolicyText allow(String sid, Collection<String> actions, List<String> resources) {
    var statement = statements.addObject();
    statement.put("Sid", sid);
    statement.put("Effect", "Allow");
    var list = statement.putArray("Action");
    new TreeSet<>(actions).forEach(list::add);
    if (resources.size() == 1) {
      statement.put("Resource", resources.getFirst());
    } else {
      resources.forEach(statement.putArray("Resource")::add);
    }
    return this;
  }

  /// Denies an action on resources, whatever else allows it.
  public PolicyText deny(String sid, String action, List<String> resources) {
    var statement = statements.addObject();
    statement.put("Sid", sid);
    statement.put("Effect", "Deny");
    statement.put("Action", action);
    resources.forEach(statement.putArray("Resource")::add);
    return this;
  }

  @Override
  public String toString() {
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(policy);
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree can be written", impossible);
    }
  }
}
