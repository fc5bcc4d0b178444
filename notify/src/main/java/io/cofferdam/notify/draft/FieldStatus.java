package io.cofferdam.notify.draft;

import io.cofferdam.model.scope.Bounds;

/// How well a field of the breach record is known.
public enum FieldStatus {
  EXACT("exact"),
  APPROXIMATE("approximate"),
  /// The inputs cannot answer it, and no further input that we know of would.
  CANNOT_BE_DETERMINED("cannot be determined"),
  TO_BE_DETERMINED("to be determined");

  private final String words;

  FieldStatus(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// Equal ends are exact, finite ends approximate; without an upper end it is to be determined.
  public static FieldStatus of(Bounds bounds) {
    if (bounds.exact()) {
      return EXACT;
    }
    return bounds.bounded() ? APPROXIMATE : TO_BE_DETERMINED;
  }
}
