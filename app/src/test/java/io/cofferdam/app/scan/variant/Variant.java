package io.cofferdam.app.scan.variant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One account with one thing planted.
///
/// @param control the id of the control that it is planted for
/// @param how what was done, in a few words
/// @param truth what is so
/// @param at the id or name of the resource that is judged; empty where it is the only one
/// @param regions the regions that are read
/// @param answers by call (`s3 GetBucketPolicy Bucket=a @eu-west-1`; parameters and region where
///     they tell calls apart) the body of the answer
/// @param denied calls, named in the same way, that are refused
/// @param map the data map, or missing
/// @param reviews when each resource was reviewed last; missing where there is no ledger
public record Variant(
    String control,
    String how,
    Truth truth,
    String at,
    List<String> regions,
    Map<String, JsonNode> answers,
    Set<String> denied,
    JsonNode map,
    JsonNode reviews) {
  public Variant {
    regions = List.copyOf(regions);
    answers = Map.copyOf(answers);
    denied = Set.copyOf(denied);
  }

  /// What is so of a variant, and the outcome that says it.
  public enum Truth {
    /// It violates the control.
    FAULT("faults", "Violated"),
    /// It looks like a fault and the control is met.
    QUIET("quiet", "Met"),
    /// It looks like a fault, and the control is not about it.
    OUTSIDE("outside", "NotApplicable"),
    /// What was told does not decide it.
    OPEN("open", "Undetermined");

    private final String key;
    private final String outcome;

    Truth(String key, String outcome) {
      this.key = key;
      this.outcome = outcome;
    }

    String key() {
      return key;
    }

    String outcome() {
      return outcome;
    }
  }

  @Override
  public String toString() {
    return control + ": " + how;
  }
}
