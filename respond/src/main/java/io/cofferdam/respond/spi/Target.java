package io.cofferdam.respond.spi;

import java.util.SortedMap;
import java.util.TreeMap;

/// What an act is aimed at.
///
/// @param account 12 digits (AWS), or the subscription
/// @param region where it lies, or empty
/// @param names the parts that name it, by the act's own words: `bucket` and its name
public record Target(String account, String region, SortedMap<String, String> names) {
  public Target {
    names = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /// One of its names.
  ///
  /// @throws IllegalArgumentException when the target has no such name
  public String name(String word) {
    var name = names.get(word);
    if (name == null) {
      throw new IllegalArgumentException("the target names no " + word);
    }
    return name;
  }
}
