package io.cofferdam.posture.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.spi.CallOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The shipped calls of an organisation, walked over one with units within units.
class TreeWalkTest {
  private static final String ROOT =
      "arn:aws:organizations::111122223333:root/o-exampleorg1/r-ab12";

  private static Inventory walk(PlannedCloud cloud) {
    var shipped = CollectPlan.shipped("aws");
    var plan =
        new CollectPlan(
            "aws",
            shipped.services().stream().filter(s -> s.service().equals("organizations")).toList());
    return Traversal.walk(
        plan,
        new LiveAnswers(cloud, Optional.empty(), Optional.empty(), () -> Instant.EPOCH),
        List.of(new Place("111122223333", "us-east-1", List.of("eu-central-1"))),
        Progress.SILENT);
  }

  private static String units(String... ids) {
    var json = new StringBuilder("{\"OrganizationalUnits\":[");
    for (var id : ids) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
          .append("{\"Id\":\"%s\",\"Name\":\"%s\",\"Arn\":\"".formatted(id, id))
          .append("arn:aws:organizations::111122223333:ou/o-exampleorg1/%s\"}".formatted(id));
    }
    return json.append("]}").toString();
  }

  @Test
  void unitsWithinUnitsAreWalkedToTheEndAndEachIsAskedOnce() {
    var cloud =
        new PlannedCloud()
            .answer(
                "organizations DescribeOrganization",
                """
                {"Organization":{"Id":"o-exampleorg1","MasterAccountId":"111122223333",
                "MasterAccountEmail":"a@b.example"}}""")
            .answer(
                "organizations ListRoots",
                "{\"Roots\":[{\"Id\":\"r-ab12\",\"Name\":\"Root\",\"Arn\":\"%s\"}]}"
                    .formatted(ROOT))
            .answer(parent("r-ab12"), units("ou-ab12-shop0001"))
            .answer(parent("ou-ab12-shop0001"), units("ou-ab12-prod0001", "ou-ab12-test0001"))
            .answer(parent("ou-ab12-prod0001"), units())
            .answer(parent("ou-ab12-test0001"), units());
    var inventory = walk(cloud);
    assertThat(inventory.ofType("org-unit"))
        .extracting(Resource::name)
        .containsExactlyInAnyOrder(
            "Root", "ou-ab12-shop0001", "ou-ab12-prod0001", "ou-ab12-test0001");
    assertThat(cloud.asked()).doesNotHaveDuplicates();
    assertThat(inventory.resources().toString()).doesNotContain("a@b.example");
  }

  private static String parent(String id) {
    return "organizations ListOrganizationalUnitsForParent ParentId=" + id;
  }

  @Test
  void anAccountOutsideAnyOrganisationIsNotAskedForItsTree() {
    var cloud =
        new PlannedCloud()
            .refuse(
                "organizations DescribeOrganization",
                CallOutcome.FAILED,
                "AWSOrganizationsNotInUseException");
    assertThat(walk(cloud).gaps()).isEmpty();
    assertThat(cloud.asked()).containsExactly("organizations DescribeOrganization");
  }
}
