package io.cofferdam.respond.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A case as its events make it. Immutable: an event that may happen gives another one.
///
/// INVARIANT: [#of] over the events that were accepted one by one gives the same file.
///
/// @param version how many events it is made of
/// @param people on it or removed from it, by id, in the order of their first enrolment
/// @param raci who answers for which kind of work; a kind without a row has nobody
/// @param playbooks what was put on record of the runs of playbooks
/// @param custody evidence and who holds it, by the item's id, in the order of capture
/// @param latest the latest time of any event: no clock counts as earlier
public record CaseFile(
    CaseEvent.Opened opening,
    int version,
    CaseState state,
    Map<PersonId, CasePerson> people,
    Map<StepClass, RaciRow> raci,
    List<Contact> contacts,
    Map<String, CaseTask> tasks,
    List<Link> links,
    Map<String, Approval> approvals,
    List<CaseEvent.ActRecorded> acts,
    List<CaseEvent.PlaybookRecorded> playbooks,
    Map<String, CustodyChain> custody,
    Instant latest) {
  public CaseFile {
    people = ordered(people);
    raci = ordered(raci);
    contacts = List.copyOf(contacts);
    tasks = ordered(tasks);
    links = List.copyOf(links);
    approvals = ordered(approvals);
    acts = List.copyOf(acts);
    playbooks = List.copyOf(playbooks);
    custody = ordered(custody);
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// The case that these events make.
  ///
  /// @return the first event that may not happen, where there is one
  public static Judged of(List<CaseEvent> events) {
    if (events.isEmpty()) {
      return new Judged.Refused(0, "the case has no events [the first opens it]", "");
    }
    return judge(new CaseDraft(), 0, events);
  }

  /// The case after one more event.
  public Judged attempt(CaseEvent event) {
    return attempt(List.of(event));
  }

  /// The case after more events; all of them happen, or none.
  public Judged attempt(List<CaseEvent> events) {
    return judge(new CaseDraft(this), version, events);
  }

  private static Judged judge(CaseDraft draft, int before, List<CaseEvent> events) {
    int number = before;
    for (var event : events) {
      number++;
      try {
        draft.apply(event);
      } catch (Refusal refusal) {
        return new Judged.Refused(number, refusal.words(), refusal.hint());
      }
    }
    return new Judged.Accepted(draft.file());
  }

  public CaseId id() {
    return opening.id();
  }

  /// Somebody who is on the case now.
  public Optional<CasePerson> active(PersonId person) {
    return Optional.ofNullable(people.get(person)).filter(CasePerson::active);
  }

  /// The id of the next custody item: `E1`, `E2`.
  public String nextCustodyItem() {
    return CustodyRules.nextId(custody.size());
  }

  public List<CaseTask> openTasks() {
    return tasks.values().stream().filter(CaseTask::open).toList();
  }

  /// Where a request stands, or empty where there is none of that id.
  ///
  /// @param now an instant before [#latest] counts as that: a clock put back revives nothing
  public Optional<ApprovalStatus> approval(String request, Instant now) {
    return Optional.ofNullable(approvals.get(request))
        .map(each -> each.status(people, now.isBefore(latest) ? latest : now));
  }

  /// What the case lacks, in words.
  public List<String> gaps() {
    var gaps = new ArrayList<String>();
    for (var step : StepClass.values()) {
      var row = raci.get(step);
      if (row == null) {
        gaps.add("nobody is accountable for " + step.word());
      } else if (active(row.accountable()).isEmpty()) {
        gaps.add(
            row.accountable()
                + " is accountable for "
                + step.word()
                + " but no longer on the case");
      }
    }
    for (var kind : List.of(ContactKind.LEGAL, ContactKind.FORENSIC_RETAINER)) {
      if (contacts.stream().noneMatch(each -> each.kind() == kind)) {
        gaps.add("there is no contact " + kind.word());
      }
    }
    var keys = people.values().stream().filter(each -> each.active() && each.key().isPresent());
    if (keys.count() < 2) {
      gaps.add("fewer than two people have a key: nothing can be approved");
    }
    return gaps;
  }
}
