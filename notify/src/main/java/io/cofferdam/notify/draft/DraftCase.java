package io.cofferdam.notify.draft;

import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.time.Window;
import io.cofferdam.notify.duty.Awareness;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.facts.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the drafts are written from. Nothing that is missing is invented: it appears as `to be
/// determined`.
///
/// @param caseId the case's name in the company's own files
/// @param exposed the time in which the data stood open or was read, where known
/// @param sources where the data came from, in words
/// @param systems the stores and systems concerned
/// @param consequences likely consequences as a person wrote them; empty until then
/// @param measures measures taken or proposed as a person wrote them; empty until then
/// @param lateReasons why it is late as a person wrote it; empty until then
/// @param now when the draft is written
public record DraftCase(
    String caseId,
    Organisation organisation,
    Facts facts,
    List<Duty> duties,
    Awareness awareness,
    Optional<Window> exposed,
    List<String> sources,
    List<String> systems,
    List<String> consequences,
    List<String> measures,
    String lateReasons,
    Instant now) {
  public DraftCase {
    duties = List.copyOf(duties);
    sources = List.copyOf(sources);
    systems = List.copyOf(systems);
    consequences = List.copyOf(consequences);
    measures = List.copyOf(measures);
  }
}
