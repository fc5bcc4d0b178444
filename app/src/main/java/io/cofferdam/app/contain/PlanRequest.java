package io.cofferdam.app.contain;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is to be planned.
///
/// @param act the id of its kind: `aws.s3.close-bucket`
/// @param account 12 digits; empty: that of the credentials
/// @param names the words by which it is aimed, with their names
public record PlanRequest(
    String act, Optional<String> account, Optional<String> region, Map<String, String> names) {
  public PlanRequest {
    names = Map.copyOf(names);
  }

  /// Reads `NAME=VALUE` pairs.
  ///
  /// @throws CofferdamException CFD-APP-0164 where one is none, or a name comes twice
  public static Map<String, String> names(List<String> pairs) {
    Map<String, String> names = new TreeMap<>();
    for (var pair : pairs) {
      var split = pair.indexOf('=');
      if (split < 1 || names.put(pair.substring(0, split), pair.substring(split + 1)) != null) {
        throw new CofferdamException(
            "CFD-APP-0164",
            ErrorCategory.INVALID_INPUT,
            "`" + Plain.line(pair) + "` is no name of a target [NAME=VALUE, each once]",
            "as in bucket=shop-training; `contain acts` tells the names of each act");
      }
    }
    return names;
  }
}
