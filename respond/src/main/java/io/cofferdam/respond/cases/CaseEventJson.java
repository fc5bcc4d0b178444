package io.cofferdam.respond.cases;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Events as canonical JSON, and back. What is kept and what goes to the ledger is this form.
public final class CaseEventJson {
  private CaseEventJson() {}

  /// The kind of an event as it stands in its JSON, such as `person-enrolled`.
  public static String kind(CaseEvent event) {
    return switch (event) {
      case CaseEvent.Opened _ -> "opened";
      case CaseEvent.PersonEnrolled _ -> "person-enrolled";
      case CaseEvent.PersonRemoved _ -> "person-removed";
      case CaseEvent.RaciAssigned _ -> "raci-assigned";
      case CaseEvent.ContactAdded _ -> "contact-added";
      case CaseEvent.TaskAdded _ -> "task-added";
      case CaseEvent.TaskAssigned _ -> "task-assigned";
      case CaseEvent.TaskDone _ -> "task-done";
      case CaseEvent.Linked _ -> "linked";
      case CaseEvent.StateChanged _ -> "state-changed";
      case CaseEvent.Noted _ -> "noted";
      case CaseEvent.ApprovalRequested _ -> "approval-requested";
      case CaseEvent.ApprovalGiven _ -> "approval-given";
      case CaseEvent.ApprovalRejected _ -> "approval-rejected";
      case CaseEvent.ApprovalWithdrawn _ -> "approval-withdrawn";
      case CaseEvent.ApprovalExpired _ -> "approval-expired";
      case CaseEvent.ApprovalUsed _ -> "approval-used";
      case CaseEvent.ActRecorded _ -> "act-recorded";
      case CaseEvent.PlaybookRecorded _ -> "playbook-recorded";
      case CaseEvent.Custody it -> CustodyJson.kind(it);
    };
  }

  /// The event as one line of canonical JSON.
  public static String encode(CaseEvent event) {
    return json(event).done().canonical();
  }

  /// What a signature of a custody event covers of it: all but itself.
  static Json.Members unsigned(CaseEvent.Custody event) {
    return json(event).without("signature").done();
  }

  private static EventFields.Writer json(CaseEvent event) {
    var json =
        new EventFields.Writer()
            .put("kind", kind(event))
            .put("at", event.at().toString())
            .put("by", event.by().text());
    switch (event) {
      case CaseEvent.Opened it ->
          json.put("case", it.id().value())
              .put("title", it.title())
              .put("origin", it.origin().word())
              .put("reference", it.reference());
      case CaseEvent.PersonEnrolled it ->
          json.put("person", it.person().value())
              .put("roles", EventFields.words(it.roles()))
              .put("key", it.key());
      case CaseEvent.PersonRemoved it ->
          json.put("person", it.person().value()).put("why", it.why());
      case CaseEvent.RaciAssigned it ->
          json.put("step", it.row().step().word())
              .put("accountable", it.row().accountable().value())
              .people("responsible", it.row().responsible())
              .people("consulted", it.row().consulted())
              .people("informed", it.row().informed());
      case CaseEvent.ContactAdded it ->
          json.put("contact", it.contact().kind().word())
              .put("name", it.contact().name())
              .put("reach", it.contact().reach())
              .put("remark", it.contact().remark());
      case CaseEvent.TaskAdded it ->
          json.put("task", it.task())
              .put("step", it.step().word())
              .put("title", it.title())
              .put("due", it.due().map(Object::toString));
      case CaseEvent.TaskAssigned it ->
          json.put("task", it.task()).put("assignee", it.assignee().value());
      case CaseEvent.TaskDone it -> json.put("task", it.task()).put("outcome", it.outcome());
      case CaseEvent.Linked it ->
          json.put("link", it.link().kind().word())
              .put("reference", it.link().reference())
              .put("sha256", it.link().sha256());
      case CaseEvent.StateChanged it -> json.put("to", it.to().word()).put("why", it.why());
      case CaseEvent.Noted it -> json.put("text", it.text());
      case CaseEvent.ApprovalRequested it ->
          json.put("request", it.request().json()).put("signature", it.signature());
      case CaseEvent.ApprovalGiven it ->
          json.put("request", it.request()).put("signature", it.signature());
      case CaseEvent.ApprovalRejected it -> json.put("request", it.request()).put("why", it.why());
      case CaseEvent.ApprovalWithdrawn it -> json.put("request", it.request()).put("why", it.why());
      case CaseEvent.ApprovalExpired it -> json.put("request", it.request());
      case CaseEvent.ApprovalUsed it -> json.put("request", it.request()).put("act", it.act());
      case CaseEvent.ActRecorded it ->
          json.put("act", it.act())
              .put("step", it.step())
              .put("outcome", it.outcome())
              .put("payload", it.payload());
      case CaseEvent.PlaybookRecorded it ->
          json.put("run", it.run()).put("step", it.step()).put("payload", it.payload());
      case CaseEvent.Custody it -> CustodyJson.write(it, json);
    }
    return json;
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws IOException where it is no event; the message says why
  public static CaseEvent decode(String json) throws IOException {
    var it = new EventFields(JsonReader.readMembers(json.getBytes(StandardCharsets.UTF_8)));
    var at = it.time("at");
    var by = Actor.parse(it.text("by"));
    var kind = it.text("kind");
    return switch (kind) {
      case "opened" ->
          new CaseEvent.Opened(
              at,
              by,
              new CaseId(it.text("case")),
              it.text("title"),
              it.word(OpenedFrom.class, "origin"),
              it.text("reference"));
      case "person-enrolled" ->
          new CaseEvent.PersonEnrolled(
              at, by, it.person("person"), it.roles("roles"), it.optional("key"));
      case "person-removed" ->
          new CaseEvent.PersonRemoved(at, by, it.person("person"), it.text("why"));
      case "raci-assigned" -> new CaseEvent.RaciAssigned(at, by, row(it));
      case "contact-added" ->
          new CaseEvent.ContactAdded(
              at,
              by,
              new Contact(
                  it.word(ContactKind.class, "contact"),
                  it.text("name"),
                  it.text("reach"),
                  it.text("remark")));
      case "task-added" ->
          new CaseEvent.TaskAdded(
              at,
              by,
              it.text("task"),
              it.word(StepClass.class, "step"),
              it.text("title"),
              it.optionalTime("due"));
      case "task-assigned" ->
          new CaseEvent.TaskAssigned(at, by, it.text("task"), it.person("assignee"));
      case "task-done" -> new CaseEvent.TaskDone(at, by, it.text("task"), it.text("outcome"));
      case "linked" ->
          new CaseEvent.Linked(
              at,
              by,
              new Link(it.word(LinkKind.class, "link"), it.text("reference"), it.text("sha256")));
      case "state-changed" ->
          new CaseEvent.StateChanged(at, by, it.word(CaseState.class, "to"), it.text("why"));
      case "noted" -> new CaseEvent.Noted(at, by, it.text("text"));
      case "approval-requested" ->
          new CaseEvent.ApprovalRequested(
              at, by, request(new EventFields(it.object("request"))), it.text("signature"));
      case "approval-given" ->
          new CaseEvent.ApprovalGiven(at, by, it.text("request"), it.text("signature"));
      case "approval-rejected" ->
          new CaseEvent.ApprovalRejected(at, by, it.text("request"), it.text("why"));
      case "approval-withdrawn" ->
          new CaseEvent.ApprovalWithdrawn(at, by, it.text("request"), it.text("why"));
      case "approval-expired" -> new CaseEvent.ApprovalExpired(at, by, it.text("request"));
      case "approval-used" ->
          new CaseEvent.ApprovalUsed(at, by, it.text("request"), it.text("act"));
      case "act-recorded" ->
          new CaseEvent.ActRecorded(
              at, by, it.text("act"), it.text("step"), it.text("outcome"), it.object("payload"));
      case "playbook-recorded" ->
          new CaseEvent.PlaybookRecorded(
              at, by, it.text("run"), it.text("step"), it.object("payload"));
      default ->
          CustodyJson.read(kind, at, by, it)
              .orElseThrow(
                  () ->
                      new IOException("`" + kind + "` is a kind of event that is not known here"));
    };
  }

  private static RaciRow row(EventFields it) throws IOException {
    return new RaciRow(
        it.word(StepClass.class, "step"),
        it.person("accountable"),
        it.people("responsible"),
        it.people("consulted"),
        it.people("informed"));
  }

  private static ApprovalRequest request(EventFields it) throws IOException {
    return new ApprovalRequest(
        new CaseId(it.text("case")),
        it.text("id"),
        it.text("plan"),
        it.text("summary"),
        new ApprovalRule(it.count("quorum"), it.roles("from"), it.roles("including")),
        Actor.parse(it.text("requester")),
        it.time("expiresAt"));
  }
}
