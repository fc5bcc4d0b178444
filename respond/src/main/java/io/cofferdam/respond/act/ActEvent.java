package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.spi.ActState;
import java.time.Instant;
import java.util.List;

/// What happened to one act, in order. What is begun is told before the call is made.
public sealed interface ActEvent {
  Instant at();

  /// A plan was made.
  ///
  /// @param by who asked for it
  record Proposed(Instant at, ActPlan plan, String by) implements ActEvent {}

  /// People approved the plan.
  record Agreed(Instant at, Approved approved) implements ActEvent {}

  /// A step's call is about to be made.
  record Begun(Instant at, int step) implements ActEvent {}

  /// The state says that a step was made.
  ///
  /// @param values what stands at the places of the step, missing ones as JSON null
  record Settled(Instant at, int step, How how, List<JsonNode> values) implements ActEvent {
    public Settled {
      values = List.copyOf(values);
    }
  }

  /// Acting stopped before its end; going on and going back are both possible.
  record Halted(Instant at, int step, String why) implements ActEvent {}

  /// All steps are made.
  record Acted(Instant at, ActState after) implements ActEvent {}

  /// The state was read again and judged.
  ///
  /// @param faults why it does not count as contained; empty where it does
  record Checked(Instant at, List<String> faults) implements ActEvent {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  /// A step's inverse is about to be called.
  record BackBegun(Instant at, int step) implements ActEvent {}

  /// A step is undone, or stays because it cannot be.
  record BackSettled(Instant at, int step, How how) implements ActEvent {}

  /// Going back stopped before its end; it can be tried again, and so can going on.
  record BackHalted(Instant at, int step, String why) implements ActEvent {}

  /// Everything was undone that could be.
  ///
  /// @param differences places where the state is not as it was before, with what stands there
  record WentBack(Instant at, List<String> differences) implements ActEvent {
    public WentBack {
      differences = List.copyOf(differences);
    }
  }

  /// By whom a step came to be as it is.
  enum How {
    /// By our call.
    MADE,
    /// It was so already.
    ALREADY,
    /// It cannot be undone and stays.
    STAYS
  }
}
