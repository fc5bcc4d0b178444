package io.cofferdam.access.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value and where it stands in its text.
public sealed interface Json {

  Position at();

  /// A line and a column, both counted from 1.
  record Position(int line, int column) {
    @Override
    public String toString() {
      return "line " + line + ", column " + column;
    }
  }

  /// An object; members in the order of the text.
  record Members(Map<String, Json> map, Position at) implements Json {
    public Optional<Json> get(String name) {
      return Optional.ofNullable(map.get(name));
    }
  }

  record Items(List<Json> list, Position at) implements Json {}

  record Text(String value, Position at) implements Json {}

  /// A number, as written.
  record Numeral(String value, Position at) implements Json {}

  record Bool(boolean value, Position at) implements Json {}

  record Null(Position at) implements Json {}

  /// The text of a scalar, as a policy compares it; empty for objects, arrays and null.
  default Optional<String> scalar() {
    return switch (this) {
      case Text(String value, Position at) -> Optional.of(value);
      case Numeral(String value, Position at) -> Optional.of(value);
      case Bool(boolean value, Position at) -> Optional.of(Boolean.toString(value));
      case Members m -> Optional.empty();
      case Items i -> Optional.empty();
      case Null n -> Optional.empty();
    };
  }

  /// The kind in the words of an error message.
  default String kind() {
    return switch (this) {
      case Text t -> "a string";
      case Numeral n -> "a number";
      case Bool b -> "a boolean";
      case Members m -> "an object";
      case Items i -> "an array";
      case Null n -> "null";
    };
  }
}
