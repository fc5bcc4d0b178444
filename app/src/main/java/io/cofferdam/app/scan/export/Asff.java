package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Severity;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The AWS Security Finding Format, an array that `securityhub batch-import-findings` takes (at
/// most 100 at once). Met is the compliance status `PASSED`, violated `FAILED`, undetermined
/// `WARNING`, not applicable `NOT_AVAILABLE`; our own word stands in the product fields. What was
/// violated in the baseline and is mended is archived.
///
/// Source: <https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html>
public final class Asff implements ScanExport {
  private static final String FIELD = "cofferdam/";
  private static final String HOME = "us-east-1";
  private static final int MAX_TITLE = 256;
  private static final int MAX_DESCRIPTION = 1024;
  private static final int MAX_TEXT = 512;
  private static final int MAX_FIELD = 2048;
  private static final int MAX_REQUIREMENTS = 32;
  private static final int MAX_REASONS = 20;

  /// Resource types that the format names; others are `Other`.
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("account", "AwsAccount"),
          Map.entry("s3-bucket", "AwsS3Bucket"),
          Map.entry("kms-key", "AwsKmsKey"),
          Map.entry("cloudtrail-trail", "AwsCloudTrailTrail"),
          Map.entry("iam-role", "AwsIamRole"),
          Map.entry("iam-user", "AwsIamUser"),
          Map.entry("iam-group", "AwsIamGroup"),
          Map.entry("iam-policy", "AwsIamPolicy"),
          Map.entry("ec2-instance", "AwsEc2Instance"),
          Map.entry("ec2-security-group", "AwsEc2SecurityGroup"),
          Map.entry("security-group", "AwsEc2SecurityGroup"),
          Map.entry("ec2-subnet", "AwsEc2Subnet"),
          Map.entry("ec2-vpc", "AwsEc2Vpc"),
          Map.entry("ec2-volume", "AwsEc2Volume"),
          Map.entry("lambda-function", "AwsLambdaFunction"),
          Map.entry("secretsmanager-secret", "AwsSecretsManagerSecret"),
          Map.entry("sns-topic", "AwsSnsTopic"),
          Map.entry("sqs-queue", "AwsSqsQueue"),
          Map.entry("ecr-repository", "AwsEcrRepository"),
          Map.entry("dynamodb-table", "AwsDynamoDbTable"),
          Map.entry("rds-instance", "AwsRdsDbInstance"),
          Map.entry("rds-cluster", "AwsRdsDbCluster"),
          Map.entry("rds-snapshot", "AwsRdsDbSnapshot"),
          Map.entry("efs-file-system", "AwsEfsFileSystem"),
          Map.entry("opensearch-domain", "AwsOpenSearchServiceDomain"));

  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    try (var json = Json.to(out)) {
      json.writeStartArray();
      for (var judged : report.findings()) {
        json.writeTree(finding(judged, report.result().takenAt()));
      }
      for (var gone : report.gone()) {
        if (gone.how().mended()) {
          json.writeTree(archived(gone, report));
        }
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static ObjectNode finding(Judged judged, Instant taken) {
    var finding = judged.finding();
    var resource = finding.resource();
    var control = finding.control();
    var since = judged.standing() instanceof Standing.Known(var known) ? known : taken;
    var node = base(finding.id(), control.id(), resource.account(), resource.region(), since);
    node.put("UpdatedAt", taken.toString());
    severity(node, label(finding));
    node.put("Title", Json.cut(control.title(), MAX_TITLE));
    node.put("Description", Json.cut(Told.why(finding), MAX_DESCRIPTION));
    recommendation(finding, node);
    resource(node, resource.id(), TYPES.getOrDefault(resource.type(), "Other"), resource.region());
    compliance(finding, node.putObject("Compliance"));
    var suppressed = judged.standing() instanceof Standing.Suppressed;
    node.putObject("Workflow").put("Status", suppressed ? "SUPPRESSED" : "NEW");
    node.put("RecordState", "ACTIVE");
    var fields = node.putObject("ProductFields");
    field(fields, "Outcome", finding.outcome().word());
    field(fields, "Standing", judged.standing().word());
    field(fields, "Version", BuildInfo.version());
    field(fields, "ResourceType", resource.type());
    if (!Told.details(finding).isEmpty()) {
      field(fields, detail(finding), String.join("; ", Told.details(finding)));
    }
    switch (judged.standing()) {
      case Standing.Suppressed(var by) -> {
        field(fields, "SuppressionOwner", by.owner());
        field(fields, "SuppressionReason", by.reason());
        field(fields, "SuppressionExpires", by.expires().toString());
      }
      case Standing.Expired(var by) -> {
        field(fields, "SuppressionOwner", by.owner());
        field(fields, "SuppressionReason", by.reason());
        field(fields, "SuppressionExpired", by.expires().toString());
      }
      case Standing.Plain _, Standing.New _, Standing.Known _ -> {}
    }
    return node;
  }

  private static ObjectNode archived(Gone gone, ScanReport report) {
    var former = gone.former();
    var taken = report.result().takenAt();
    var node =
        base(
            former.id(),
            former.control(),
            former.account(),
            former.region(),
            report.baseline().orElse(taken));
    node.put("UpdatedAt", taken.toString());
    severity(node, "INFORMATIONAL");
    node.put("Title", former.control());
    node.put("Description", "Violated in the baseline: " + gone.how().words());
    resource(node, former.resource(), "Other", former.region());
    var status = gone.how() == Gone.How.MET ? "PASSED" : "NOT_AVAILABLE";
    node.putObject("Compliance").put("Status", status);
    node.putObject("Workflow").put("Status", "RESOLVED");
    node.put("RecordState", "ARCHIVED");
    field(node.putObject("ProductFields"), "Outcome", "Gone");
    return node;
  }

  private static ObjectNode base(
      String id, String control, String account, String region, Instant created) {
    var home = region.isEmpty() ? HOME : region;
    var node = Json.object();
    node.put("SchemaVersion", "2018-10-08");
    node.put("Id", "cofferdam/" + id);
    node.put(
        "ProductArn",
        "arn:aws:securityhub:" + home + ":" + account + ":product/" + account + "/default");
    node.put("GeneratorId", control);
    node.put("AwsAccountId", account);
    node.putArray("Types").add("Software and Configuration Checks/AWS Security Best Practices");
    node.put("CreatedAt", created.toString());
    return node;
  }

  private static void severity(ObjectNode node, String label) {
    node.putObject("Severity").put("Label", label);
  }

  private static String label(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Met _, Outcome.NotApplicable _ -> "INFORMATIONAL";
      case Outcome.Violated _, Outcome.Undetermined _ -> label(finding.severity());
    };
  }

  private static String label(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "CRITICAL";
      case HIGH -> "HIGH";
      case MEDIUM -> "MEDIUM";
      case LOW -> "LOW";
    };
  }

  private static void recommendation(Finding finding, ObjectNode node) {
    var recommendation = node.putObject("Remediation").putObject("Recommendation");
    Json.put(recommendation, "Text", Json.cut(Told.mend(finding), MAX_TEXT));
    recommendation.put("Url", Json.cut(finding.control().source(), MAX_TEXT));
  }

  private static void resource(ObjectNode node, String id, String type, String region) {
    var resource = node.putArray("Resources").addObject();
    resource.put("Type", type);
    resource.put("Id", id);
    resource.put("Partition", Told.partition(id));
    Json.put(resource, "Region", region);
  }

  private static void compliance(Finding finding, ObjectNode compliance) {
    compliance.put(
        "Status",
        switch (finding.outcome()) {
          case Outcome.Met _ -> "PASSED";
          case Outcome.Violated _ -> "FAILED";
          case Outcome.Undetermined _ -> "WARNING";
          case Outcome.NotApplicable _ -> "NOT_AVAILABLE";
        });
    var requirements = Told.clauses(finding).stream().limit(MAX_REQUIREMENTS).toList();
    if (!requirements.isEmpty()) {
      compliance.set("RelatedRequirements", Json.texts(requirements));
    }
    if (finding.outcome() instanceof Outcome.Undetermined(var missing)) {
      reasons(compliance.putArray("StatusReasons"), "MISSING", missing);
    } else if (finding.outcome() instanceof Outcome.NotApplicable(var why)) {
      reasons(compliance.putArray("StatusReasons"), "NOT_APPLICABLE", List.of(why));
    }
  }

  private static void reasons(ArrayNode reasons, String code, List<String> texts) {
    texts.stream()
        .limit(MAX_REASONS)
        .forEach(
            text ->
                reasons
                    .addObject()
                    .put("ReasonCode", code)
                    .put("Description", Json.cut(text, MAX_DESCRIPTION)));
  }

  private static String detail(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Met _ -> "Proof";
      case Outcome.Violated _ -> "Witness";
      case Outcome.Undetermined _, Outcome.NotApplicable _ -> "Missing";
    };
  }

  private static void field(ObjectNode fields, String name, String value) {
    fields.put(FIELD + name, Json.cut(value, MAX_FIELD));
  }
}
