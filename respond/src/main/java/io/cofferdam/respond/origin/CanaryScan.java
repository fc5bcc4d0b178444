package io.cofferdam.respond.origin;

import io.cofferdam.model.datamap.Canary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Looks for planted records in leaked text by their hashes alone.
///
/// Each window of a canary's length is hashed, so the cost is one SHA-256 per code point and
/// distinct length. Windows that start or end with white space are skipped: a canary is trimmed.
/// First the windows at edges of words and lines are tried, which finds a canary that stands by
/// itself, then, as far as [#MAX_HASHES] reach, all others.
final class CanaryScan {
  static final long MAX_HASHES = 60_000_000;

  /// @param found canaries that stand in the text; `whole` whether every window was tried
  record Result(List<Canary> found, boolean whole) {
    Result {
      found = List.copyOf(found);
    }
  }

  private final Map<String, Canary> byHash = new HashMap<>();
  private final Set<Integer> lengths = new LinkedHashSet<>();
  private final MessageDigest sha = sha();
  private final Set<Canary> found = new LinkedHashSet<>();
  private long hashes;

  CanaryScan(List<Canary> canaries) {
    for (var canary : canaries) {
      byHash.put(canary.sha256().toLowerCase(Locale.ROOT), canary);
      if (canary.length() > 0) {
        lengths.add(canary.length());
      }
    }
  }

  Result scan(List<int[]> texts) {
    boolean whole = true;
    for (boolean atEdges : new boolean[] {true, false}) {
      for (var text : texts) {
        for (int length : lengths) {
          whole &= scan(text, length, atEdges);
        }
      }
    }
    return new Result(new ArrayList<>(found), whole);
  }

  private boolean scan(int[] text, int length, boolean atEdges) {
    for (int from = 0; from + length <= text.length; from++) {
      if (hashes >= MAX_HASHES) {
        return false;
      }
      boolean edge =
          (from == 0 || !isWord(text[from - 1]))
              && (from + length == text.length || !isWord(text[from + length]));
      if (edge == atEdges
          && !Character.isWhitespace(text[from])
          && !Character.isWhitespace(text[from + length - 1])) {
        look(text, from, length);
      }
    }
    return true;
  }

  private static boolean isWord(int point) {
    return Character.isLetterOrDigit(point) || point == '_' || point == '-';
  }

  private void look(int[] text, int from, int length) {
    hashes++;
    byte[] bytes = new String(text, from, length).getBytes(StandardCharsets.UTF_8);
    var canary = byHash.get(HexFormat.of().formatHex(sha.digest(bytes)));
    if (canary != null && canary.length() == length) {
      found.add(canary);
    }
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
