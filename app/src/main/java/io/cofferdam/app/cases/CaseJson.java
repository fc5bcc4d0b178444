package io.cofferdam.app.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.cofferdam.respond.casebook.CaseAudit;
import io.cofferdam.respond.casebook.KeptCase;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.spi.journal.CaseHead;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Cases as JSON; `schema/case.schema.json` is the shape of one. Times are ISO 8601 in UTC; words
/// of closed sets are lower case with dashes; the events are as they are kept.
public final class CaseJson {
  /// The version of the shape; raised when a field changes its meaning or goes away.
  public static final int VERSION = 1;

  private final JsonGenerator json;
  private final Instant now;

  private CaseJson(JsonGenerator json, Instant now) {
    this.json = json;
    this.now = now;
  }

  /// One case.
  ///
  /// @param now when approvals are judged
  public static String of(KeptCase kept, Instant now) throws IOException {
    return written(json -> new CaseJson(json, now).write(kept));
  }

  /// The list of cases.
  public static String of(List<CaseHead> heads) throws IOException {
    return written(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", VERSION);
          json.writeArrayFieldStart("cases");
          for (var each : heads) {
            json.writeStartObject();
            json.writeStringField("id", each.caseId());
            json.writeNumberField("events", each.version());
            json.writeStringField("latest", each.latest().toString());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /// What comparing the store with its ledger came to.
  ///
  /// @param waiting facts that have not reached a ledger
  public static String of(CaseAudit.Outcome outcome, long waiting) throws IOException {
    return written(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", VERSION);
          json.writeNumberField("cases", outcome.cases());
          json.writeNumberField("events", outcome.events());
          json.writeNumberField("entries", outcome.entries());
          json.writeNumberField("same", outcome.same());
          json.writeNumberField("notInLedger", outcome.notInLedger());
          json.writeNumberField("notCompared", outcome.notCompared());
          json.writeNumberField("custodyLinks", outcome.custodyLinks());
          json.writeNumberField("waiting", waiting);
          json.writeArrayFieldStart("faults");
          for (var each : outcome.faults()) {
            json.writeString(each);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String written(Body body) throws IOException {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      body.write(json);
    }
    return text.toString();
  }

  private void write(KeptCase kept) throws IOException {
    var file = kept.file();
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("id", file.id().value());
    json.writeStringField("title", file.opening().title());
    json.writeStringField("state", file.state().word());
    json.writeStringField("opened", file.opening().at().toString());
    json.writeStringField("openedBy", file.opening().by().text());
    json.writeStringField("origin", file.opening().origin().word());
    people(file);
    work(file);
    approvals(file);
    CustodyPart.write(json, file, now);
    texts("missing", file.gaps());
    json.writeArrayFieldStart("timeline");
    for (var event : kept.events()) {
      json.writeRawValue(CaseEventJson.encode(event));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void people(CaseFile file) throws IOException {
    json.writeArrayFieldStart("people");
    for (var each : file.people().values()) {
      json.writeStartObject();
      json.writeStringField("id", each.id().value());
      texts("roles", each.roles().stream().map(Worded::word).toList());
      if (each.key().isPresent()) {
        json.writeStringField("key", each.key().get());
      }
      json.writeBooleanField("active", each.active());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("raci");
    for (var row : file.raci().values()) {
      json.writeStartObject();
      json.writeStringField("step", row.step().word());
      json.writeStringField("accountable", row.accountable().value());
      ids("responsible", row.responsible());
      ids("consulted", row.consulted());
      ids("informed", row.informed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("contacts");
    for (var each : file.contacts()) {
      json.writeStartObject();
      json.writeStringField("kind", each.kind().word());
      json.writeStringField("name", each.name());
      json.writeStringField("reach", each.reach());
      json.writeStringField("remark", each.remark());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void work(CaseFile file) throws IOException {
    json.writeArrayFieldStart("tasks");
    for (var each : file.tasks().values()) {
      json.writeStartObject();
      json.writeStringField("id", each.id());
      json.writeStringField("step", each.step().word());
      json.writeStringField("title", each.title());
      json.writeBooleanField("open", each.open());
      if (each.assignee().isPresent()) {
        json.writeStringField("assignee", each.assignee().get().value());
      }
      if (each.due().isPresent()) {
        json.writeStringField("due", each.due().get().toString());
      }
      if (each.outcome().isPresent()) {
        json.writeStringField("outcome", each.outcome().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (var each : file.links()) {
      json.writeStartObject();
      json.writeStringField("kind", each.kind().word());
      json.writeStringField("reference", each.reference());
      json.writeStringField("sha256", each.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void approvals(CaseFile file) throws IOException {
    json.writeArrayFieldStart("approvals");
    for (var each : file.approvals().values()) {
      var request = each.request();
      var status = file.approval(request.id(), now).orElseThrow();
      json.writeStartObject();
      json.writeStringField("id", request.id());
      json.writeStringField("summary", request.summary());
      json.writeStringField("plan", request.planHash());
      json.writeStringField("requester", request.requester().text());
      json.writeStringField("expiresAt", request.expiresAt().toString());
      json.writeStringField("status", word(status));
      json.writeStringField("words", CaseText.words(status));
      ids("approvers", each.approvers());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(ApprovalStatus status) {
    return switch (status) {
      case ApprovalStatus.Waiting _ -> "waiting";
      case ApprovalStatus.Granted _ -> "granted";
      case ApprovalStatus.Rejected _ -> "rejected";
      case ApprovalStatus.Withdrawn _ -> "withdrawn";
      case ApprovalStatus.Expired _ -> "expired";
      case ApprovalStatus.Used _ -> "used";
      case ApprovalStatus.Moot _ -> "moot";
    };
  }

  private void ids(String name, Collection<PersonId> people) throws IOException {
    texts(name, people.stream().map(PersonId::value).toList());
  }

  private void texts(String name, Collection<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (var each : texts) {
      json.writeString(each);
    }
    json.writeEndArray();
  }
}
