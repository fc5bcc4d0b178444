package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.Worded;

/// Where a run stands. From each of them both going on and going back work, as far as there is
/// anything left to go on or back.
public enum RunPhase implements Worded {
  /// It can go on at once.
  RUNNING,
  /// It waits for people or for a time.
  WAITING,
  /// Nothing but a person who says on or back moves it.
  STOPPED,
  /// It came to its end.
  ENDED,
  /// Steps are being undone.
  GOING_BACK,
  /// It waits for people to undo something.
  BACK_WAITING,
  /// Undoing stopped.
  BACK_STOPPED,
  /// Everything was undone that can be.
  BACK
}
