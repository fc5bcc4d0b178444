package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;

/// How much working out a template may take: a few lines of aliases and functions can stand for
/// gigabytes, and a chain of names for more calls than a stack holds.
final class Room {
  /// What functions and aliases may come to, in characters; AWS takes templates of at most 1 MB.
  static final int CHARACTERS = 32 << 20;

  private static final int OF_A_NODE = 16;
  private static final int STEPS = 200;

  private long left = CHARACTERS;
  private int deep;

  /// Takes as much as a tree is.
  ///
  /// @return whether that was left
  boolean take(JsonNode tree) {
    take(tree.isTextual() ? tree.asText().length() : 0);
    for (var child : tree) {
      if (!take(child)) {
        return false;
      }
    }
    return left >= 0;
  }

  /// The same for a text of some length.
  boolean take(long characters) {
    left -= OF_A_NODE + characters;
    return left >= 0;
  }

  /// One step further in; false where that is too far. Each is followed by [#leave()].
  boolean enter() {
    deep++;
    return deep <= STEPS;
  }

  void leave() {
    deep--;
  }
}
