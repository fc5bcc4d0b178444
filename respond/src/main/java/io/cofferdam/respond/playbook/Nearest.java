package io.cofferdam.respond.playbook;

import java.util.Collection;

/// Finds the name that somebody may have meant.
public final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /// `did you mean ...?`, or empty where nothing is near.
  public static String of(String word, Collection<String> known) {
    var best = "";
    int least = Math.max(2, word.length() / 4) + 1;
    for (var each : known) {
      int distance =
          each.length() > LONGEST || word.length() > LONGEST ? least : distance(word, each);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best.isEmpty() ? "" : "did you mean `" + best + "`?";
  }

  private static int distance(String left, String right) {
    var row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
