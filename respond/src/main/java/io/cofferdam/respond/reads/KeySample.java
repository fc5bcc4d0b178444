package io.cofferdam.respond.reads;

import java.util.regex.Pattern;

/// An object's key fit to be shown: cut short, and without what looks like a person's data.
final class KeySample {
  private static final int LONGEST = 80;
  private static final Pattern ADDRESS = Pattern.compile("[^/\\s]{1,256}@[^/\\s]{1,256}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{7,}");

  private KeySample() {}

  static String of(String key) {
    var cut = key.length() > 512 ? key.substring(0, 512) : key;
    var plain = DIGITS.matcher(ADDRESS.matcher(cut).replaceAll("[address]")).replaceAll("[number]");
    plain = plain.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }
}
