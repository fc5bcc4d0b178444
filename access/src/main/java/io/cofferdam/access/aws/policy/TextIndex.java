package io.cofferdam.access.aws.policy;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds texts among few or hundreds with as few reads of memory as possible: most statements do
/// not match, and a decision passes thousands of them.
final class TextIndex {
  private final int[] hashes;
  private final @Nullable String[] texts;

  TextIndex(Collection<String> all) {
    int size = Integer.highestOneBit(Math.max(1, all.size())) * 4;
    hashes = new int[size];
    texts = new @Nullable String[size];
    for (String text : all) {
      int at = slot(text.hashCode());
      while (texts[at] != null) {
        at = (at + 1) & (size - 1);
      }
      hashes[at] = text.hashCode();
      texts[at] = text;
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & (hashes.length - 1);
  }

  /// Where the text stands in the index; -1 when it is not there.
  int find(String text) {
    int hash = text.hashCode();
    for (int at = slot(hash); ; at = (at + 1) & (hashes.length - 1)) {
      if (hashes[at] == hash) {
        String there = texts[at];
        if (there != null && there.equals(text)) {
          return at;
        }
      }
      if (hashes[at] == 0 && texts[at] == null) {
        return -1;
      }
    }
  }

  /// How many places [#find] can tell.
  int places() {
    return hashes.length;
  }
}
