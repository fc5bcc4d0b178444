package io.cofferdam.respond.act;

import io.cofferdam.respond.act.SimulatedCloud.Answer;
import io.cofferdam.respond.act.proof.Prover;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// A cloud with doors, a plan to shut them, and what was put on record.
final class DoorScene implements ActJournal {
  static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Prover PROVER = new Prover(NOW, Optional.empty());

  final SimulatedCloud cloud;
  final List<ActEvent> events = new ArrayList<>();
  private final SwitchAct act = new SwitchAct();

  /// After how many events the process ends, once.
  int killAfterEvents = Integer.MAX_VALUE;

  DoorScene(IntFunction<Answer> answers) {
    cloud = new SimulatedCloud(answers);
    cloud.switches.put("door-a", "open").put("door-b", "ajar").put("lock", false);
    cloud.switches.put("lamp", "on");
  }

  ActPlan plan() {
    return ((Planned.Ready) planned()).plan();
  }

  Planned planned() {
    return new ActPlanner(cloud, PROVER, time -> {}).plan(act, SwitchAct.TARGET, "case-1");
  }

  /// Planned and approved by two.
  DoorScene approved() {
    return approved(plan(), NOW.plusSeconds(60), "lead", "legal");
  }

  DoorScene approved(ActPlan plan, Instant until, String... by) {
    events.add(new ActEvent.Proposed(NOW, plan, "responder"));
    events.add(new ActEvent.Agreed(NOW, new Approved(plan.hash(), List.of(by), until)));
    return this;
  }

  ActRunner runner() {
    return new ActRunner(act, cloud, this, PROVER, Clock.fixed(NOW, ZoneOffset.UTC), time -> {});
  }

  ActPhase phase() {
    return ActRecord.of(events).phase();
  }

  @Override
  public List<ActEvent> events() {
    return events.stream().map(ActEventJson::write).map(ActEventJson::read).toList();
  }

  @Override
  public boolean append(int after, ActEvent event) {
    if (after != events.size()) {
      return false;
    }
    events.add(event);
    if (events.size() >= killAfterEvents) {
      killAfterEvents = Integer.MAX_VALUE;
      throw new SimulatedCloud.Killed();
    }
    return true;
  }
}
