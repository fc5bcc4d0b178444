package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Requests in words.
public final class Words {
  private static final Set<String> FOLLOWING =
      Set.of(
          "aws:principalaccount",
          "aws:principaltype",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:resourceaccount",
          "s3:resourceaccount",
          "aws:username");

  private Words() {}

  /// A request in one line: who, what, on which resource, with which keys beyond those that
  /// follow from these.
  public static String of(DecisionRequest request) {
    String keys =
        request.context().present().entrySet().stream()
            .filter(entry -> !FOLLOWING.contains(entry.getKey()))
            .filter(entry -> !repeatsTheCaller(request, entry))
            .map(entry -> entry.getKey() + " = " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; "));
    return request.principal().name()
        + " "
        + request.action()
        + " "
        + request.resource()
        + (keys.isEmpty() ? "" : " with " + keys);
  }

  private static boolean repeatsTheCaller(
      DecisionRequest request, Map.Entry<String, List<String>> entry) {
    return entry.getKey().equals("aws:principalarn")
        && request
            .principal()
            .principalArn()
            .map(List::of)
            .orElse(List.of())
            .equals(entry.getValue());
  }

  static String allowed(DecisionRequest request, String caller) {
    return caller + " is allowed: " + of(request);
  }
}
