package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import java.util.ArrayList;
import java.util.List;

/// Puts what was found into outcomes.
final class Told {
  /// Lines that a reader takes in.
  private static final int MOST = 25;

  private Told() {}

  /// What an account allows and should not, with what may still forbid it.
  static Outcome violated(ScanEstate estate, String account, String why, List<String> witness) {
    return new Outcome.Violated(
        why + estate.caveat(account).map(each -> " (" + each + ")").orElse(""), shortened(witness));
  }

  /// The first lines, and how many there are beyond.
  static List<String> shortened(List<String> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, MOST));
    some.add("and " + (lines.size() - MOST) + " more");
    return some;
  }

  /// `1 principal`, `3 principals`.
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
