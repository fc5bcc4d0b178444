package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.act.ActEvent.How;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the events of one act add up to.
public final class ActRecord {
  private final int size;
  private Optional<ActPlan> plan = Optional.empty();
  private Optional<Approved> approved = Optional.empty();
  private String by = "";
  private ActPhase phase = ActPhase.NONE;
  private final Set<Integer> begun = new HashSet<>();
  private final Map<Integer, How> settled = new HashMap<>();
  private final Map<Integer, List<JsonNode>> values = new HashMap<>();
  private final Map<Integer, How> undone = new HashMap<>();
  private List<String> told = List.of();

  private ActRecord(int size) {
    this.size = size;
  }

  public static ActRecord of(List<ActEvent> events) {
    var record = new ActRecord(events.size());
    events.forEach(record::take);
    return record;
  }

  private void take(ActEvent event) {
    switch (event) {
      case ActEvent.Proposed(_, var proposed, var asker) -> {
        plan = Optional.of(proposed);
        by = asker;
        phase = ActPhase.PROPOSED;
      }
      case ActEvent.Agreed(_, var agreed) -> {
        approved = Optional.of(agreed);
        phase = phase == ActPhase.PROPOSED ? ActPhase.AGREED : phase;
      }
      case ActEvent.Begun(_, var step) -> {
        begun.add(step);
        undone.remove(step);
        phase = ActPhase.ACTING;
      }
      case ActEvent.Settled(_, var step, var how, var found) -> {
        settled.put(step, how);
        values.put(step, found);
        phase = ActPhase.ACTING;
      }
      case ActEvent.Halted(_, _, var why) -> {
        told = List.of(why);
        phase = ActPhase.HALTED;
      }
      case ActEvent.Acted _ -> phase = ActPhase.ACTED;
      case ActEvent.Checked(_, var faults) -> {
        told = faults;
        phase = faults.isEmpty() ? ActPhase.CONTAINED : ActPhase.UNVERIFIED;
      }
      case ActEvent.BackBegun _ -> phase = ActPhase.GOING_BACK;
      case ActEvent.BackSettled(_, var step, var how) -> {
        undone.put(step, how);
        if (how != How.STAYS) {
          begun.remove(step);
          settled.remove(step);
          values.remove(step);
        }
        phase = ActPhase.GOING_BACK;
      }
      case ActEvent.BackHalted(_, _, var why) -> {
        told = List.of(why);
        phase = ActPhase.BACK_HALTED;
      }
      case ActEvent.WentBack(_, var differences) -> {
        told = differences;
        phase = differences.isEmpty() ? ActPhase.BACK : ActPhase.BACK_WITH_DIFFERENCES;
      }
    }
  }

  /// How many events there are: the version that the next one follows.
  public int size() {
    return size;
  }

  public Optional<ActPlan> plan() {
    return plan;
  }

  public Optional<Approved> approved() {
    return approved;
  }

  /// Who asked for the plan.
  public String by() {
    return by;
  }

  public ActPhase phase() {
    return phase;
  }

  /// Why it stands there: what halted it, what is not proved, or what differs.
  public List<String> told() {
    return told;
  }

  /// Whether no step was begun or found made yet.
  boolean untouched() {
    return begun.isEmpty() && settled.isEmpty() && undone.isEmpty();
  }

  /// Whether a step's call may have been made.
  boolean begun(int step) {
    return begun.contains(step);
  }

  Optional<How> settled(int step) {
    return Optional.ofNullable(settled.get(step));
  }

  Optional<List<JsonNode>> values(int step) {
    return Optional.ofNullable(values.get(step));
  }

  boolean undone(int step) {
    return undone.containsKey(step);
  }
}
