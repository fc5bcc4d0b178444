package io.cofferdam.access.aws.symbolic;

import java.util.ArrayList;
import java.util.List;

/// A statement about a request, put together from tests by "and" and "or"; negation stands at the
/// tests alone.
public sealed interface Formula {

  record All(List<Formula> parts) implements Formula {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Formula> parts) implements Formula {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// One test that must come out as wanted.
  ///
  /// @param origin where it comes from, e.g. `statement 2 ("AllowRead")`
  record Is(Test test, boolean wanted, String origin) implements Formula {}

  /// True of every request.
  static Formula always() {
    return new All(List.of());
  }

  /// True of none.
  static Formula never() {
    return new Any(List.of());
  }

  static Formula all(List<Formula> parts) {
    List<Formula> kept = new ArrayList<>(parts.size());
    for (Formula part : parts) {
      if (part instanceof Any any && any.parts().isEmpty()) {
        return part;
      }
      if (part instanceof All(List<Formula> inner)) {
        kept.addAll(inner);
      } else {
        kept.add(part);
      }
    }
    return kept.size() == 1 ? kept.get(0) : new All(kept);
  }

  static Formula any(List<Formula> parts) {
    List<Formula> kept = new ArrayList<>(parts.size());
    for (Formula part : parts) {
      if (part instanceof All all && all.parts().isEmpty()) {
        return part;
      }
      if (part instanceof Any(List<Formula> inner)) {
        kept.addAll(inner);
      } else {
        kept.add(part);
      }
    }
    return kept.size() == 1 ? kept.get(0) : new Any(kept);
  }

  default Formula and(Formula other) {
    return all(List.of(this, other));
  }

  default Formula or(Formula other) {
    return any(List.of(this, other));
  }

  default Formula not() {
    return switch (this) {
      case All(List<Formula> parts) -> any(parts.stream().map(Formula::not).toList());
      case Any(List<Formula> parts) -> all(parts.stream().map(Formula::not).toList());
      case Is(Test test, boolean wanted, String origin) -> new Is(test, !wanted, origin);
    };
  }
}
