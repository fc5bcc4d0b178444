package io.cofferdam.app.scan.theirs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the answers of `securityhub get-findings`, of `configservice
/// get-compliance-details-by-config-rule`, `get-compliance-details-by-resource` and
/// `get-aggregate-compliance-details-by-config-rule`, told apart by their content. Findings of ours
/// that were sent to Security Hub before are left out and counted.
public final class TheirFile {
  private static final long MAX_BYTES = 512L << 20;
  private static final int MAX_DEPTH = 60;
  private static final String COFFERDAM = "Cofferdam";

  private final Path file;
  private final Shape shape;
  private final JsonNode entries;

  private enum Shape {
    SECURITY_HUB,
    CONFIG
  }

  private TheirFile(Path file, Shape shape, JsonNode entries) {
    this.file = file;
    this.shape = shape;
    this.entries = entries;
  }

  /// Reads a file.
  ///
  /// @throws CofferdamException CFD-APP-0124 where it is none of these answers
  public static TheirFile read(Path file) throws IOException {
    var root = tree(file);
    if (root.path("Findings").isArray()) {
      return new TheirFile(file, Shape.SECURITY_HUB, root.path("Findings"));
    }
    if (root.isArray() && root.path(0).has("ProductArn")) {
      return new TheirFile(file, Shape.SECURITY_HUB, root);
    }
    for (var list : List.of("EvaluationResults", "AggregateEvaluationResults")) {
      if (root.path(list).isArray()) {
        return new TheirFile(file, Shape.CONFIG, root.path(list));
      }
    }
    throw refused(file);
  }

  /// What the file says, beside the resources of a scan.
  ///
  /// @param notes gets what was left out
  public List<TheirFinding> against(ScanResult result, List<String> notes) {
    var ours = new OurResources(result);
    var found = new ArrayList<TheirFinding>();
    var own = 0;
    var unfit = 0;
    for (var entry : entries) {
      if (shape == Shape.SECURITY_HUB && own(entry)) {
        own++;
        continue;
      }
      var their = shape == Shape.SECURITY_HUB ? asff(entry, ours) : config(entry, ours);
      their.ifPresent(found::add);
      unfit += their.isEmpty() ? 1 : 0;
    }
    if (own > 0) {
      notes.add(own + " findings in " + file.getFileName() + " are our own and are left out.");
    }
    if (unfit > 0) {
      notes.add(
          unfit + " entries in " + file.getFileName() + " name no resource and are left out.");
    }
    return found;
  }

  private static boolean own(JsonNode finding) {
    return finding.path("ProductFields").has("cofferdam/Outcome")
        || finding.path("ProductName").asText().equals(COFFERDAM);
  }

  /// AwsSecurityFinding of the Security Hub API.
  private static Optional<TheirFinding> asff(JsonNode finding, OurResources ours) {
    var resource = finding.path("Resources").path(0);
    if (resource.path("Id").asText("").isEmpty()) {
      return Optional.empty();
    }
    var id = resource.path("Id").asText();
    var account = finding.path("AwsAccountId").asText();
    var status = finding.path("Compliance").path("Status").asText("");
    return Optional.of(
        new TheirFinding(
            finding.path("ProductName").asText("Security Hub"),
            finding
                .path("Compliance")
                .path("SecurityControlId")
                .asText(finding.path("GeneratorId").asText()),
            finding.path("RecordState").asText().equals("ARCHIVED")
                ? "ARCHIVED"
                : status.isEmpty() ? "FINDING" : status,
            finding.path("Severity").path("Label").asText(""),
            id,
            id.startsWith("AWS::::Account:")
                ? ours.byTypeAndName("AWS::::Account", account, account)
                : ours.byArn(id),
            finding.path("Title").asText(""),
            account,
            finding.path("Region").asText(resource.path("Region").asText("")),
            finding.path("UpdatedAt").asText("")));
  }

  /// EvaluationResult and AggregateEvaluationResult of the AWS Config API.
  private static Optional<TheirFinding> config(JsonNode result, OurResources ours) {
    var qualifier = result.path("EvaluationResultIdentifier").path("EvaluationResultQualifier");
    var resource = qualifier.path("ResourceId").asText("");
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    var type = qualifier.path("ResourceType").asText();
    var account = result.path("AccountId").asText("");
    return Optional.of(
        new TheirFinding(
            "AWS Config",
            qualifier.path("ConfigRuleName").asText(),
            result.path("ComplianceType").asText("INSUFFICIENT_DATA"),
            "",
            type + " " + resource,
            ours.byTypeAndName(type, resource, account),
            result.path("Annotation").asText(""),
            account,
            result.path("AwsRegion").asText(""),
            result.path("ResultRecordedTime").asText("")));
  }

  private static JsonNode tree(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw refused(file);
    }
    var mapper =
        new JsonMapper(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                .build());
    try {
      return Optional.ofNullable(mapper.readTree(file.toFile())).orElseThrow(() -> refused(file));
    } catch (JacksonException bad) {
      throw refused(file);
    }
  }

  private static CofferdamException refused(Path file) {
    return new CofferdamException(
        "CFD-APP-0124",
        ErrorCategory.INVALID_INPUT,
        "`"
            + file
            + "` holds no results of Security Hub or AWS Config [the JSON of get-findings or of"
            + " get-compliance-details-by-config-rule, at most 512 MiB]",
        "save it with: aws securityhub get-findings --output json > findings.json");
  }
}
