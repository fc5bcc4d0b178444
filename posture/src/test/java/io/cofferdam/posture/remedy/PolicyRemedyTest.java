package io.cofferdam.posture.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-01")
class PolicyRemedyTest {
  private static final String OWN = "111122223333";
  private static final List<Control> CONTROLS = ControlCatalogue.shipped("aws").controls();
  private static final String OPEN =
      "{\"Sid\":\"Open\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
          + "\"Resource\":\"arn:aws:s3:::shop-training/*\"}";
  private static final String PARTNER =
      "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:role/reader\"},"
          + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::shop-training/in/*\"}";

  @Test
  void theStatementThatOpensABucketIsRemovedAndTheOthersStay() {
    var change = change("aws.s3.public-read-effective", OPEN + "," + PARTNER).orElseThrow();
    assertThat(change.policy().path("Statement")).hasSize(1);
    assertThat(change.what()).isEqualTo("statement 1 (\"Open\") is removed");
    assertThat(change.closes().answer()).isEqualTo("yes");
    assertThat(change.opens().answer()).isEqualTo("no");
  }

  /// The partner's own statement covers `in/` only; all else came through the open one.
  @Test
  void aNamedCallerWhoLosesAWayInIsNamedWithARequest() {
    var change = change("aws.s3.public-read-effective", OPEN + "," + PARTNER).orElseThrow();
    assertThat(change.cutsOff())
        .singleElement()
        .satisfies(
            side -> {
              assertThat(side.answer()).isEqualTo("yes");
              assertThat(side.request()).contains("arn:aws:iam::444455556666:role/reader");
            });
  }

  @Test
  void aDenyIsAddedWherePlainHttpIsAnswered() {
    var change = change("aws.s3.tls-only", PARTNER).orElseThrow();
    assertThat(change.policy().path("Statement")).hasSize(2);
    assertThat(change.policy().path("Statement").path(1).path("Condition").toString())
        .contains("aws:SecureTransport");
    assertThat(change.closes().request()).contains("aws:securetransport = false");
    assertThat(change.opens().answer()).isEqualTo("no");
  }

  @Test
  void aBucketWithoutAPolicyGetsOne() {
    assertThat(change("aws.s3.tls-only", "").orElseThrow().policy().path("Statement")).hasSize(1);
  }

  @Test
  void whereAListOpensTheBucketNoPolicyIsOffered() {
    var bucket = bucket("");
    bucket
        .facts()
        .withObject("/acl")
        .putArray("Grants")
        .addObject()
        .put("Permission", "READ")
        .putObject("Grantee")
        .put("Type", "Group")
        .put("URI", "http://acs.amazonaws.com/groups/global/AllUsers");
    var finding = finding("aws.s3.public-read-effective", bucket);
    assertThat(finding.outcome().word()).isEqualTo("Violated");
    assertThat(new PolicyRemedy(scene(bucket)).of(finding)).isEmpty();
  }

  /// An eleventh caller is not tried; that is said.
  @Test
  void callersWhoAreNotTriedAreCounted() {
    var names = new StringBuilder();
    for (var at = 0; at < 14; at++) {
      names.append(at == 0 ? "" : ",").append("\"arn:aws:iam::444455556666:role/r" + at + "\"");
    }
    var many =
        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":["
            + names
            + "]},\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::shop-training/in/*\"}";
    var change = change("aws.s3.public-read-effective", OPEN + "," + many).orElseThrow();
    assertThat(change.cutsOff())
        .contains(new PolicyChange.Side("unknown", "4 more callers whom the policy names"));
  }

  @Test
  void whoIsNamedByAConditionIsNoNobody() {
    var named = OPEN.replace("}", ",\"Condition\":{\"StringEquals\":{\"aws:UserAgent\":\"x\"}}}");
    var shared =
        "{\"Sid\":\"Shared\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
            + "\"Resource\":\"arn:aws:s3:::shop-training/*\",\"Condition\":{\"StringLike\":"
            + "{\"aws:PrincipalArn\":\"arn:aws:iam::444455556666:role/reader\"}}}";
    var change = change("aws.s3.external-access", shared + "," + named).orElseThrow();
    assertThat(change.cutsOff())
        .anySatisfy(
            side -> {
              assertThat(side.answer()).isEqualTo("yes");
              assertThat(side.request()).contains("444455556666:assumed-role/reader/");
            });
  }

  @Test
  void aServiceThatLosesAWayInIsNamed() {
    var service =
        "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"logging.s3.amazonaws.com\"},"
            + "\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::shop-training/logs/*\"}";
    var change = change("aws.s3.tls-only", service).orElseThrow();
    assertThat(change.cutsOff())
        .anySatisfy(side -> assertThat(side.request()).contains("logging.s3.amazonaws.com"));
  }

  @Test
  void aSidThatIsTakenIsNotUsedAgain() {
    var change =
        change(
                "aws.s3.tls-only",
                PARTNER.replace("{\"Effect\"", "{\"Sid\":\"DenyWithoutTls\",\"Effect\""))
            .orElseThrow();
    assertThat(change.policy().path("Statement").path(1).path("Sid").asText())
        .isEqualTo("DenyWithoutTls2");
  }

  private static final String OWN_SERVICE =
      "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},"
          + "\"Action\":\"sts:AssumeRole\"}";
  private static final String PARTNER_TRUST =
      "{\"Sid\":\"Partner\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},"
          + "\"Action\":\"sts:AssumeRole\"}";

  /// As it stands in a file, and as IAM gives it: encoded, whatever it begins with.
  @ParameterizedTest
  @ValueSource(strings = {"plain", "encoded", "encoded with a line before"})
  void theTrustOfAStrangerIsRemovedAndThatOfTheServiceStays(String form) {
    var change = trust(form, OWN_SERVICE + "," + PARTNER_TRUST).orElseThrow();
    assertThat(change.what()).isEqualTo("statement 2 (\"Partner\") is removed");
    assertThat(change.policy().path("Statement")).hasSize(1);
    assertThat(change.closes().answer()).isEqualTo("yes");
    assertThat(change.closes().request()).contains("444455556666", "sts:AssumeRole");
    assertThat(change.opens().answer()).isEqualTo("no");
    assertThat(change.cutsOff())
        .singleElement()
        .satisfies(side -> assertThat(side.request()).contains("444455556666"));
  }

  @Test
  void aRoleIsNotLeftWithoutATrustPolicy() {
    assertThat(trust("plain", PARTNER_TRUST)).isEmpty();
  }

  private static Optional<PolicyChange> trust(String form, String statements) {
    var text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    var encoded =
        URLEncoder.encode((form.endsWith("before") ? "\n" : "") + text, StandardCharsets.UTF_8)
            .replace("+", "%20");
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("RoleName", "deploy");
    facts.put("AssumeRolePolicyDocument", form.equals("plain") ? text : encoded);
    var role =
        new Resource(
            "iam-role",
            "arn:aws:iam::" + OWN + ":role/deploy",
            "deploy",
            OWN,
            "",
            facts,
            List.of());
    var finding = finding("aws.iam.trust-external", role);
    assertThat(finding.outcome().word()).isEqualTo("Violated");
    return new PolicyRemedy(scene(role)).of(finding);
  }

  private static Optional<PolicyChange> change(String control, String statements) {
    var bucket = bucket(statements);
    var finding = finding(control, bucket);
    assertThat(finding.outcome().word()).isEqualTo("Violated");
    return new PolicyRemedy(scene(bucket)).of(finding);
  }

  private static Finding finding(String control, Resource bucket) {
    var scene = scene(bucket);
    return new Evaluator(
            CONTROLS.stream().filter(c -> c.id().equals(control)).toList(), new Predicates())
        .evaluate(scene).stream()
            .filter(f -> f.resource().id().equals(bucket.id()))
            .findFirst()
            .orElseThrow();
  }

  private static Scene scene(Resource bucket) {
    var account =
        new Resource(
            Inventory.ACCOUNT,
            "arn:aws:iam::" + OWN + ":root",
            OWN,
            OWN,
            "",
            JsonNodeFactory.instance.objectNode(),
            List.of());
    return Scene.of(
        new Inventory(List.of(account, bucket), List.of()), Instant.parse("2026-03-01T00:00:00Z"));
  }

  private static Resource bucket(String statements) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    if (!statements.isEmpty()) {
      facts.put("policy", "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}");
    }
    var acl = facts.putObject("acl");
    acl.putObject("Owner").put("ID", "owner");
    acl.putArray("Grants")
        .addObject()
        .put("Permission", "FULL_CONTROL")
        .putObject("Grantee")
        .put("Type", "CanonicalUser")
        .put("ID", "owner");
    return new Resource(
        "s3-bucket",
        "arn:aws:s3:::shop-training",
        "shop-training",
        OWN,
        "eu-central-1",
        facts,
        List.of());
  }
}
