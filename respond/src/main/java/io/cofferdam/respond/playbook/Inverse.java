package io.cofferdam.respond.playbook;

/// How a step is undone when the run goes back.
public sealed interface Inverse {
  /// By the act itself, which knows what it changed.
  record ByAct() implements Inverse {}

  /// By a person.
  ///
  /// @param words what is to be done
  record ByHand(String words) implements Inverse {}

  /// It cannot be undone, or need not be.
  ///
  /// @param why in a sentence
  record None(String why) implements Inverse {}
}
