package io.cofferdam.access.azure.storage;

import java.util.Optional;

/// Read, write and execute permissions.
///
/// @param bits read 4, write 2, execute 1
public record Rwx(int bits) {
  public static final Rwx NONE = new Rwx(0);
  public static final Rwx ALL = new Rwx(7);
  public static final int READ = 4;
  public static final int WRITE = 2;
  public static final int EXECUTE = 1;

  public Rwx {
    bits = bits & 7;
  }

  /// From the short form, such as `r-x`.
  public static Optional<Rwx> parse(String text) {
    if (text.length() != 3) {
      return Optional.empty();
    }
    int bits = 0;
    for (int i = 0; i < 3; i++) {
      char c = text.charAt(i);
      if (c == "rwx".charAt(i)) {
        bits |= READ >> i;
      } else if (c != '-') {
        return Optional.empty();
      }
    }
    return Optional.of(new Rwx(bits));
  }

  public boolean has(int wanted) {
    return (bits & wanted) == wanted;
  }

  public Rwx and(Rwx other) {
    return new Rwx(bits & other.bits);
  }

  public Rwx or(Rwx other) {
    return new Rwx(bits | other.bits);
  }
}
