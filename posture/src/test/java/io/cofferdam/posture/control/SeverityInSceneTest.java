package io.cofferdam.posture.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The same fault weighs by what lies there and by who reaches it.
@Covers("P-01")
class SeverityInSceneTest {
  private static final String OWN = "111122223333";
  private static final String OPEN_POLICY =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
      "Action":"s3:GetObject","Resource":"arn:aws:s3:::shop-training/*"}]}""";

  private static final String FOREIGN_POLICY =
      OPEN_POLICY.replace("\"*\"", "{\"AWS\":\"arn:aws:iam::444455556666:root\"}");

  private static Finding acl(String facts, Store... stores) throws Exception {
    return finding("aws.s3.acl-disabled", facts, "", stores);
  }

  private static Finding finding(String control, String facts, String tag, Store... stores)
      throws Exception {
    var bucket =
        new Resource(
            "s3-bucket",
            "arn:aws:s3:::shop-training",
            "shop-training",
            OWN,
            "eu-central-1",
            (ObjectNode) new JsonMapper().readTree(facts),
            List.of());
    var account =
        new Resource(
            Inventory.ACCOUNT,
            "arn:aws:iam::" + OWN + ":root",
            OWN,
            OWN,
            "",
            JsonNodeFactory.instance.objectNode(),
            List.of());
    var map =
        new DataMap(
            Organisation.unknown(),
            List.of(),
            List.of(),
            List.of(stores),
            Optional.empty(),
            List.of(),
            List.of(),
            new Expectations(List.of(), List.of(), -1, tag));
    var scene = new Scene(new Inventory(List.of(account, bucket), List.of()), map, Instant.EPOCH);
    return new Evaluator(ControlCatalogue.shipped("aws").controls(), new Predicates())
        .evaluate(scene).stream()
            .filter(each -> each.control().id().equals(control))
            .filter(each -> each.resource().type().equals("s3-bucket"))
            .findFirst()
            .orElseThrow();
  }

  private static Store store(Ternary personal, String... classes) {
    return new Store(
        "training",
        ResourceId.bucket("shop-training"),
        "",
        StoreRole.TRAINING_DATA,
        List.of(classes),
        personal,
        Map.of(),
        List.of(),
        List.of(),
        "",
        Ternary.UNKNOWN,
        -1,
        List.of());
  }

  @Test
  void aFaultWeighsAsItsControlSaysWhereNothingIsTold() throws Exception {
    var finding = acl("{}");
    assertThat(finding.outcome()).isInstanceOf(Outcome.Violated.class);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.weighed()).isEmpty();
  }

  @Test
  void restrictedDataMakeItGraverAndInternalOnesLighter() throws Exception {
    assertThat(acl("{}", store(Ternary.TRUE, "health")).severity()).isEqualTo(Severity.HIGH);
    assertThat(acl("{}", store(Ternary.TRUE, "contact")).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(acl("{}", store(Ternary.FALSE)).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void theMostSensitiveStoreOfABucketDecides() throws Exception {
    assertThat(acl("{}", store(Ternary.FALSE), store(Ternary.TRUE, "payment-card")).weighed())
        .containsExactly("restricted data");
  }

  @Test
  void aTagTellsTheClassWhereTheDataMapDoesNot() throws Exception {
    var tagged = "{\"tags\": [{\"Key\": \"Data-Class\", \"Value\": \"Restricted\"}]}";
    assertThat(acl(tagged).severity()).isEqualTo(Severity.HIGH);
    assertThat(acl(tagged, store(Ternary.FALSE)).severity()).isEqualTo(Severity.LOW);
    assertThat(finding("aws.s3.acl-disabled", tagged, "shop:class").severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aFaultOnAnOpenBucketIsGraver() throws Exception {
    var facts = new JsonMapper().createObjectNode().put("policy", OPEN_POLICY).toString();
    var finding = acl(facts);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.weighed()).containsExactly("outsiders reach it");
  }

  @Test
  void nothingIsGraverThanTheFaultThatLetsOutsidersIn() throws Exception {
    var facts = new JsonMapper().createObjectNode().put("policy", FOREIGN_POLICY).toString();
    assertThat(finding("aws.s3.external-access", facts, "").severity()).isEqualTo(Severity.HIGH);
    assertThat(finding("aws.s3.tls-only", facts, "").severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void publicDataMayBeReadByAnybodyButNotChanged() throws Exception {
    var facts =
        new JsonMapper()
            .createObjectNode()
            .put("policy", OPEN_POLICY.replace("s3:GetObject", "s3:*"))
            .set("tags", new JsonMapper().readTree("{\"data-class\":\"public\"}"))
            .toString();
    var read = finding("aws.s3.public-read-effective", facts, "");
    assertThat(read.outcome()).isInstanceOf(Outcome.Violated.class);
    assertThat(read.severity()).isEqualTo(Severity.LOW);
    assertThat(finding("aws.s3.public-write-effective", facts, "").severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void internalDataThatStandOpenAreNoLighter() throws Exception {
    var facts = new JsonMapper().createObjectNode().put("policy", OPEN_POLICY).toString();
    var open = finding("aws.s3.public-read-effective", facts, "", store(Ternary.FALSE));
    assertThat(open.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(open.weighed()).isEmpty();
  }
}
