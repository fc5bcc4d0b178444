package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.Worded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a run needs now.
public sealed interface Next {
  /// These events are to be put on record together.
  ///
  /// @param asking tasks, requests and notes for people that belong to them
  record Put(List<PlaybookEvent> events, List<CaseEvent> asking) implements Next {
    public Put {
      events = List.copyOf(events);
      asking = List.copyOf(asking);
    }
  }

  /// Something is to be done outside; its beginning is on record.
  ///
  /// @param meanwhile what is waited for in other branches
  record Do(Effect effect, List<Waiting> meanwhile) implements Next {
    public Do {
      meanwhile = List.copyOf(meanwhile);
    }
  }

  /// Nothing can be done now.
  record Wait(RunPhase phase, List<Waiting> waiting) implements Next {
    public Wait {
      waiting = List.copyOf(waiting);
    }
  }

  /// What is done outside of the case.
  sealed interface Effect {
    String instance();

    ActOrder order();

    record Plan(String instance, ActOrder order) implements Effect {}

    record Act(String instance, ActOrder order, String planHash, String request)
        implements Effect {}

    record Back(String instance, ActOrder order) implements Effect {}
  }

  /// Something that is waited for.
  ///
  /// @param id the task or request on the case, or empty
  /// @param until when it ends by itself, if it does
  record Waiting(String instance, Kind kind, String id, String words, Optional<Instant> until) {
    /// What is waited for.
    public enum Kind implements Worded {
      TASK,
      GATE,
      TIME,
      CLOCK,
      PERSON,
      /// A process that carries out acts.
      PROGRAM
    }
  }
}
