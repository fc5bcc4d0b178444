package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.Worded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened in one run of a playbook. An instance is one place of the run: the steps that led
/// into it and its own, as in `parallel--secure.1/action--copy-logs`.
public sealed interface PlaybookEvent {
  /// The run begins.
  ///
  /// @param documents the playbook and those it calls, as canonical JSON: a run goes on with these,
  ///     whatever becomes of the files
  /// @param values told from the beginning, by variable
  /// @param acts whether the program carries out acts; where not, people do
  record Started(List<String> documents, Map<String, String> values, boolean acts)
      implements PlaybookEvent {
    public Started {
      documents = List.copyOf(documents);
      values = Map.copyOf(values);
    }
  }

  /// A step waits before it begins.
  record Delayed(String instance, Instant until) implements PlaybookEvent {}

  /// A condition was decided.
  ///
  /// @param branch `true`, `false`, or the case
  record Decided(String instance, String branch) implements PlaybookEvent {}

  /// An act was planned.
  ///
  /// @param hash of the plan that people are to consent to
  /// @param approvals how many people the plan asks for
  /// @param byHand whether a person carries it out, as the program cannot
  record Planned(String instance, String hash, String summary, int approvals, boolean byHand)
      implements PlaybookEvent {}

  /// People are asked for consent.
  ///
  /// @param request its id on the case
  /// @param escalated whether it is asked the second time
  record GateAsked(String instance, String request, Instant expires, boolean escalated)
      implements PlaybookEvent {}

  record GatePassed(String instance, String request) implements PlaybookEvent {}

  /// A person is asked to do something.
  ///
  /// @param task its id on the case
  record Asked(String instance, String task) implements PlaybookEvent {}

  /// An act is about to be carried out.
  ///
  /// @param key the same whenever it is tried again
  record Begun(String instance, String key) implements PlaybookEvent {}

  /// A step came to its end.
  ///
  /// @param values that it told, by variable
  record Settled(String instance, Outcome outcome, String words, Map<String, String> values)
      implements PlaybookEvent {
    public Settled {
      values = Map.copyOf(values);
    }
  }

  /// The run stands still here until a person says on or back.
  record Stopped(String instance, StopReason reason, String words) implements PlaybookEvent {}

  /// A limit of law comes near, or has passed.
  ///
  /// @param step the step that is bound to it
  /// @param passed whether it has
  record ClockTold(String step, Instant due, boolean passed) implements PlaybookEvent {}

  /// A person says on, forward from wherever it stands, and may tell values.
  record WentOn(Map<String, String> values) implements PlaybookEvent {
    public WentOn {
      values = Map.copyOf(values);
    }
  }

  /// A person says back.
  record TurnedBack(String why) implements PlaybookEvent {}

  /// An act is about to be undone.
  record BackBegun(String instance) implements PlaybookEvent {}

  /// A person is asked to undo something.
  record BackAsked(String instance, String task) implements PlaybookEvent {}

  /// A step is undone, or stays as it is.
  record BackSettled(String instance, boolean stays, String words) implements PlaybookEvent {}

  /// Everything is undone that can be.
  record WentBack() implements PlaybookEvent {}

  /// The playbook came to its end.
  record Ended() implements PlaybookEvent {}

  /// The place it is about, where it is about one.
  default Optional<String> at() {
    return switch (this) {
      case Delayed it -> Optional.of(it.instance());
      case Decided it -> Optional.of(it.instance());
      case Planned it -> Optional.of(it.instance());
      case GateAsked it -> Optional.of(it.instance());
      case GatePassed it -> Optional.of(it.instance());
      case Asked it -> Optional.of(it.instance());
      case Begun it -> Optional.of(it.instance());
      case Settled it -> Optional.of(it.instance());
      case Stopped it -> Optional.of(it.instance());
      case BackBegun it -> Optional.of(it.instance());
      case BackAsked it -> Optional.of(it.instance());
      case BackSettled it -> Optional.of(it.instance());
      case Started _, ClockTold _, WentOn _, TurnedBack _, WentBack _, Ended _ -> Optional.empty();
    };
  }

  /// How a step ended.
  enum Outcome implements Worded {
    DONE,
    FAILED
  }

  /// Why a run stands still.
  enum StopReason implements Worded {
    /// A step failed and the playbook says nothing about it.
    STEP_FAILED,
    /// A condition or a choice cannot be decided from what is known.
    VALUE_UNKNOWN,
    /// A loop has run as often as it may.
    LOOP_BOUND,
    /// What must be secured before is not.
    EVIDENCE_MISSING,
    /// Nobody answered in time.
    GATE_EXPIRED,
    /// Somebody said no, or it can no longer be granted.
    GATE_REFUSED,
    /// The act cannot be planned, or its plan no longer fits.
    ACT_REFUSED,
    /// The act stopped half way.
    ACT_HALTED,
    /// Undoing an act stopped half way.
    BACK_HALTED
  }
}
