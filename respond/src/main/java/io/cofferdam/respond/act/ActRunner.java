package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cofferdam.respond.act.ActEvent.How;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the steps of an approved plan, one after the other, and undoes them. It may be ended at
/// any moment and run again: what was done is read from the cloud, not remembered, so that nothing
/// is done twice and nothing is left out. One act at a time; for one thread.
public final class ActRunner {
  private final Act act;
  private final CloudCalls cloud;
  private final Prover prover;
  private final Clock clock;
  private final Pause pause;
  private final Turns turns;

  public ActRunner(
      Act act, CloudCalls cloud, ActJournal journal, Prover prover, Clock clock, Pause pause) {
    this.act = act;
    this.cloud = cloud;
    this.prover = prover;
    this.clock = clock;
    this.pause = pause;
    this.turns = new Turns(journal);
  }

  /// Makes the steps that are not made yet, then verifies.
  public ActResult act() {
    var record = turns.record();
    if (!record.phase().mayAct()) {
      return new ActResult.Refused("the act stands at " + record.phase());
    }
    var plan = record.plan().orElseThrow();
    var permit = record.approved().flatMap(approved -> ActPermit.of(plan, approved));
    if (permit.isEmpty()) {
      return new ActResult.Refused("the approval is not for this plan");
    }
    if (!clock.instant().isBefore(record.approved().orElseThrow().until())) {
      return new ActResult.Refused("the approval expired");
    }
    try {
      return steps(plan, permit.get());
    } catch (Turns.Outpaced other) {
      return new ActResult.Outpaced();
    }
  }

  private ActResult steps(ActPlan plan, ActPermit permit) throws Turns.Outpaced {
    var expected = plan.before();
    for (var i = 0; i < plan.steps().size(); i++) {
      var step = plan.steps().get(i);
      if (turns.record().settled(i).isEmpty()) {
        var stopped = step(plan, i, expected, permit);
        if (stopped.isPresent()) {
          return stopped.get();
        }
      }
      expected = StateWords.after(expected, step);
    }
    return switch (look(plan)) {
      case Looked.Unread(var why) ->
          halt(plan.steps().size() - 1, "the state could not be read: " + String.join("; ", why));
      case Looked.Read(var state) -> {
        turns.append(new ActEvent.Acted(clock.instant(), state));
        yield verified(plan, state);
      }
    };
  }

  private Optional<ActResult> step(ActPlan plan, int i, ActState expected, ActPermit permit)
      throws Turns.Outpaced {
    var step = plan.steps().get(i);
    if (!(look(plan) instanceof Looked.Read(var state))) {
      return Optional.of(halt(i, "the state could not be read"));
    }
    var begun = turns.record().begun(i);
    if (StateWords.holds(step, state)) {
      settle(i, begun ? How.MADE : How.ALREADY, step, state);
      return Optional.empty();
    }
    var changed = changed(plan, i, expected, state);
    if (!changed.isEmpty()) {
      return Optional.of(
          i == 0 && turns.record().untouched()
              ? new ActResult.Changed(changed)
              : halt(i, "somebody else changed it: " + String.join("; ", changed)));
    }
    var call = StateWords.filled(step.call().parameters(), state);
    if (call.isEmpty()) {
      return Optional.of(halt(i, "what the step needs is not there"));
    }
    if (!begun) {
      turns.append(new ActEvent.Begun(clock.instant(), i));
    }
    var made = new Making(cloud, pause, () -> look(plan)).make(step, call.get(), permit);
    return switch (made) {
      case Making.Made(var after) -> {
        settle(i, How.MADE, step, after);
        yield Optional.empty();
      }
      case Making.NotMade(var why) -> Optional.of(halt(i, why));
    };
  }

  /// The first step is for the state that was planned for, whole; a later one for what it touches.
  private List<String> changed(ActPlan plan, int i, ActState expected, ActState state) {
    if (i == 0 && turns.record().untouched()) {
      return Differences.sincePlanned(plan.before(), plan.after(), state);
    }
    List<String> changed = new ArrayList<>();
    for (var made : plan.steps().get(i).makes()) {
      var wanted = expected.at(made.pointer());
      if (!StateWords.holds(new Made(made.pointer(), wanted), state)) {
        changed.add(
            Differences.threeWay(made.pointer(), wanted, made.value(), state.at(made.pointer())));
      }
    }
    return changed;
  }

  private void settle(int i, How how, Step step, ActState state) throws Turns.Outpaced {
    turns.append(new ActEvent.Settled(clock.instant(), i, how, values(step, state)));
  }

  private static List<JsonNode> values(Step step, ActState state) {
    return step.makes().stream().map(Made::pointer).map(state::at).map(ActRunner::given).toList();
  }

  private static JsonNode given(JsonNode value) {
    return value.isMissingNode() ? NullNode.getInstance() : value;
  }

  private ActResult halt(int step, String why) throws Turns.Outpaced {
    turns.append(new ActEvent.Halted(clock.instant(), step, why));
    return new ActResult.Halted(step, why);
  }

  private Looked look(ActPlan plan) {
    return new Look(cloud, pause).at(act, plan.target());
  }

  /// Reads the state again and judges it, as after acting.
  public ActResult verify() {
    var record = turns.record();
    if (record.phase() != ActPhase.ACTED
        && record.phase() != ActPhase.CONTAINED
        && record.phase() != ActPhase.UNVERIFIED) {
      return new ActResult.Refused("the act stands at " + record.phase());
    }
    var plan = record.plan().orElseThrow();
    try {
      return switch (look(plan)) {
        case Looked.Unread(var why) -> checked(why, List.of());
        case Looked.Read(var state) -> verified(plan, state);
      };
    } catch (Turns.Outpaced other) {
      return new ActResult.Outpaced();
    }
  }

  private ActResult verified(ActPlan plan, ActState state) throws Turns.Outpaced {
    List<String> faults = new ArrayList<>();
    for (var step : plan.steps()) {
      if (!StateWords.holds(step, state)) {
        faults.add("not so any more: " + step.words());
      }
    }
    var proof = prover.judge(act.claims(plan.target(), plan.before(), state));
    if (!proof.allows()) {
      faults.add(proof.refusal());
    } else if (!proof.certain() && plan.proof().certain()) {
      faults.add("not proved");
    }
    return checked(faults, proof.cuts());
  }

  private ActResult checked(List<String> faults, List<String> cuts) throws Turns.Outpaced {
    turns.append(new ActEvent.Checked(clock.instant(), faults));
    return faults.isEmpty() ? new ActResult.Contained(cuts) : new ActResult.Unverified(faults);
  }

  /// Undoes the steps that were made, the last one first.
  public ActResult back() {
    var record = turns.record();
    if (!record.phase().mayGoBack()) {
      return new ActResult.Refused("the act stands at " + record.phase());
    }
    var plan = record.plan().orElseThrow();
    var permit = record.approved().flatMap(approved -> ActPermit.of(plan, approved));
    if (permit.isEmpty()) {
      return new ActResult.Refused("the approval is not for this plan");
    }
    try {
      for (var i = plan.steps().size() - 1; i >= 0; i--) {
        var stopped = undo(plan, i, permit.get());
        if (stopped.isPresent()) {
          return stopped.get();
        }
      }
      return switch (look(plan)) {
        case Looked.Unread(var why) -> backHalt(0, String.join("; ", why));
        case Looked.Read(var state) -> {
          var differences = Differences.of(plan.before(), state);
          turns.append(new ActEvent.WentBack(clock.instant(), differences));
          yield new ActResult.WentBack(differences);
        }
      };
    } catch (Turns.Outpaced other) {
      return new ActResult.Outpaced();
    }
  }

  private Optional<ActResult> undo(ActPlan plan, int i, ActPermit permit) throws Turns.Outpaced {
    var record = turns.record();
    if (record.undone(i)
        || !record.begun(i)
        || record.settled(i).filter(how -> how == How.ALREADY).isPresent()) {
      return Optional.empty();
    }
    var step = plan.steps().get(i);
    if (!(look(plan) instanceof Looked.Read(var state))) {
      return Optional.of(backHalt(i, "the state could not be read"));
    }
    var wanted = wanted(plan, i);
    if (wanted.stream().allMatch(made -> StateWords.holds(made, state))) {
      turns.append(new ActEvent.BackSettled(clock.instant(), i, How.ALREADY));
      return Optional.empty();
    }
    if (step.undo().isEmpty()) {
      turns.append(new ActEvent.BackSettled(clock.instant(), i, How.STAYS));
      return Optional.empty();
    }
    var drift = drift(step, wanted, record.values(i), state);
    if (!drift.isEmpty()) {
      return Optional.of(backHalt(i, "somebody else changed it: " + String.join("; ", drift)));
    }
    var parameters = StateWords.filled(step.undo().get().parameters(), state);
    if (parameters.isEmpty()) {
      return Optional.of(backHalt(i, "what the step needs is not there"));
    }
    turns.append(new ActEvent.BackBegun(clock.instant(), i));
    var inverse = new Step("undo: " + step.words(), step.undo().get(), wanted, Optional.empty());
    var made = new Making(cloud, pause, () -> look(plan)).make(inverse, parameters.get(), permit);
    return switch (made) {
      case Making.Made _ -> {
        turns.append(new ActEvent.BackSettled(clock.instant(), i, How.MADE));
        yield Optional.empty();
      }
      case Making.NotMade(var why) -> Optional.of(backHalt(i, why));
    };
  }

  /// What a step's places held before it.
  private static List<Made> wanted(ActPlan plan, int i) {
    var before = plan.before();
    for (var earlier = 0; earlier < i; earlier++) {
      before = StateWords.after(before, plan.steps().get(earlier));
    }
    var then = before;
    return plan.steps().get(i).makes().stream()
        .map(made -> new Made(made.pointer(), then.at(made.pointer())))
        .toList();
  }

  /// Places that hold neither what we made of them nor what they held before.
  private static List<String> drift(
      Step step, List<Made> wanted, Optional<List<JsonNode>> recorded, ActState state) {
    List<String> drift = new ArrayList<>();
    for (var k = 0; k < step.makes().size(); k++) {
      var made = step.makes().get(k);
      var now = state.at(made.pointer());
      var ours = recorded.isPresent() ? recorded.get().get(k) : made.value();
      var asMade =
          StateWords.any(made.value())
              || (recorded.isPresent() ? given(now).equals(ours) : StateWords.holds(made, state));
      if (!asMade && !StateWords.holds(wanted.get(k), state)) {
        drift.add(Differences.threeWay(made.pointer(), wanted.get(k).value(), ours, now));
      }
    }
    return drift;
  }

  private ActResult backHalt(int step, String why) throws Turns.Outpaced {
    turns.append(new ActEvent.BackHalted(clock.instant(), step, why));
    return new ActResult.Halted(step, why);
  }
}
