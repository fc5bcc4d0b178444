package io.cofferdam.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.cofferdam.app.report.page.Story;
import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.scope.ArtefactScope;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.StoreScope;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.respond.exposure.ConfigurationChange;
import io.cofferdam.respond.reads.SecretRead;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes a report as JSON (`report.schema.json`). Times are ISO 8601 in UTC; an upper bound that
/// nothing caps is `null`; enum words are lower case with dashes.
public final class ReportJson {
  /// The version of the shape; raised when a field changes its meaning or goes away.
  public static final int VERSION = 1;

  /// Gains above it only rank inputs without which nothing caps a bound.
  private static final long MOST_GAIN = 1L << 53;

  private final JsonGenerator json;

  private ReportJson(JsonGenerator json) {
    this.json = json;
  }

  /// Writes the report; does not close `out`.
  public static void write(LeakReport report, OutputStream out) throws IOException {
    try (var json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      new ReportJson(json).report(report);
    }
  }

  private void report(LeakReport report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("tool", "cofferdam " + report.toolVersion());
    time("made", report.made());
    json.writeObjectFieldStart("period");
    time("from", report.period().from());
    time("until", report.period().until());
    json.writeStringField("because", report.periodBecause());
    json.writeEndObject();
    json.writeObjectFieldStart("request");
    for (var option : new TreeMap<>(report.request()).entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    texts("notes", report.notes());
    texts("counts", report.counts());
    texts("story", Story.sentences(report));
    list("exposures", report.exposures(), this::exposure);
    list("changes", report.changes(), this::change);
    list("readers", report.readers(), this::reader);
    list("secretReads", report.secretReads(), this::secretRead);
    json.writeNumberField("undecidedReads", report.undecidedReads());
    scope(report);
    json.writeObjectFieldStart("origin");
    json.writeStringField(
        "answer",
        String.join(" + ", report.origin().answers().stream().map(a -> a.words()).toList()));
    list("because", report.origin().because(), this::reason);
    json.writeEndObject();
    new DutyJson(json).write(report);
    sources(report);
    json.writeEndObject();
  }

  private void scope(LeakReport report) throws IOException {
    var scope = report.scope();
    bounds("objects", scope.objects());
    bounds("people", scope.people());
    bounds("records", scope.records());
    list("subjects", report.subjectsByClass(), this::subject);
    list("countries", report.peopleByCountry(), this::country);
    list("stores", scope.stores(), this::store);
    list("artefacts", scope.artefacts(), this::artefact);
    json.writeBooleanField("noEvidenceOfAccess", scope.noEvidenceOfAccess());
    list(
        "unknown",
        scope.unknown(),
        each -> {
          json.writeStringField("what", each.what());
          json.writeStringField("why", each.why());
        });
    list(
        "narrow",
        scope.narrow(),
        each -> {
          json.writeStringField("input", each.input());
          json.writeStringField("effect", each.effect());
          number("gain", each.gain() > MOST_GAIN ? Bounds.UNBOUNDED : each.gain());
        });
  }

  private void sources(LeakReport report) throws IOException {
    list(
        "tampering",
        report.tampering(),
        each -> {
          time("time", each.time());
          json.writeStringField("action", each.action());
          json.writeStringField("principal", each.principal());
          json.writeStringField("target", each.target());
          json.writeStringField("affects", each.affects());
          time("doubtfulFrom", each.doubtful().from());
          time("doubtfulUntil", each.doubtful().until());
          eventField(each.event());
        });
    list("coverage", report.coverage(), this::coverage);
    list("inputs", report.inputs(), this::input);
    list(
        "skipped",
        report.skipped(),
        each -> {
          json.writeStringField("path", each.path());
          json.writeStringField("reason", each.reason());
        });
    texts("drafts", report.drafts());
  }

  private void exposure(Exposure each) throws IOException {
    json.writeStringField("resource", each.resource().id());
    json.writeStringField("kind", word(each.resource().kind()));
    json.writeStringField("owner", each.owner());
    json.writeStringField("audience", each.audience().words());
    time("from", each.window().from());
    time("until", each.window().until());
    json.writeStringField("state", each.state().name());
    json.writeStringField("apparent", each.apparent().name());
    list("because", each.because(), this::reason);
  }

  private void change(ConfigurationChange each) throws IOException {
    time("time", each.time());
    json.writeStringField("resource", each.resource().id());
    json.writeStringField("kind", word(each.resource().kind()));
    json.writeStringField("what", each.words());
    json.writeStringField("principal", each.principal());
    json.writeStringField("effect", each.effect().words());
    texts("outsiders", each.outsiders().stream().map(Audience::words).toList());
    eventField(each.event());
  }

  private void secretRead(SecretRead each) throws IOException {
    time("time", each.time());
    json.writeStringField("action", each.action());
    json.writeStringField("principal", each.principal());
    json.writeStringField("address", each.address());
    json.writeStringField("secret", each.secret().id());
    json.writeStringField("error", each.errorCode());
    eventField(each.event());
  }

  private void eventField(EventRef each) throws IOException {
    json.writeObjectFieldStart("event");
    event(each);
    json.writeEndObject();
  }

  private void reader(ReaderReads each) throws IOException {
    json.writeStringField("principal", each.reader().name());
    json.writeStringField("kind", word(each.reader().kind()));
    json.writeStringField("account", each.reader().account());
    texts("accessKeys", each.reader().accessKeys());
    texts("chain", each.reader().chain());
    texts("addresses", each.addresses());
    json.writeStringField("resource", each.resource().id());
    json.writeObjectFieldStart("objects");
    json.writeNumberField("count", each.objects());
    json.writeNumberField("partial", each.partialObjects());
    texts("sample", each.sample());
    json.writeEndObject();
    json.writeNumberField("reads", each.reads());
    json.writeNumberField("listings", each.listings());
    json.writeNumberField("bytes", each.bytes());
    time("first", each.first());
    time("last", each.last());
    list("events", each.events(), this::event);
    list("because", each.because(), this::reason);
  }

  private void subject(SubjectCount each) throws IOException {
    json.writeStringField("country", each.country());
    json.writeStringField("dataClass", each.dataClass());
    boundFields(each.people());
    list("because", each.because(), this::reason);
  }

  private void country(SubjectCount each) throws IOException {
    json.writeStringField("country", each.country());
    boundFields(each.people());
    list("because", each.because(), this::reason);
  }

  private void store(StoreScope each) throws IOException {
    json.writeStringField("store", each.store().id());
    json.writeStringField("role", word(each.role()));
    bounds("objects", each.objects());
    bounds("bytes", each.bytes());
    list("because", each.because(), this::reason);
  }

  private void artefact(ArtefactScope each) throws IOException {
    json.writeStringField("store", each.store().id());
    json.writeStringField("kind", each.kind());
    json.writeStringField("version", each.version());
    bounds("partsTaken", each.partsTaken());
    number("partsTotal", each.partsTotal());
    json.writeStringField("complete", word(each.complete()));
    json.writeStringField("usable", word(each.usable()));
    list("because", each.because(), this::reason);
  }

  private void coverage(SourceCoverage each) throws IOException {
    json.writeStringField("source", each.source());
    json.writeStringField("about", each.about());
    time("from", each.window().from());
    time("until", each.window().until());
    json.writeStringField("coverage", word(each.coverage()));
    list("because", each.because(), this::reason);
  }

  private void input(InputSummary each) throws IOException {
    json.writeNumberField("number", each.number());
    json.writeStringField("path", each.path());
    json.writeStringField("sha256", each.sha256());
    json.writeNumberField("bytes", each.bytes());
    json.writeStringField("format", each.format());
    json.writeNumberField("events", each.events());
    json.writeNumberField("undecodable", each.undecodable());
    json.writeNumberField("duplicates", each.duplicates());
    time("first", each.first());
    time("last", each.last());
    var whole =
        each.undecodable() == 0
            && each.notes().stream().allMatch(note -> note.startsWith("same content as "));
    json.writeStringField("coverage", word(whole ? Coverage.COMPLETE : Coverage.PARTIAL));
    texts("notes", each.notes());
  }

  private void reason(Reason each) throws IOException {
    json.writeStringField("text", each.text());
    list("events", each.events(), this::event);
  }

  private void event(EventRef each) throws IOException {
    json.writeNumberField("input", each.input());
    json.writeNumberField("record", each.record());
    json.writeStringField("id", each.id());
  }

  private void bounds(String name, Bounds bounds) throws IOException {
    json.writeObjectFieldStart(name);
    boundFields(bounds);
    json.writeEndObject();
  }

  private void boundFields(Bounds bounds) throws IOException {
    json.writeNumberField("atLeast", bounds.atLeast());
    number("estimate", bounds.estimate());
    number("atMost", bounds.atMost());
  }

  private void number(String name, long value) throws IOException {
    if (value == Bounds.UNBOUNDED) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private void time(String name, @Nullable Instant instant) throws IOException {
    if (instant == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, instant.toString());
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private <T> void list(String name, List<T> items, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (var item : items) {
      json.writeStartObject();
      fields.write(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the fields of one object.
  private interface Fields<T> {
    void write(T item) throws IOException;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
