package io.cofferdam.access.aws.policy;

import java.util.Collection;

/// Tells at once that a text is not in a set; when it says "maybe" the set itself is asked. One
/// read of memory instead of the several that a hash set needs, for the thousands of statements
/// that do not match.
final class HashFilter {
  private final int[] table;
  private final boolean zero;

  HashFilter(Collection<String> texts) {
    int size = Integer.highestOneBit(Math.max(1, texts.size()) * 4);
    table = new int[size];
    boolean anyZero = false;
    for (String text : texts) {
      int hash = text.hashCode();
      anyZero |= hash == 0;
      int at = slot(hash);
      while (table[at] != 0 && table[at] != hash) {
        at = (at + 1) & (size - 1);
      }
      table[at] = hash;
    }
    zero = anyZero;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & (table.length - 1);
  }

  boolean maybe(String text) {
    int hash = text.hashCode();
    if (hash == 0) {
      return zero;
    }
    int at = slot(hash);
    while (table[at] != 0) {
      if (table[at] == hash) {
        return true;
      }
      at = (at + 1) & (table.length - 1);
    }
    return false;
  }
}
