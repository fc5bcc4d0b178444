package io.cofferdam.respond.spill;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Numbers for words that repeat (principals, addresses, stores), so that they are written once.
///
/// Memory is bounded: at most [#LIMIT] words of at most [#LONGEST] characters get a number, the
/// rest is written out in full.
final class WordTable {
  static final int LIMIT = 1 << 17;
  static final int LONGEST = 256;

  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable String> words = new AtomicReferenceArray<>(LIMIT);
  private final AtomicInteger next = new AtomicInteger();

  /// The word's number, or -1 when it has none.
  int number(String word) {
    var known = numbers.get(word);
    if (known != null) {
      return known;
    }
    if (word.length() > LONGEST || next.get() >= LIMIT) {
      return -1;
    }
    return numbers.computeIfAbsent(word, this::assign);
  }

  private Integer assign(String word) {
    int number = next.getAndIncrement();
    if (number >= LIMIT) {
      return -1;
    }
    words.set(number, word);
    return number;
  }

  String word(int number) {
    var word = words.get(number);
    if (word == null) {
      throw new IllegalStateException("no word " + number);
    }
    return word;
  }
}
