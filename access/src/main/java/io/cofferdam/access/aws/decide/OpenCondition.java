package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.Effect;
import java.util.List;

/// A part of a statement that cannot be decided because the value of a key is not told.
///
/// @param document which document of the layer, as in [Because#document]
/// @param statement the statement's name
/// @param effect what the statement would do if it applied
/// @param key the condition key, as the policy writes it
/// @param operator the condition operator, or `Resource` where the key is a policy variable of
///     that element
/// @param values what the key is compared with, or the resources that hold the variable
public record OpenCondition(
    PolicyLayer layer,
    String document,
    String statement,
    Effect effect,
    String key,
    String operator,
    List<String> values) {
  public OpenCondition {
    values = List.copyOf(values);
  }

  /// For a person.
  public String sentence() {
    return statement
        + " of the "
        + layer.words()
        + (document.isEmpty() ? "" : " (" + document + ")")
        + (effect == Effect.ALLOW ? " allows it if `" : " denies it if `")
        + key
        + "` satisfies "
        + operator
        + " "
        + values;
  }
}
