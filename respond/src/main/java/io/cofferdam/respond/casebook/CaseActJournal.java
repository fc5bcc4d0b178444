package io.cofferdam.respond.casebook;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActJournal;
import io.cofferdam.respond.act.ActRecord;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import java.util.List;

/// Keeps what happens to one act among the events of its case: in the store and in the ledger, or
/// not at all.
///
/// @param act its id within the case
/// @param by who carries it out
public record CaseActJournal(CaseBook book, CaseId caseId, String act, Actor by)
    implements ActJournal {
  @Override
  public List<ActEvent> events() {
    return book.read(caseId)
        .flatMap(kept -> CaseActs.of(kept.file(), act))
        .map(CaseAct::events)
        .orElse(List.of());
  }

  @Override
  public boolean append(int after, ActEvent event) {
    return switch (book.record(caseId, file -> next(file, after, event))) {
      case Recording.Recorded recorded -> !recorded.events().isEmpty();
      case Recording.Refused refused -> throw unrecorded(refused.words(), refused.hint());
      case Recording.NoSuchCase _ ->
          throw unrecorded("the case is no longer in the store", "was the store replaced?");
    };
  }

  /// Nothing where somebody else was faster.
  private List<CaseEvent> next(CaseFile file, int after, ActEvent event) {
    if (CaseActs.size(file, act) != after) {
      return List.of();
    }
    var plan =
        CaseActs.of(file, act).map(each -> ActRecord.of(each.events())).flatMap(ActRecord::plan);
    return List.of(CaseActs.event(by, act, event, plan));
  }

  private CofferdamException unrecorded(String words, String hint) {
    return new CofferdamException(
        "CFD-RESPOND-0308",
        ErrorCategory.NOT_PERMITTED,
        "act `" + act + "` goes no further, for it cannot be put on record: " + words,
        hint.isEmpty() ? "`contain show` tells how far it came" : hint);
  }
}
