package io.cofferdam.respond.act;

import io.cofferdam.respond.act.proof.Proof;
import java.util.List;

/// What planning came to.
public sealed interface Planned {
  /// A plan that may be put before those who approve.
  record Ready(ActPlan plan) implements Planned {}

  /// What the act would bring about is so already.
  record AlreadyContained(String words) implements Planned {}

  /// The act would open something, lock us out, or cannot be done to this target.
  ///
  /// @param proof what was found, or without lines where nothing was to be proved
  record Refused(String words, Proof proof) implements Planned {}

  /// The state could not be read.
  record Unread(List<String> why) implements Planned {
    public Unread {
      why = List.copyOf(why);
    }
  }
}
