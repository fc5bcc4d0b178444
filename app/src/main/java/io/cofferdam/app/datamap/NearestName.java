package io.cofferdam.app.datamap;

import java.util.Collection;
import java.util.Optional;

/// Finds the known name that a mistyped one most likely meant (Levenshtein distance).
public final class NearestName {
  private NearestName() {}

  /// ` [did you mean `x`?]`, or the list of known names where none is near.
  static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map(best -> " [did you mean `" + best + "`?]")
        .orElseGet(() -> " [one of " + String.join(", ", known.stream().sorted().toList()) + "]");
  }

  /// The known name that is near, if one is.
  public static Optional<String> of(String name, Collection<String> known) {
    var best = "";
    var bestDistance = Math.max(2, name.length() / 3) + 1;
    for (var candidate : known) {
      var distance = distance(name, candidate, bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
