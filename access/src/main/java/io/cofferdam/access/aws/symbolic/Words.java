package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.Because;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicyLayer;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Statement;
import java.util.ArrayList;
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

  /// Which statements let a request in, and how it meets their conditions.
  static List<String> why(Decision decision, DecisionRequest request) {
    List<String> lines = new ArrayList<>();
    for (Because because : decision.because()) {
      boolean ofCaller = because.layer() == PolicyLayer.IDENTITY;
      if (ofCaller || because.layer() == PolicyLayer.SESSION) {
        continue;
      }
      String met =
          because.source().map(Statement::conditions).orElse(List.of()).stream()
              .map(condition -> met(condition, request))
              .collect(Collectors.joining("; "));
      lines.add(because.sentence() + (met.isEmpty() ? "" : ": " + met));
    }
    return lines;
  }

  private static String met(Condition condition, DecisionRequest request) {
    List<String> values = request.context().present().getOrDefault(condition.key(), List.of());
    return new Test.OfCondition(condition).words()
        + (values.isEmpty()
            ? " holds without the key"
            : " holds for `" + String.join("`, `", values) + "`");
  }
}
