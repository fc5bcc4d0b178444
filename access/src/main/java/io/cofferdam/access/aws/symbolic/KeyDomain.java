package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.model.time.Window;
import java.util.List;

/// The values a condition key can take in requests of one class of callers.
public sealed interface KeyDomain {

  /// One state for all of them.
  record Fixed(KeyState state) implements KeyDomain {}

  /// A text the caller chooses.
  ///
  /// @param optional whether the key may be absent
  /// @param several whether the key holds a set of values
  /// @param within every value matches all of these
  /// @param without and none of these
  record Chosen(boolean optional, boolean several, List<Pattern> within, List<Pattern> without)
      implements KeyDomain {}

  /// One of a few values.
  record OneOf(boolean optional, List<String> values) implements KeyDomain {}

  /// A decimal number from 0.
  record Numeric(boolean optional) implements KeyDomain {}

  /// A time; within the window where there is one.
  ///
  /// @param epoch whether written as seconds since 1970
  record Time(boolean optional, boolean epoch, Window window) implements KeyDomain {}

  /// A source address.
  ///
  /// @param optional whether the key may be absent
  /// @param broad whether the choice must extend over a network broader than /8 (IPv6: /32), so
  ///     that no condition fixes it
  record Network(boolean optional, boolean broad) implements KeyDomain {}

  /// Not in the caller's hands and not told: a property of the bucket, the object or its region.
  record Environment() implements KeyDomain {}
}
