package io.cofferdam.app.scan.report;

import io.cofferdam.posture.remedy.Comparison;
import io.cofferdam.posture.remedy.PolicyChange;
import io.cofferdam.posture.remedy.PolicyChange.Side;
import java.util.stream.Collectors;

/// What mending a finding closes and whom it cuts off, in a line.
public final class ComparisonWords {
  private ComparisonWords() {}

  /// Empty where nothing was compared.
  public static String of(Comparison comparison) {
    return switch (comparison) {
      case Comparison.NotMade _ -> "";
      case Comparison.Made(var change) ->
          change.what() + "; closes " + closes(change.closes()) + "; " + cutsOff(change);
    };
  }

  private static String closes(Side side) {
    return switch (side.answer()) {
      case "yes" -> side.request();
      case "no" -> "nothing that another account may ask";
      default -> "what is not known (" + side.request() + ")";
    };
  }

  private static String cutsOff(PolicyChange change) {
    if (change.cutsOff().isEmpty()) {
      return "cuts off nobody whom the policy names";
    }
    return "cuts off "
        + change.cutsOff().stream()
            .map(
                each ->
                    each.answer().equals("yes")
                        ? each.request()
                        : "perhaps, not known: " + each.request())
            .collect(Collectors.joining("; "));
  }
}
