package io.cofferdam.respond.playbook.run;

/// Carries out acts for a playbook. Each answer may be lost, and the same asked again.
///
/// INVARIANT: under one key an act has its effect once; asked again it says how that ended. Only
/// when it was undone can the same key have its effect anew, after another plan.
public interface ActPort {
  /// Reads and proposes; changes nothing.
  Planning plan(ActOrder order);

  /// Carries out the plan that people consented to, or goes on with it; also where undoing it was
  /// begun and not brought to its end.
  ///
  /// @param planHash of that plan
  /// @param request the id of the consent on the case, to be checked again
  Doing act(ActOrder order, String planHash, String request);

  /// Undoes what was done under this key, or goes on with it; what was never begun is undone.
  Undoing back(ActOrder order);

  /// It is not done by this process, and nothing is put on record: another one is to do it.
  ///
  /// @param why and how it can be done, for people
  record NotHere(String why) implements Planning, Doing, Undoing {}

  /// What came of planning.
  sealed interface Planning {
    /// There is a plan.
    ///
    /// @param hash SHA-256 of its canonical form, 64 hexadecimal digits
    /// @param summary it in a sentence
    /// @param approvals how many people it asks for
    record Planned(String hash, String summary, int approvals) implements Planning {}

    /// There is no plan, such as when the proof fails.
    record Refused(String why) implements Planning {}

    /// It is so already: nothing is to be done or undone.
    record Needless(String why) implements Planning {}

    /// The program cannot do it: a person does.
    record ByHand(String why) implements Planning {}
  }

  /// What came of carrying out.
  sealed interface Doing {
    /// It is done and proved.
    record Done(String words) implements Doing {}

    /// It stopped half way; going on and going back are both possible.
    record Halted(String why) implements Doing {}

    /// Nothing was done: the consent does not hold, or the state is another than planned for.
    record Refused(String why) implements Doing {}
  }

  /// What came of undoing.
  sealed interface Undoing {
    /// Everything is undone that can be.
    record Undone(String words) implements Undoing {}

    /// It stopped half way, and can be tried again.
    record Halted(String why) implements Undoing {}
  }
}
