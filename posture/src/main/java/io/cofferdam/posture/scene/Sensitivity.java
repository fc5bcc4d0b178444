package io.cofferdam.posture.scene;

import java.util.Locale;
import java.util.Optional;

/// The class of what a resource holds, the least sensitive first.
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  CONFIDENTIAL,
  RESTRICTED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A class by the words in use; empty where the word is none of them.
  public static Optional<Sensitivity> of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "public", "open" -> Optional.of(PUBLIC);
      case "internal" -> Optional.of(INTERNAL);
      case "confidential", "personal", "pii", "sensitive" -> Optional.of(CONFIDENTIAL);
      case "restricted", "secret", "highly-confidential" -> Optional.of(RESTRICTED);
      default -> Optional.empty();
    };
  }
}
