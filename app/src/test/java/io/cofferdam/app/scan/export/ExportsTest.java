package io.cofferdam.app.scan.export;

import static io.cofferdam.app.scan.MadeScan.DENIED;
import static io.cofferdam.app.scan.MadeScan.MET;
import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static io.cofferdam.app.scan.MadeScan.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.baseline.Baseline;
import io.cofferdam.app.scan.baseline.Gone.Former;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.compliance.Framework;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every form holds to its schema, and keeps the four outcomes, what was decided and the ids.
@Covers("E-04")
class ExportsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TLS = "aws.s3.tls-only";
  private static final String COMPLIANCE = "events/findings/compliance_finding.json";

  enum Form {
    JSON,
    OCSF,
    SARIF,
    ASFF,
    OSCAL,
    CSV;

    ScanExport export() {
      return switch (this) {
        case JSON -> new CofferdamJson();
        case OCSF -> new Ocsf();
        case SARIF -> new Sarif();
        case ASFF -> new Asff();
        case OSCAL -> new Oscal();
        case CSV -> new Csv();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryFindingWithItsIdAndOutcome(Form form) throws IOException {
    var text = text(form, decided());
    for (var judged : decided().findings()) {
      assertThat(text).contains(judged.finding().id());
    }
    assertThat(text).contains("Violated", "Undetermined", "NotApplicable", "Met");
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhoAnswersForASuppressionAndWhatIsGone(Form form) throws IOException {
    assertThat(text(form, decided()))
        .contains("Mara Lind", "goes with the old shop", "2026-12-31")
        .contains("arn:aws:s3:::gone");
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameForTheSameScan(Form form) throws IOException {
    assertThat(text(form, decided())).isEqualTo(text(form, decided()));
  }

  @Test
  void ourJsonHoldsToItsSchema() throws IOException {
    var json = text(Form.JSON, decided());
    assertThat(ours(json)).isEmpty();
    assertThat(ours(json.replace("\"Violated\"", "\"Fine\""))).isNotEmpty();
    assertThat(ours(text(Form.JSON, MadeScan.report()))).isEmpty();
  }

  @Test
  void sarifHoldsToItsSchema() throws IOException {
    var sarif = text(Form.SARIF, decided());
    assertThat(sarif(sarif)).isEmpty();
    assertThat(sarif(sarif.replace("\"open\"", "\"ajar\""))).isNotEmpty();
    assertThat(results(sarif))
        .extracting(each -> each.path("kind").asText())
        .contains("pass", "fail", "notApplicable", "open");
    for (var result : results(sarif)) {
      var fails = result.path("kind").asText().equals("fail");
      assertThat(result.path("level").asText().equals("none")).isEqualTo(!fails);
    }
    assertThat(results(sarif))
        .extracting(each -> each.path("baselineState").asText(""))
        .contains("new", "unchanged", "absent", "");
  }

  @Test
  void ocsfHoldsToItsSources() throws IOException {
    var schema = OcsfSchema.read(PublishedSchemas.file("ocsf-schema-1.8.0.tar.gz"));
    var events = JSON.readTree(text(Form.OCSF, decided()));
    for (var event : events) {
      assertThat(schema.problems(COMPLIANCE, event)).isEmpty();
    }
    assertThat(events.findValues("compliance"))
        .extracting(each -> each.path("status").asText())
        .contains("Pass", "Warning", "Fail", "NotApplicable");
  }

  @Test
  void theCompilerOfOcsfBites() throws IOException {
    var schema = OcsfSchema.read(PublishedSchemas.file("ocsf-schema-1.8.0.tar.gz"));
    var event = (ObjectNode) JSON.readTree(text(Form.OCSF, decided())).get(0);
    assertThat(schema.problems(COMPLIANCE, event.deepCopy().without("metadata"))).isNotEmpty();
    assertThat(schema.problems(COMPLIANCE, event.deepCopy().put("outcome", "Met"))).isNotEmpty();
    assertThat(schema.problems(COMPLIANCE, event.deepCopy().put("time", "now"))).isNotEmpty();
    assertThat(schema.problems(COMPLIANCE, event.deepCopy().put("severity_id", 42))).isNotEmpty();
    assertThat(schema.problems(COMPLIANCE, event.deepCopy().put("severity", "Fatal"))).isNotEmpty();
    assertThat(schema.problems(COMPLIANCE, event.deepCopy().put("type_uid", 1))).isNotEmpty();
    ObjectNode old = event.deepCopy();
    old.putObject("resource").put("uid", "x");
    assertThat(schema.problems(COMPLIANCE, old)).contains("event.resource is deprecated");
    ObjectNode nameless = event.deepCopy();
    nameless.withObject("/metadata").putObject("product").put("version", "1");
    assertThat(schema.problems(COMPLIANCE, nameless)).isNotEmpty();
  }

  @Test
  void asffHoldsToItsDocumentedShape() throws IOException {
    var asff = text(Form.ASFF, decided());
    assertThat(asff(asff)).isEmpty();
    assertThat(asff(asff.replace("\"FAILED\"", "\"BAD\""))).isNotEmpty();
    assertThat(JSON.readTree(asff).findValues("Compliance"))
        .extracting(each -> each.path("Status").asText())
        .contains("PASSED", "WARNING", "FAILED", "NOT_AVAILABLE");
    assertThat(JSON.readTree(asff).findValues("RecordState"))
        .extracting(JsonNode::asText)
        .contains("ARCHIVED");
  }

  @Test
  void aLongReasonIsCutToWhatAsffTakes() throws IOException {
    var report =
        MadeScan.report(
            on("a", TLS, new Outcome.Violated("x".repeat(5_000), List.of("y".repeat(5_000)))));
    assertThat(asff(text(Form.ASFF, report))).isEmpty();
  }

  @Test
  void csvIsHarmlessToASpreadsheet() {
    assertThat(Csv.field("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
    for (var first : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
      assertThat(Csv.field(first + "x")).startsWith("\"'");
    }
    assertThat(Csv.field("\u001b[31mred\u202e")).doesNotContain("\u001b", "\u202e");
    assertThat(Csv.field("plain, with \"quotes\"")).isEqualTo("\"plain, with \"\"quotes\"\"\"");
  }

  @Test
  void csvHasOneRecordAFindingAndAsManyFieldsInEach() throws IOException {
    var lines = text(Form.CSV, decided()).split("\r\n", -1);
    assertThat(lines).hasSize(1 + decided().findings().size() + decided().gone().size() + 1);
    for (var line : List.of(lines).subList(0, lines.length - 1)) {
      assertThat(line.split("\",\"", -1)).as(line).hasSize(21);
    }
  }

  @Test
  void aFileIsThereOnlyWhenItIsWhole(@TempDir Path folder) throws IOException {
    var file = folder.resolve("new/scan.json");
    Exports.toFile(new CofferdamJson(), MadeScan.report(), file);
    var whole = Files.readString(file);
    ScanExport failing =
        (report, out) -> {
          out.write("half");
          throw new IOException("the disk is full");
        };
    assertThatThrownBy(() -> Exports.toFile(failing, MadeScan.report(), file))
        .hasMessage("the disk is full");
    assertThat(Files.readString(file)).isEqualTo(whole);
    try (var inside = Files.list(folder.resolve("new"))) {
      assertThat(inside).containsExactly(file);
    }
  }

  private static List<String> ours(String json) throws IOException {
    return PublishedSchemas.problems(
        ExportsTest.class.getResourceAsStream("/schema/scan.schema.json"),
        VersionFlag.V202012,
        json);
  }

  private static List<String> sarif(String json) throws IOException {
    try (var schema = Files.newInputStream(PublishedSchemas.file("sarif-2.1.0.json"))) {
      return PublishedSchemas.problems(schema, VersionFlag.V4, json);
    }
  }

  private static List<String> asff(String json) throws IOException {
    return PublishedSchemas.problems(
        ExportsTest.class.getResourceAsStream("asff.schema.json"), VersionFlag.V202012, json);
  }

  private static List<JsonNode> results(String sarif) throws IOException {
    var results = new ArrayList<JsonNode>();
    JSON.readTree(sarif).at("/runs/0/results").forEach(results::add);
    return results;
  }

  private static String text(Form form, ScanReport report) throws IOException {
    var out = new StringWriter();
    form.export().write(report, out);
    return out.toString();
  }

  /// A scan with every outcome, a new, a known, a suppressed and an expired finding, one that is
  /// gone, frameworks and notes.
  private static ScanReport decided() {
    var findings = new ArrayList<Finding>(MadeScan.ofEachOutcome());
    var known = on("known", TLS, VIOLATED);
    var suppressed = on("suppressed", TLS, VIOLATED);
    var expired = on("expired", TLS, VIOLATED);
    findings.addAll(List.of(known, suppressed, expired, on("open", TLS, DENIED)));
    findings.add(on("fine", "aws.s3.tls13-only", MET));
    var gone = on("gone", TLS, VIOLATED);
    var baseline =
        new Baseline(Map.of(known.id(), former(known), gone.id(), former(gone)), MadeScan.TAKEN);
    return MadeScan.report(
        findings,
        new Beside(
            Optional.of(baseline),
            List.of(by(suppressed, "2026-12-31"), by(expired, "2026-01-31")),
            Framework.named(List.of("all")),
            List.of()));
  }

  private static Former former(Finding finding) {
    return new Former(
        finding.id(),
        finding.control().id(),
        finding.resource().id(),
        finding.resource().account(),
        finding.resource().region(),
        "Violated",
        "high");
  }

  private static Suppression by(Finding finding, String until) {
    return new Suppression(
        finding.id(), "Mara Lind", "goes with the old shop", LocalDate.parse(until));
  }
}
