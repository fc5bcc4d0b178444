package io.cofferdam.respond.casebook;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.Judged;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the events of a case, as they are stored, may have happened one after the other: who was
/// on the case, whose signature is under which approval, and whether each custody chain is whole.
/// These signatures are of people's own keys: not even the program's key makes them.
///
/// @param fault what is wrong, if something is
/// @param custodyLinks signed steps of custody chains that were checked
record CaseChecks(Optional<String> fault, int custodyLinks) {
  static CaseChecks of(String caseId, List<StoredEvent> stored) {
    var events = new ArrayList<CaseEvent>();
    for (var each : stored) {
      try {
        events.add(CaseEventJson.decode(each.json()));
      } catch (IOException e) {
        return fault(caseId, events.size() + 1, String.valueOf(e.getMessage()));
      }
    }
    return switch (CaseFile.of(events)) {
      case Judged.Refused refused -> fault(caseId, refused.number(), refused.words());
      case Judged.Accepted(var file) ->
          new CaseChecks(
              Optional.empty(),
              file.custody().values().stream().mapToInt(each -> each.links().size()).sum());
    };
  }

  private static CaseChecks fault(String caseId, int number, String words) {
    return new CaseChecks(
        Optional.of(
            CaseFacts.name(caseId, number).replace(":", " of ")
                + " cannot have happened after those before it: "
                + words),
        0);
  }
}
