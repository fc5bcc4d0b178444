package io.cofferdam.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.app.report.page.DutyRows;
import io.cofferdam.notify.clock.Deadline;
import io.cofferdam.notify.duty.Duty;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Writes awareness and duties as JSON.
final class DutyJson {
  private final JsonGenerator json;

  DutyJson(JsonGenerator json) {
    this.json = json;
  }

  void write(LeakReport report) throws IOException {
    json.writeObjectFieldStart("awareness");
    var recorded = report.awareness().recorded();
    time("recordedAt", recorded.map(r -> r.at()));
    json.writeStringField("recordedBy", recorded.map(r -> r.by()).orElse(""));
    json.writeArrayFieldStart("candidates");
    for (var candidate : report.awareness().candidates()) {
      json.writeStartObject();
      time("at", Optional.of(candidate.at()));
      json.writeStringField("kind", candidate.kind().words());
      json.writeStringField("why", candidate.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayFieldStart("duties");
    for (var duty : DutyRows.sorted(report)) {
      json.writeStartObject();
      duty(duty);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void duty(Duty duty) throws IOException {
    json.writeStringField("rule", duty.ruleId());
    json.writeStringField("regime", duty.regime());
    json.writeStringField("title", duty.rule().title());
    json.writeStringField("citation", duty.citation().words());
    json.writeStringField("recipient", duty.recipient().name());
    json.writeStringField("state", duty.state().key());
    json.writeBooleanField("isLaw", !duty.whatIf());
    time("dueAt", duty.clock().dueAt());
    time("policyTarget", duty.clock().policyTarget());
    json.writeStringField("clock", duty.clock().words());
    json.writeBooleanField("late", duty.clock().late());
    readings("readings", duty.clock().deadline());
    readings("whatIfReadings", duty.clock().whatIf());
    json.writeArrayFieldStart("decides");
    for (var fact : duty.decides()) {
      json.writeStartObject();
      json.writeStringField("fact", fact.key());
      json.writeStringField("question", fact.question());
      json.writeStringField("proposal", fact.proposal());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("because");
    for (var reason : duty.because()) {
      json.writeString(reason.text());
    }
    for (var note : duty.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeStringField("verification", ReportJson.word(duty.rule().verification().status()));
  }

  private void readings(String name, Optional<Deadline> deadline) throws IOException {
    json.writeObjectFieldStart(name);
    if (deadline.isPresent()) {
      switch (deadline.get()) {
        case Deadline.Hours hours -> {
          time("strict", Optional.of(hours.strict()));
          time("regulation1182", hours.regulation1182());
          time("arguable", hours.arguable());
        }
        case Deadline.Dated dated -> {
          time("unshifted", Optional.of(dated.unshifted()));
          time("shifted", Optional.of(dated.shifted()));
        }
        case Deadline.Prompt prompt -> time("policyTarget", Optional.of(prompt.policyTarget()));
      }
    }
    json.writeEndObject();
  }

  private void time(String name, Optional<Instant> instant) throws IOException {
    if (instant.isPresent()) {
      json.writeStringField(name, instant.get().toString());
    } else {
      json.writeNullField(name);
    }
  }
}
