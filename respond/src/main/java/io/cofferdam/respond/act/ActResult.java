package io.cofferdam.respond.act;

import java.util.List;

/// How acting or going back ended.
public sealed interface ActResult {
  /// All steps are made, and the state proves it.
  record Contained(List<String> cuts) implements ActResult {}

  /// All steps are made, but it is not proved that they contain; going back stays possible.
  record Unverified(List<String> why) implements ActResult {}

  /// It stopped at a step; going on and going back are both possible.
  record Halted(int step, String why) implements ActResult {}

  /// Nothing was done: not approved, expired, or not from where the act stands.
  record Refused(String why) implements ActResult {}

  /// Nothing was done: the state is not the one that was planned for.
  ///
  /// @param differences place, what was planned for, what the plan would make of it, what is
  record Changed(List<String> differences) implements ActResult {}

  /// Nothing more was done: somebody else is at work on this act.
  record Outpaced() implements ActResult {}

  /// Everything was undone that could be.
  ///
  /// @param differences places where the state is not as it was before
  record WentBack(List<String> differences) implements ActResult {}
}
