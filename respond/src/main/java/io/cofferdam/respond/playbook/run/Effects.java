package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.respond.playbook.run.PlaybookEvent.StopReason;
import java.util.Map;

/// Does what a run asks for outside of its case, and says what is to be put on record of it.
///
/// @param carriesOut whether the program carries out the acts of the run; where not, people do
record Effects(ActPort acts, boolean carriesOut) {
  private static final int LINE = 280;

  /// What came of it.
  sealed interface Came {
    /// It ended, in one way or another.
    record Told(PlaybookEvent event) implements Came {}

    /// It is left to another process.
    record Left(String why) implements Came {}
  }

  Came of(Next.Effect effect) {
    return switch (effect) {
      case Next.Effect.Plan it ->
          planned(it.instance(), carriesOut ? acts.plan(it.order()) : byHand(it.order()));
      case Next.Effect.Act it ->
          done(it.instance(), acts.act(it.order(), it.planHash(), it.request()));
      case Next.Effect.Back it -> undone(it.instance(), acts.back(it.order()));
    };
  }

  private static ActPort.Planning byHand(ActOrder order) {
    return new ActPort.Planning.ByHand(
        "carry out " + order.act() + " on " + String.join(" ", order.target().names().values()));
  }

  private static Came planned(String instance, ActPort.Planning planning) {
    return switch (planning) {
      case ActPort.Planning.Planned it ->
          told(
              new PlaybookEvent.Planned(
                  instance, it.hash(), line(it.summary()), it.approvals(), false));
      case ActPort.Planning.ByHand it ->
          told(new PlaybookEvent.Planned(instance, "", line(it.why()), 1, true));
      case ActPort.Planning.Needless it -> done(instance, "nothing to do: " + it.why());
      case ActPort.Planning.Refused it -> stopped(instance, StopReason.ACT_REFUSED, it.why());
      case ActPort.NotHere it -> new Came.Left(it.why());
    };
  }

  private static Came done(String instance, ActPort.Doing doing) {
    return switch (doing) {
      case ActPort.Doing.Done it -> done(instance, it.words());
      case ActPort.Doing.Halted it -> stopped(instance, StopReason.ACT_HALTED, it.why());
      case ActPort.Doing.Refused it -> stopped(instance, StopReason.ACT_REFUSED, it.why());
      case ActPort.NotHere it -> new Came.Left(it.why());
    };
  }

  private static Came undone(String instance, ActPort.Undoing undoing) {
    return switch (undoing) {
      case ActPort.Undoing.Undone it ->
          told(new PlaybookEvent.BackSettled(instance, false, line(it.words())));
      case ActPort.Undoing.Halted it -> stopped(instance, StopReason.BACK_HALTED, it.why());
      case ActPort.NotHere it -> new Came.Left(it.why());
    };
  }

  private static Came done(String instance, String words) {
    return told(new PlaybookEvent.Settled(instance, Outcome.DONE, line(words), Map.of()));
  }

  private static Came stopped(String instance, StopReason reason, String why) {
    return told(new PlaybookEvent.Stopped(instance, reason, line(why)));
  }

  private static Came told(PlaybookEvent event) {
    return new Came.Told(event);
  }

  /// What comes from a cloud may hold anything.
  private static String line(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
    return plain.length() <= LINE
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LINE / 2)) + " ...";
  }
}
