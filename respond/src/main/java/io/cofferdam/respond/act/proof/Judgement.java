package io.cofferdam.respond.act.proof;

import java.util.List;

/// What one claim came to.
///
/// @param what what is changed
/// @param verdict how it came out
/// @param words the witness, or why it is so
/// @param cuts whom the change stops, one line each
public record Judgement(String what, Verdict verdict, String words, List<String> cuts) {
  public Judgement {
    cuts = List.copyOf(cuts);
  }

  /// How a claim came out.
  public enum Verdict {
    /// The change closes what it is meant to and opens nothing.
    PROVED,
    /// Nothing is opened, and there was nothing to close.
    UNCHANGED,
    /// The engine could not decide all of it.
    UNKNOWN,
    /// What was to be closed is still open afterwards.
    STILL_OPEN,
    /// Something is allowed afterwards that was not before.
    OPENS,
    /// Something is no longer written down or kept that was before.
    LOSES,
    /// We, or somebody whom the shop named, would not get in any more.
    LOCKS_OUT
  }
}
