package io.cofferdam.drill.score;

import com.fasterxml.jackson.databind.JsonNode;

/// Bounds as a report gives them; a null `atMost` means that nothing limits the number.
record Interval(double atLeast, double estimate, double atMost) {
  static Interval of(JsonNode node) {
    return new Interval(
        node.path("atLeast").asDouble(0),
        node.path("estimate").asDouble(0),
        node.path("atMost").isNumber() ? node.path("atMost").asDouble() : Double.POSITIVE_INFINITY);
  }

  boolean contains(long value) {
    return atLeast <= value && value <= atMost;
  }

  /// Width in units of the truth; of 1 where the truth is zero.
  double widthTo(long value) {
    return (atMost - atLeast) / Math.max(1, value);
  }

  String text() {
    return "["
        + (long) atLeast
        + ", "
        + (Double.isInfinite(atMost) ? "unbounded" : (long) atMost)
        + "]";
  }
}
