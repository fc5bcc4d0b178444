package io.cofferdam.drill.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.drill.truth.Truth.ArtefactTruth;
import io.cofferdam.drill.truth.Truth.DutyTruth;
import io.cofferdam.drill.truth.Truth.ExposureTruth;
import io.cofferdam.drill.truth.Truth.Flags;
import io.cofferdam.drill.truth.Truth.ReaderTruth;
import io.cofferdam.drill.truth.Truth.SubjectTruth;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.read.ReaderKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `truth.json`: written beside the logs, never among them; read back for scoring.
public final class TruthFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TruthFile() {}

  public static void write(Truth truth, OutputStream out) throws IOException {
    out.write(JSON.writeValueAsBytes(json(truth)));
    out.write('\n');
  }

  /// The truth as a JSON tree.
  static ObjectNode json(Truth truth) {
    var root = JSON.createObjectNode();
    root.put("version", truth.version());
    root.put("scenario", truth.scenario()).put("seed", truth.seed());
    root.put("from", truth.from().toString()).put("until", truth.until().toString());
    var exposures = root.putArray("exposures");
    for (var e : truth.exposures()) {
      exposures
          .addObject()
          .put("resource", e.resource())
          .put("kind", e.kind())
          .put("audience", e.audience())
          .put("from", e.from().toString())
          .put("until", text(e.until()))
          .put("edgeSeconds", e.edgeSeconds())
          .put("waitsForAccess", e.waitsForAccess());
    }
    var readers = root.putArray("readers");
    truth.readers().forEach(r -> reader(readers.addObject(), r));
    root.put("objects", truth.objects()).put("people", truth.people());
    var subjects = root.putArray("subjects");
    for (var s : truth.subjects()) {
      subjects
          .addObject()
          .put("country", s.country())
          .put("dataClass", s.dataClass())
          .put("people", s.people());
    }
    var unresolved = root.putObject("unresolved");
    truth.unresolved().forEach(unresolved::put);
    var artefacts = root.putArray("artefacts");
    for (var a : truth.artefacts()) {
      artefacts
          .addObject()
          .put("resource", a.resource())
          .put("kind", a.kind())
          .put("version", a.version())
          .put("parts", a.parts())
          .put("partsTotal", a.partsTotal());
    }
    strings(root.putArray("origin"), truth.origin());
    var duties = root.putArray("duties");
    for (var d : truth.duties()) {
      duties.addObject().put("rule", d.rule()).put("state", d.state()).put("because", d.because());
    }
    var flags = truth.flags();
    root.putObject("flags")
        .put("complete", flags.complete())
        .put("partialReads", flags.partialReads())
        .put("unloggedReads", flags.unloggedReads())
        .put("versions", flags.versions())
        .put("zz", flags.zz())
        .put("edgeReads", flags.edgeReads())
        .put("waitsForAccess", flags.waitsForAccess())
        .put("quiet", flags.quiet());
    strings(root.putArray("story"), truth.story());
    return root;
  }

  private static void reader(ObjectNode node, ReaderTruth r) {
    node.put("kind", r.kind().name()).put("principal", r.principal());
    strings(node.putArray("addresses"), r.addresses());
    node.put("resource", r.resource())
        .put("objects", r.objects())
        .put("partialObjects", r.partialObjects())
        .put("reads", r.reads())
        .put("listings", r.listings())
        .put("bytes", r.bytes())
        .put("first", text(r.first()))
        .put("last", text(r.last()));
  }

  private static void strings(ArrayNode array, List<String> items) {
    items.forEach(array::add);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /// Reads a truth back.
  ///
  /// @throws CofferdamException CFD-DRILL-0002 where the file is no truth of this version
  public static Truth read(Path file) {
    try {
      return read(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      throw new CofferdamException(
          "CFD-DRILL-0002",
          ErrorCategory.INVALID_INPUT,
          "`" + file + "` is no truth of a drill [the truth.json that `drill generate` wrote]",
          "give the path of truth.json first, that of report.json second",
          unreadable);
    }
  }

  static Truth read(JsonNode root) {
    if (root.path("version").asInt() != 1) {
      throw new IllegalArgumentException("version is not 1");
    }
    var unresolved = new TreeMap<String, Long>();
    root.path("unresolved")
        .properties()
        .forEach(entry -> unresolved.put(entry.getKey(), entry.getValue().asLong()));
    var flags = root.path("flags");
    return new Truth(
        1,
        root.path("scenario").asText(),
        root.path("seed").asLong(),
        Instant.parse(root.path("from").asText()),
        Instant.parse(root.path("until").asText()),
        each(root.path("exposures"), TruthFile::exposure),
        each(root.path("readers"), TruthFile::reader),
        root.path("objects").asLong(),
        root.path("people").asLong(),
        each(
            root.path("subjects"),
            s ->
                new SubjectTruth(
                    s.path("country").asText(),
                    s.path("dataClass").asText(),
                    s.path("people").asLong())),
        unresolved,
        each(
            root.path("artefacts"),
            a ->
                new ArtefactTruth(
                    a.path("resource").asText(),
                    a.path("kind").asText(),
                    a.path("version").asText(),
                    a.path("parts").asLong(),
                    a.path("partsTotal").asLong())),
        each(root.path("origin"), JsonNode::asText),
        each(
            root.path("duties"),
            d ->
                new DutyTruth(
                    d.path("rule").asText(), d.path("state").asText(), d.path("because").asText())),
        new Flags(
            flags.path("complete").asBoolean(),
            flags.path("partialReads").asBoolean(),
            flags.path("unloggedReads").asBoolean(),
            flags.path("versions").asBoolean(),
            flags.path("zz").asBoolean(),
            flags.path("edgeReads").asBoolean(),
            flags.path("waitsForAccess").asBoolean(),
            flags.path("quiet").asBoolean()),
        each(root.path("story"), JsonNode::asText));
  }

  private static ExposureTruth exposure(JsonNode e) {
    return new ExposureTruth(
        e.path("resource").asText(),
        e.path("kind").asText(),
        e.path("audience").asText(),
        Instant.parse(e.path("from").asText()),
        instant(e.path("until")),
        e.path("edgeSeconds").asLong(),
        e.path("waitsForAccess").asBoolean());
  }

  private static ReaderTruth reader(JsonNode r) {
    return new ReaderTruth(
        ReaderKind.valueOf(r.path("kind").asText()),
        r.path("principal").asText(),
        each(r.path("addresses"), JsonNode::asText),
        r.path("resource").asText(),
        r.path("objects").asLong(),
        r.path("partialObjects").asLong(),
        r.path("reads").asLong(),
        r.path("listings").asLong(),
        r.path("bytes").asLong(),
        instant(r.path("first")),
        instant(r.path("last")));
  }

  private static @Nullable Instant instant(JsonNode node) {
    return node.isTextual() ? Instant.parse(node.asText()) : null;
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
    var items = new ArrayList<T>();
    array.forEach(item -> items.add(reading.apply(item)));
    return items;
  }
}
