package io.cofferdam.app.scan.theirs;

import static io.cofferdam.app.scan.MadeScan.ACCOUNT;
import static io.cofferdam.app.scan.MadeScan.MET;
import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static io.cofferdam.app.scan.MadeScan.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.export.Asff;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results of others are shown as theirs, matched by resource where that is sure.
class TheirFileTest {
  private static final ScanResult SCAN =
      MadeScan.result(
          on("shop-a", "aws.s3.tls-only", MET),
          on(
              "kms-key",
              "arn:aws:kms:eu-central-1:111122223333:key/1111",
              "1111",
              "aws.kms.rotation",
              MET));

  @TempDir Path folder;

  @Test
  void securityHubIsMatchedByArn() throws IOException {
    var notes = new ArrayList<String>();
    var theirs =
        TheirFile.read(
                file(
                    """
                    {"Findings":[
                    {"SchemaVersion":"2018-10-08","Id":"arn:aws:securityhub:x","ProductName":"Security Hub",
                    "ProductArn":"arn:aws:securityhub:eu-central-1::product/aws/securityhub",
                    "GeneratorId":"security-control/S3.5","AwsAccountId":"111122223333",
                    "Title":"S3 buckets should require SSL","Severity":{"Label":"MEDIUM"},
                    "Compliance":{"Status":"FAILED","SecurityControlId":"S3.5"},"RecordState":"ACTIVE",
                    "UpdatedAt":"2026-03-20T08:00:00Z","Region":"eu-central-1",
                    "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::shop-a"}]},
                    {"GeneratorId":"x","Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::strange"}],
                    "Compliance":{"Status":"PASSED"}},
                    {"GeneratorId":"y","Resources":[]}]}\
                    """))
            .against(SCAN, notes);
    assertThat(theirs).hasSize(2);
    assertThat(theirs.getFirst())
        .isEqualTo(
            new TheirFinding(
                "Security Hub",
                "S3.5",
                "FAILED",
                "MEDIUM",
                "arn:aws:s3:::shop-a",
                Optional.of("arn:aws:s3:::shop-a"),
                "S3 buckets should require SSL",
                ACCOUNT,
                "eu-central-1",
                "2026-03-20T08:00:00Z"));
    assertThat(theirs.getLast().ours()).isEmpty();
    assertThat(notes)
        .containsExactly("1 entries in theirs.json name no resource and are left out.");
  }

  @Test
  void configIsMatchedByTypeAndName() throws IOException {
    assertThat(config("AWS::S3::Bucket", "shop-a").ours()).contains("arn:aws:s3:::shop-a");
    assertThat(config("AWS::KMS::Key", "1111").ours())
        .contains("arn:aws:kms:eu-central-1:111122223333:key/1111");
    assertThat(config("AWS::KMS::Key", "shop-a").ours()).isEmpty();
    assertThat(config("AWS::S3::Bucket", "shop").ours()).isEmpty();
    assertThat(config("nonsense", "shop-a").ours()).isEmpty();
    assertThat(config("AWS::S3::Bucket", "shop-a").complains()).isTrue();
  }

  @Test
  void ourOwnFindingsAreNotTakenForTheirs() throws IOException {
    var out = new StringWriter();
    new Asff().write(MadeScan.report(on("shop-a", "aws.s3.tls-only", VIOLATED)), out);
    var notes = new ArrayList<String>();
    assertThat(TheirFile.read(file(out.toString())).against(SCAN, notes)).isEmpty();
    assertThat(notes).containsExactly("1 findings in theirs.json are our own and are left out.");
  }

  @Test
  void whatTheySayNeverCounts() throws IOException {
    var beside =
        new Beside(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(TheirFile.read(file(evaluation("AWS::S3::Bucket", "shop-a")))));
    var report = ScanReport.of(SCAN, beside, MadeScan.TODAY);
    assertThat(report.theirs()).hasSize(1);
    assertThat(report.exitCode()).isZero();
    assertThat(report.findings()).hasSize(2);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    for (var text : List.of("", "[]", "{}", "{\"Findings\":3}", "nothing", "[".repeat(1000))) {
      var file = file(text);
      assertThatThrownBy(() -> TheirFile.read(file))
          .as(text)
          .hasMessageContaining("holds no results of Security Hub or AWS Config");
    }
  }

  private TheirFinding config(String type, String name) throws IOException {
    return TheirFile.read(file(evaluation(type, name))).against(SCAN, new ArrayList<>()).getFirst();
  }

  private static String evaluation(String type, String name) {
    return """
    {"EvaluationResults":[{"EvaluationResultIdentifier":{"EvaluationResultQualifier":
    {"ConfigRuleName":"s3-bucket-ssl-requests-only","ResourceType":"%s","ResourceId":"%s"},
    "OrderingTimestamp":"2026-03-20T08:00:00Z"},"ComplianceType":"NON_COMPLIANT",
    "ResultRecordedTime":"2026-03-20T08:01:00Z"}]}\
    """
        .formatted(type, name);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("theirs.json"), text);
  }
}
