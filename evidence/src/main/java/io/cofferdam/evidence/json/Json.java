package io.cofferdam.evidence.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A JSON value with exactly one text: members sorted by UTF-16 code unit, no white space, whole
/// numbers within ±(2^53 - 1) only (RFC 8785, which for such values needs no number formatting).
public sealed interface Json {
  record Text(String value) implements Json {}

  record Whole(long value) implements Json {
    static final long LARGEST = (1L << 53) - 1;

    public Whole {
      if (value > LARGEST || value < -LARGEST) {
        throw new IllegalArgumentException("beyond 2^53 - 1");
      }
    }
  }

  record Truth(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }
  }

  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /// The member of that name when it is a text.
    public Optional<String> text(String name) {
      return members.get(name) instanceof Text(var value) ? Optional.of(value) : Optional.empty();
    }

    /// The member of that name when it is a whole number of zero or more.
    public Optional<Long> count(String name) {
      return members.get(name) instanceof Whole(var value) && value >= 0
          ? Optional.of(value)
          : Optional.empty();
    }

    /// The items of the member of that name when it is an array.
    public Optional<List<Json>> items(String name) {
      return members.get(name) instanceof Array(var items) ? Optional.of(items) : Optional.empty();
    }
  }

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(long value) {
    return new Whole(value);
  }

  static Json texts(List<String> values) {
    return new Array(values.stream().map(Json::of).toList());
  }

  /// The one canonical text of this value.
  default String canonical() {
    var out = new StringBuilder();
    CanonicalWriter.write(this, out);
    return out.toString();
  }

  /// The UTF-8 bytes of [#canonical()].
  default byte[] canonicalBytes() {
    return canonical().getBytes(StandardCharsets.UTF_8);
  }
}
