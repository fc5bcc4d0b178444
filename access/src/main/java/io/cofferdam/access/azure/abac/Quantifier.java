package io.cofferdam.access.azure.abac;

import java.util.Locale;
import java.util.Optional;

/// How the values on the two sides of a comparison are paired (Microsoft Learn,
/// "conditions-format", Cross product comparison operators).
public enum Quantifier {
  /// One value on each side.
  SINGLE(false, false),
  FOR_ANY_OF_ANY_VALUES(false, false),
  FOR_ALL_OF_ANY_VALUES(true, false),
  FOR_ANY_OF_ALL_VALUES(false, true),
  FOR_ALL_OF_ALL_VALUES(true, true);

  private final boolean allLeft;
  private final boolean allRight;

  Quantifier(boolean allLeft, boolean allRight) {
    this.allLeft = allLeft;
    this.allRight = allRight;
  }

  /// Whether every value on the left must satisfy the comparison.
  boolean allLeft() {
    return allLeft;
  }

  /// Whether it must be satisfied against every value on the right.
  boolean allRight() {
    return allRight;
  }

  static Optional<Quantifier> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "foranyofanyvalues" -> Optional.of(FOR_ANY_OF_ANY_VALUES);
      case "forallofanyvalues" -> Optional.of(FOR_ALL_OF_ANY_VALUES);
      case "foranyofallvalues" -> Optional.of(FOR_ANY_OF_ALL_VALUES);
      case "forallofallvalues" -> Optional.of(FOR_ALL_OF_ALL_VALUES);
      default -> Optional.empty();
    };
  }
}
