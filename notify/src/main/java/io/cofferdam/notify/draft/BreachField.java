package io.cofferdam.notify.draft;

import io.cofferdam.model.scope.Bounds;
import java.util.Optional;

/// One field of the breach record.
///
/// @param id stable name within the record
/// @param label what it is, for a reader
/// @param citation the part of Art 33(3) it serves, or empty where it only helps the reader
/// @param value the text; empty while to be determined
/// @param bounds the numbers behind it, for a quantity
public record BreachField(
    String id,
    String label,
    String citation,
    FieldStatus status,
    String value,
    Optional<Bounds> bounds) {

  static BreachField known(String id, String label, String citation, String value) {
    return value.isBlank()
        ? new BreachField(id, label, citation, FieldStatus.TO_BE_DETERMINED, "", Optional.empty())
        : new BreachField(id, label, citation, FieldStatus.EXACT, value.strip(), Optional.empty());
  }

  static BreachField number(String id, String label, String citation, Bounds bounds) {
    return new BreachField(
        id, label, citation, FieldStatus.of(bounds), words(bounds), Optional.of(bounds));
  }

  /// The field's text, with what is unknown marked so that nobody overlooks it.
  public String shown() {
    return switch (status) {
      case EXACT -> value;
      case APPROXIMATE -> value + " (approximate)";
      case CANNOT_BE_DETERMINED ->
          "[CANNOT BE DETERMINED: " + label + (value.isEmpty() ? "" : "; " + value) + "]";
      case TO_BE_DETERMINED ->
          "[TO BE DETERMINED: " + label + (value.isEmpty() ? "" : "; so far " + value) + "]";
    };
  }

  static String words(Bounds bounds) {
    if (bounds.exact()) {
      return Long.toString(bounds.atLeast());
    }
    if (!bounds.bounded()) {
      return bounds.atLeast() == 0 ? "" : "at least " + bounds.atLeast();
    }
    return "at least "
        + bounds.atLeast()
        + ", estimated "
        + bounds.estimate()
        + ", at most "
        + bounds.atMost();
  }
}
