package io.cofferdam.posture.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What outsiders can do to a resource where a control is violated.
public enum Exposes {
  NOTHING,
  /// Read it, or use it: no harm where its data are public.
  READING,
  CHANGING;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Exposes> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
