package io.cofferdam.app.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.report.ReportShape;
import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.RealSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hour of 27 attack techniques of the Invictus data set, by the whole command.
@Covers("R-05")
class InvictusTest {
  private static final String WHO = "arn:aws:iam::123837392027:user/bert-jan";

  @TempDir static Path folder;
  private static JsonNode report = MissingNode.getInstance();

  @BeforeAll
  static void investigate() {
    var log = RealSamples.file("invictus-aws-stratus-cloudtrail.tar.gz").toString();
    assertThat(Ran.investigate(folder, log).code()).isZero();
    report = Ran.report(folder);
    ReportShape.check(report);
  }

  @Test
  void theSharesAreListedWithWhomAndTheirEvents() {
    assertThat(acts())
        .contains(
            "12:11:01 shared with account 012345678901 8fe3095f-909c-41f5-a769-00b9ec6e95df",
            "12:11:57 share taken back from account 012345678901"
                + " 8d96ddae-ab7e-4230-9935-44dde036f058",
            "12:11:28 shared with account 012345678912 741616fd-4713-426d-8861-3ccae4ba994e",
            "12:11:57 share taken back from account 012345678912"
                + " 3ad01b1d-ebc1-4830-994b-9210534ab9f2",
            "12:22:06 shared with account 193672423079 2d19ab1e-82e9-4302-ad10-a405b50c8d49",
            "12:28:24 share taken back from account 193672423079"
                + " d1bc9379-2adc-4b94-b38f-07a2bad4856d",
            "12:24:11 UpdateAssumeRolePolicy: policy set that names account 193672423079"
                + " d96d75c7-e715-44ff-9735-9dc51afbd774",
            "12:25:40 invocation permitted to anyone b1f37249-bb39-4b9c-a302-e6d0f807d70c");
    assertThat(report.path("changes"))
        .allMatch(each -> each.path("principal").asText().equals(WHO));
    assertThat(Ran.page(folder)).contains("shared with account 193672423079");
  }

  @Test
  void everyReadOfASecretIsListedWithItsEvent() {
    var reads = report.path("secretReads");
    assertThat(reads).hasSize(184);
    assertThat(reads)
        .allMatch(
            each ->
                each.path("principal").asText().equals(WHO)
                    && each.path("error").asText().isEmpty()
                    && each.at("/event/id").asText().length() == 36);
    assertThat(reads.findValuesAsText("action"))
        .containsOnly("GetSecretValue", "GetParameter", "GetParameters");
    assertThat(reads)
        .anyMatch(
            each ->
                each.at("/event/id").asText().equals("8599c507-ac70-4fca-ae78-58ebbae19220")
                    && each.path("secret").asText().contains("retrieve-secret-5-"));
  }

  @Test
  void theActsAgainstTheLogsAreListedWithTheirEvents() {
    var acts = new ArrayList<String>();
    for (var each : report.path("tampering")) {
      acts.add(
          each.path("time").asText().substring(11, 19)
              + " "
              + each.path("action").asText()
              + " "
              + each.at("/event/id").asText());
    }
    assertThat(acts)
        .containsExactlyInAnyOrder(
            "12:00:08 PutEventSelectors 076e96d5-2983-473f-920a-2fc2d7e02777",
            "12:00:35 PutBucketLifecycle 7823c70d-f7f9-4a04-b4c0-baa8fbe09ea3",
            "12:02:26 DeleteFlowLogs de58d903-38d7-4f30-a84b-b79d858e8376",
            "12:08:00 DeleteLogGroup 349b65f9-1932-4258-a52e-476cf4fcf6d7",
            "12:08:04 DeleteTrail fcec2e46-3cc3-4ac2-8144-3674f06990e4",
            "12:08:04 DeleteTrail c0057a42-1625-4b1d-9db5-352f931f790a",
            "12:08:06 DeleteBucket d6b83ae2-b5f0-40e6-8079-8311b8934faf",
            "12:08:10 DeleteBucket 0bf919d7-2cce-42ba-a1fa-96f6a21c780b");
  }

  @Test
  void objectReadsAreUndeterminedBecauseNoLogTellsOfThem() {
    assertThat(report.at("/objects/atLeast").asInt()).isZero();
    assertThat(report.at("/objects/atMost").isNull()).isTrue();
    assertThat(report.path("noEvidenceOfAccess").asBoolean()).isFalse();
    assertThat(report.path("unknown"))
        .anyMatch(
            each ->
                each.path("what").asText().startsWith("which objects of")
                    && each.path("why").asText().contains("no data events"));
    assertThat(report.path("narrow"))
        .anyMatch(each -> each.path("input").asText().startsWith("CloudTrail data events of"));
  }

  /// Save what its kind alone keeps closed: nobody without credentials reaches a snapshot or role.
  @Test
  void nothingIsClaimedOpenOrClosed() {
    assertThat(report.path("exposures")).isNotEmpty();
    assertThat(report.path("exposures"))
        .allMatch(each -> each.path("state").asText().equals("UNKNOWN") || byItsKind(each));
  }

  private static boolean byItsKind(JsonNode exposure) {
    return exposure.path("state").asText().equals("CLOSED")
        && exposure.path("because").toString().contains("by its kind");
  }

  private static List<String> acts() {
    var acts = new ArrayList<String>();
    for (var each : report.path("changes")) {
      acts.add(
          each.path("time").asText().substring(11, 19)
              + " "
              + each.path("what").asText()
              + " "
              + each.at("/event/id").asText());
    }
    return acts;
  }
}
