package io.cofferdam.respond.casebook;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import java.util.List;

/// How putting something on record ended.
public sealed interface Recording {
  /// It is durable in the journal and in the ledger.
  ///
  /// @param file the case after it
  /// @param events what was put on record; empty where there was nothing to do
  record Recorded(CaseFile file, List<CaseEvent> events) implements Recording {
    public Recorded {
      events = List.copyOf(events);
    }
  }

  /// It may not happen, and nothing was kept.
  ///
  /// @param words what is wrong; `hint` how to go on, or empty
  record Refused(String words, String hint) implements Recording {}

  /// There is no case of that id.
  record NoSuchCase() implements Recording {}
}
