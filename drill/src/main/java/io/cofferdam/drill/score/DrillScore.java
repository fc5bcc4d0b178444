package io.cofferdam.drill.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.drill.score.Score.Figure;
import io.cofferdam.drill.score.Score.Part;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.drill.truth.Truth.ReaderTruth;
import io.cofferdam.drill.truth.TruthFile;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.scope.SubjectCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/// Scores a `report.json` against a `truth.json`, part by part. Only the fixed part of the report's
/// shape is looked at.
public final class DrillScore {
  private final Truth truth;
  private final JsonNode report;

  private DrillScore(Truth truth, JsonNode report) {
    this.truth = truth;
    this.report = report;
  }

  /// Scores two files.
  ///
  /// @throws CofferdamException CFD-DRILL-0002 or CFD-DRILL-0005 where a file is not what it
  ///     should be
  public static Score score(Path truth, Path report) {
    var known = TruthFile.read(truth);
    try {
      return score(known, new ObjectMapper().readTree(Files.readAllBytes(report)));
    } catch (IOException unreadable) {
      throw notAReport(report.toString(), unreadable);
    }
  }

  private static CofferdamException notAReport(String name, Exception cause) {
    return new CofferdamException(
        "CFD-DRILL-0005",
        ErrorCategory.INVALID_INPUT,
        "`" + name + "` is no report of an investigation [a report.json]",
        "give the path of truth.json first, that of report.json second",
        cause);
  }

  /// Scores a report that is already read.
  public static Score score(Truth truth, JsonNode report) {
    if (!report.isObject() || !report.path("exposures").isArray()) {
      throw notAReport("report", new IllegalArgumentException("no list of exposures"));
    }
    return new DrillScore(truth, report).score();
  }

  private Score score() {
    return new Score(
        truth.scenario(),
        truth.seed(),
        List.of(
            WindowScore.of(truth, report),
            readers(),
            objects(),
            subjects(),
            origin(),
            DutyScore.of(truth, report.path("duties"))));
  }

  private Part readers() {
    var notes = new ArrayList<String>();
    var listed = new ArrayList<JsonNode>();
    report.path("readers").forEach(listed::add);
    var taking = truth.readers().stream().filter(reader -> reader.reads() > 0).toList();
    int found = 0;
    int missedAddresses = 0;
    for (var reader : taking) {
      var match = listed.stream().filter(node -> same(reader, node)).findFirst();
      if (match.isEmpty()) {
        notes.add(
            "missed: "
                + reader.kind().name().toLowerCase(Locale.ROOT)
                + " reader of "
                + reader.resource());
        continue;
      }
      found++;
      var addresses = new TreeSet<String>();
      match.get().path("addresses").forEach(a -> addresses.add(a.asText()));
      missedAddresses +=
          (int) reader.addresses().stream().filter(a -> !addresses.contains(a)).count();
    }
    long right =
        listed.stream()
            .filter(node -> truth.readers().stream().anyMatch(reader -> same(reader, node)))
            .count();
    if (right < listed.size()) {
      notes.add((listed.size() - right) + " named who took nothing");
    }
    double recall = taking.isEmpty() ? 1 : (double) found / taking.size();
    double precision = listed.isEmpty() ? 1 : (double) right / listed.size();
    boolean recallNeeded = truth.flags().complete() && !truth.flags().unloggedReads();
    return new Part(
        "readers",
        precision == 1 && (recall == 1 || !recallNeeded),
        List.of(
            new Figure("recall", recall),
            new Figure("precision", precision),
            new Figure("addresses-missed", missedAddresses)),
        notes);
  }

  private static boolean same(ReaderTruth reader, JsonNode node) {
    if (!node.path("resource").asText().equals(reader.resource())) {
      return false;
    }
    var named = node.path("principal").asText().toLowerCase(Locale.ROOT);
    var known = reader.principal().toLowerCase(Locale.ROOT);
    return named.equals(known)
        || (reader.kind() == ReaderKind.ANONYMOUS && named.contains("anonymous"))
        || (reader.kind() == ReaderKind.FOREIGN_ACCOUNT && named.contains(known));
  }

  private Part objects() {
    var bounds = Interval.of(report.path("objects"));
    boolean inside = bounds.contains(truth.objects());
    return new Part(
        "objects",
        inside,
        List.of(
            new Figure("truth", truth.objects()),
            new Figure("at-least", bounds.atLeast()),
            new Figure("estimate", bounds.estimate()),
            new Figure("at-most", bounds.atMost()),
            new Figure("relative-width", bounds.widthTo(truth.objects()))),
        inside ? List.of() : List.of("the truth lies outside the bounds"));
  }

  private Part subjects() {
    var notes = new ArrayList<String>();
    var expected = new TreeMap<String, Long>();
    truth.subjects().forEach(s -> expected.put(s.country() + "/" + s.dataClass(), s.people()));
    int inside = 0;
    int rows = 0;
    double widest = 0;
    var seen = new TreeSet<String>();
    for (var row : report.path("subjects")) {
      var country = row.path("country").asText();
      var dataClass = row.path("dataClass").asText();
      var key = country + "/" + dataClass;
      seen.add(key);
      long people =
          country.equals(SubjectCount.UNRESOLVED)
              ? truth.unresolved().getOrDefault(dataClass, 0L)
              : expected.getOrDefault(key, 0L);
      var bounds = Interval.of(row);
      rows++;
      widest = Math.max(widest, bounds.widthTo(people));
      if (bounds.contains(people)) {
        inside++;
      } else {
        notes.add(key + ": the truth " + people + " lies outside " + bounds.text());
      }
    }
    long missing = expected.keySet().stream().filter(key -> !seen.contains(key)).count();
    if (missing > 0) {
      notes.add(missing + " pairs of country and class are not in the report");
    }
    boolean needed = truth.flags().complete();
    return new Part(
        "subjects",
        inside == rows && (missing == 0 || !needed),
        List.of(
            new Figure("rows", rows),
            new Figure("inside", inside),
            new Figure("missing", missing),
            new Figure("widest", widest)),
        notes);
  }

  private Part origin() {
    var answered = new TreeSet<String>();
    for (var word : report.path("origin").path("answer").asText().split(" \\+ ", -1)) {
      answered.add(word.strip());
    }
    var known = new TreeSet<>(truth.origin());
    boolean same = answered.equals(known);
    // What no log tells of, nobody can name the origin of.
    boolean tells = truth.flags().complete() && !truth.flags().unloggedReads();
    boolean careful = !tells && answered.equals(new TreeSet<>(List.of("undetermined")));
    return new Part(
        "origin",
        same || careful,
        List.of(new Figure("right", same ? 1 : 0)),
        same ? List.of() : List.of("answered " + answered + ", true is " + known));
  }
}
