package io.cofferdam.notify.rule;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Every mistake in every rule file, with file, line and column, told at once.
final class RuleProblems {
  private static final int SHOWN = 60;
  private static final int MAX = 200;

  private final List<String> found = new ArrayList<>();
  private int left;

  void add(String file, int line, int column, String text) {
    if (found.size() < MAX) {
      found.add(file + ":" + line + ":" + column + ": " + text);
    } else {
      left++;
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  /// The value as a message may show it: cut, on one line.
  static String shown(String value) {
    var oneLine = value.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() > SHOWN ? oneLine.substring(0, SHOWN) + "..." : oneLine;
  }

  /// The known name most like the given one, as ` [did you mean ...]`, else all of them.
  static String nearest(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String k) -> edits(name, k)).thenComparing(k -> k))
        .filter(k -> edits(name, k) <= Math.max(2, name.length() / 3))
        .map(k -> " [did you mean `" + k + "`?]")
        .orElseGet(() -> " [one of " + String.join(", ", known.stream().sorted().toList()) + "]");
  }

  private static int edits(String from, String to) {
    var cost = new int[to.length() + 1];
    for (int j = 0; j < cost.length; j++) {
      cost[j] = j;
    }
    for (int i = 0; i < Math.min(from.length(), SHOWN); i++) {
      int diagonal = cost[0];
      cost[0] = i + 1;
      for (int j = 0; j < to.length(); j++) {
        int replaced = diagonal + (from.charAt(i) == to.charAt(j) ? 0 : 1);
        diagonal = cost[j + 1];
        cost[j + 1] = Math.min(replaced, 1 + Math.min(cost[j], cost[j + 1]));
      }
    }
    return cost[to.length()];
  }

  void failIfAny() {
    if (any()) {
      var text = String.join("\n", found) + (left == 0 ? "" : "\nand " + left + " more");
      throw new CofferdamException(
          "CFD-NOTIFY-0002",
          ErrorCategory.INVALID_INPUT,
          text,
          "the shape of a rule file is in rule.schema.json beside the catalogue's index");
    }
  }
}
