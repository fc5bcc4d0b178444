package io.cofferdam.respond.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A closed set whose members are written in lower case with dashes.
public interface Worded {
  String name();

  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The member of a word.
  static <E extends Enum<E> & Worded> Optional<E> named(Class<E> set, String word) {
    return Arrays.stream(set.getEnumConstants())
        .filter(each -> each.word().equals(word))
        .findFirst();
  }

  /// All words of a set, in its order.
  static <E extends Enum<E> & Worded> List<String> words(Class<E> set) {
    return Arrays.stream(set.getEnumConstants()).map(Worded::word).toList();
  }
}
