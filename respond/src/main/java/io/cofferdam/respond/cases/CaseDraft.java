package io.cofferdam.respond.cases;

import io.cofferdam.respond.cases.CaseEvent.ActRecorded;
import io.cofferdam.respond.cases.CaseEvent.Opened;
import io.cofferdam.respond.cases.CaseEvent.StateChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A case while events are applied to it. Each event is judged before anything of it is kept; a
/// draft in which one was refused is thrown away.
final class CaseDraft {
  @Nullable Opened opening;
  int version;
  CaseState state = CaseState.OPENED;
  final Map<PersonId, CasePerson> people = new LinkedHashMap<>();
  final Map<StepClass, RaciRow> raci = new LinkedHashMap<>();
  final List<Contact> contacts = new ArrayList<>();
  final Map<String, CaseTask> tasks = new LinkedHashMap<>();
  final List<Link> links = new ArrayList<>();
  final Map<String, Approval> approvals = new LinkedHashMap<>();
  private final List<ActRecorded> acts = new ArrayList<>();
  private final List<CaseEvent.PlaybookRecorded> playbooks = new ArrayList<>();
  final Map<String, CustodyChain> custody = new LinkedHashMap<>();
  Instant latest = Instant.MIN;

  CaseDraft() {}

  CaseDraft(CaseFile file) {
    opening = file.opening();
    version = file.version();
    state = file.state();
    people.putAll(file.people());
    raci.putAll(file.raci());
    contacts.addAll(file.contacts());
    tasks.putAll(file.tasks());
    links.addAll(file.links());
    approvals.putAll(file.approvals());
    acts.addAll(file.acts());
    playbooks.addAll(file.playbooks());
    custody.putAll(file.custody());
    latest = file.latest();
  }

  CaseFile file() {
    if (opening == null) {
      throw new IllegalStateException("nothing was applied");
    }
    return new CaseFile(
        opening, version, state, people, raci, contacts, tasks, links, approvals, acts, playbooks,
        custody, latest);
  }

  void apply(CaseEvent event) throws Refusal {
    Texts.time("time of the event", event.at());
    if (opening == null) {
      open(event);
    } else {
      WhoMay.check(this, opening, event);
      change(event);
    }
    version++;
    if (event.at().isAfter(latest)) {
      latest = event.at();
    }
  }

  /// The number that the event being applied will have.
  int number() {
    return version + 1;
  }

  /// The given time, or the latest of the case where a clock was put back.
  Instant notBefore(Instant at) {
    return at.isBefore(latest) ? latest : at;
  }

  private void open(CaseEvent event) throws Refusal {
    if (!(event instanceof Opened opened)) {
      throw new Refusal("the first event of a case does not open it", "open the case first");
    }
    if (!opened.id().wellFormed()) {
      throw new Refusal(
          "`" + opened.id() + "` is no case [case-20260301-0a1b2c3d]", "`case open` makes the id");
    }
    WhoMay.wellFormed(opened.by());
    Texts.line("title", opened.title());
    Texts.optionalLine("reference", opened.reference());
    opening = opened;
  }

  private void change(CaseEvent event) throws Refusal {
    switch (event) {
      case Opened _ ->
          throw new Refusal("the case is open already", "open another one with `case open`");
      case CaseEvent.PersonEnrolled enrolled -> PeopleRules.enrol(this, enrolled);
      case CaseEvent.PersonRemoved removed -> PeopleRules.remove(this, removed);
      case CaseEvent.RaciAssigned assigned -> PeopleRules.assign(this, assigned.row());
      case CaseEvent.ContactAdded added -> WorkRules.contact(this, added.contact());
      case CaseEvent.TaskAdded added -> WorkRules.add(this, added);
      case CaseEvent.TaskAssigned assigned -> WorkRules.assign(this, assigned);
      case CaseEvent.TaskDone done -> WorkRules.done(this, done);
      case CaseEvent.Linked linked -> WorkRules.link(this, linked.link());
      case StateChanged changed -> become(changed);
      case CaseEvent.Noted noted -> Texts.text("note", noted.text());
      case CaseEvent.ApprovalRequested requested -> ApprovalRules.request(this, requested);
      case CaseEvent.ApprovalGiven given -> ApprovalRules.approve(this, given);
      case CaseEvent.ApprovalRejected rejected -> ApprovalRules.reject(this, rejected);
      case CaseEvent.ApprovalWithdrawn withdrawn -> ApprovalRules.withdraw(this, withdrawn);
      case CaseEvent.ApprovalExpired expired -> ApprovalRules.expire(this, expired);
      case CaseEvent.ApprovalUsed used -> ApprovalRules.use(this, used);
      case ActRecorded act -> record(act);
      case CaseEvent.PlaybookRecorded told -> record(told);
      case CaseEvent.Custody custody -> CustodyRules.apply(this, custody);
    }
  }

  private void become(StateChanged changed) throws Refusal {
    Texts.line("reason", changed.why());
    if (!state.mayBecome(changed.to())) {
      throw new Refusal(
          "a case that is `"
              + state.word()
              + "` cannot become `"
              + changed.to().word()
              + "` ["
              + state.next().stream().map(Worded::word).collect(Collectors.joining(", "))
              + "]",
          "docs/case.md draws what may follow on what");
    }
    if (changed.to() == CaseState.CLOSED) {
      close(changed.at());
    }
    state = changed.to();
  }

  private void close(Instant at) throws Refusal {
    var open = tasks.values().stream().filter(CaseTask::open).map(CaseTask::id).toList();
    if (!open.isEmpty()) {
      throw new Refusal(
          "the case has open tasks: `" + String.join("`, `", open) + "` [none]",
          "end them with `case task done`, also those that are no longer needed");
    }
    for (var approval : approvals.values()) {
      if (approval.status(people, notBefore(at)) instanceof ApprovalStatus.Waiting) {
        throw new Refusal(
            "approval `" + approval.request().id() + "` is still being waited for [none]",
            "approve, reject or withdraw it");
      }
    }
  }

  private void record(CaseEvent.PlaybookRecorded told) throws Refusal {
    Texts.name("run of the playbook", told.run());
    Texts.name("step of the run", told.step());
    playbooks.add(told);
  }

  private void record(ActRecorded act) throws Refusal {
    Texts.name("act", act.act());
    Texts.name("step of the act", act.step());
    Texts.optionalLine("outcome of the step", act.outcome());
    acts.add(act);
  }
}
