package io.cofferdam.posture.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("P-01")
class BucketPredicatesTest {
  private static final String OWN = "111122223333";

  private static Outcome read(String condition, ObjectNode accountFacts) {
    var bucket = JsonNodeFactory.instance.objectNode();
    bucket.put(
        "policy",
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
        "Action":"s3:GetObject","Resource":"arn:aws:s3:::shop-training/*"%s}]}"""
            .formatted(condition));
    var resource =
        new Resource(
            "s3-bucket",
            "arn:aws:s3:::shop-training",
            "shop-training",
            OWN,
            "eu-central-1",
            bucket,
            List.of());
    var account =
        new Resource(
            Traversal.ACCOUNT,
            "arn:aws:iam::" + OWN + ":root",
            OWN,
            OWN,
            "",
            accountFacts,
            List.of());
    return new Predicates()
        .named("s3-no-public-read")
        .evaluate(
            resource,
            Scene.of(new Inventory(List.of(account, resource), List.of()), Instant.EPOCH));
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void aPolicyThatLeavesItToAccessPointsIsNeverMet() {
    var outcome =
        read(
            ",\"Condition\":{\"StringEquals\":{\"s3:DataAccessPointAccount\":\"111122223333\"}}",
            nothing());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Undetermined.class,
            open -> assertThat(open.missing()).singleElement().asString().contains("access point"));
  }

  @Test
  void whatAnOrganisationMayStillForbidIsSaid() {
    var account = nothing();
    account.putObject("organisation").put("Id", "o-exampleorg1");
    assertThat(read("", account))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            open -> assertThat(open.why()).contains("organisation o-exampleorg1 may still forbid"));
    assertThat(read("", nothing()))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, open -> assertThat(open.why()).doesNotContain("organisation"));
  }
}
