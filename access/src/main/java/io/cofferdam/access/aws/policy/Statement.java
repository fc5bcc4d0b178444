package io.cofferdam.access.aws.policy;

import io.cofferdam.access.json.Json.Position;
import java.util.List;

/// One statement of a policy.
///
/// @param number counted from 1 within its document
/// @param sid the statement id, or empty
public record Statement(
    int number,
    String sid,
    Effect effect,
    PrincipalElement principal,
    ActionElement action,
    ResourceElement resource,
    List<Condition> conditions,
    Position at) {
  public Statement {
    conditions = List.copyOf(conditions);
  }

  /// How a person finds it: `statement 2 ("AllowRead")`.
  public String name() {
    return "statement " + number + (sid.isEmpty() ? "" : " (\"" + sid + "\")");
  }
}
