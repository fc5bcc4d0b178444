package io.cofferdam.posture.predicate.identity;

import static io.cofferdam.posture.predicate.identity.MadeAccount.allow;
import static io.cofferdam.posture.predicate.identity.MadeAccount.arn;
import static io.cofferdam.posture.predicate.identity.MadeAccount.policy;
import static io.cofferdam.posture.predicate.identity.MadeAccount.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom roles and resources trust: faults, and what only looks like one.
@Covers("P-01")
class TrustTest {
  private static final String GITHUB = "token.actions.githubusercontent.com";

  private static String tokens(String provider, String conditions) {
    return policy(
        """
        {"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/%s"},
        "Action":"sts:AssumeRoleWithWebIdentity","Condition":{%s}}"""
            .formatted(provider, conditions));
  }

  private static Outcome oidc(String provider, String conditions) {
    return new MadeAccount()
        .role("deploy", tokens(provider, conditions))
        .of("iam-oidc-trust", "iam-role", arn("deploy"));
  }

  private static String subject(String operator, String value) {
    return "\"%s\":{\"%s:sub\":\"%s\"}".formatted(operator, GITHUB, value);
  }

  @ParameterizedTest
  @CsvSource({
    "StringLike, repo:shop/app:*",
    "StringLike, repo:shop/app:ref:refs/heads/main",
    "StringEquals, repo:shop/app:environment:production",
    "StringEqualsIgnoreCase, repo:shop/app:ref:refs/heads/main"
  })
  void aSubjectOfOneRepositoryIsPinned(String operator, String value) {
    assertThat(oidc(GITHUB, subject(operator, value))).isInstanceOf(Outcome.Met.class);
  }

  @ParameterizedTest
  @CsvSource({
    "StringLike, repo:shop/*",
    "StringLike, repo:*:ref:refs/heads/main",
    "StringLike, *",
    "StringLike, repo:shop*/app:*",
    "StringNotEquals, repo:evil/app:ref:refs/heads/main"
  })
  void aSubjectOfManyRepositoriesIsNot(String operator, String value) {
    assertThat(oidc(GITHUB, subject(operator, value)))
        .isInstanceOfSatisfying(Outcome.Violated.class, v -> assertThat(v.witness()).isNotEmpty());
  }

  @Test
  void anAudienceAloneLetsEveryRepositoryIn() {
    assertThat(
            oidc(GITHUB, "\"StringEquals\":{\"%s:aud\":\"sts.amazonaws.com\"}".formatted(GITHUB)))
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void aServiceAccountOfAClusterIsPinned() {
    var cluster = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE";
    assertThat(
            oidc(
                cluster,
                "\"StringEquals\":{\"%s:sub\":\"system:serviceaccount:shop:orders\"}"
                    .formatted(cluster)))
        .isInstanceOf(Outcome.Met.class);
    assertThat(
            oidc(
                cluster,
                "\"StringLike\":{\"%s:sub\":\"system:serviceaccount:*:*\"}".formatted(cluster)))
        .isInstanceOf(Outcome.Violated.class);
  }

  private static Outcome external(String trust) {
    return new MadeAccount()
        .role("vendor", trust)
        .of("iam-external-trust", "iam-role", arn("vendor"));
  }

  private static String from(String principal, String condition) {
    return policy(
        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},\"Action\":\"sts:AssumeRole\"%s}"
            .formatted(principal, condition.isEmpty() ? "" : ",\"Condition\":{" + condition + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"StringEquals\":{\"sts:ExternalId\":\"agreed-4711\"}",
        "\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}",
        "\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-exampleorg1\"}"
      })
  void anOutsiderWithAConditionIsKeptOut(String condition) {
    assertThat(external(from("arn:aws:iam::444455556666:root", condition)))
        .isInstanceOf(Outcome.Met.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:iam::444455556666:root|''",
        "444455556666|''",
        "arn:aws:iam::444455556666:role/vendor|''",
        "*|''",
        "arn:aws:iam::444455556666:root|\"StringLike\":{\"sts:ExternalId\":\"*\"}",
        "arn:aws:iam::444455556666:root|\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"true\"}"
      })
  void anOutsiderWithoutOneIsNot(String principal, String condition) {
    assertThat(external(from(principal, condition))).isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void theOwnAccountIsNoOutsider() {
    assertThat(external(from("arn:aws:iam::111122223333:root", "")))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void anAccountThatMayBelongToTheOrganisationIsUndetermined() {
    assertThat(
            new MadeAccount()
                .organisationUnread()
                .role("vendor", from("arn:aws:iam::444455556666:root", ""))
                .of("iam-external-trust", "iam-role", arn("vendor")))
        .isInstanceOf(Outcome.Undetermined.class);
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock.amazonaws.com, '', true",
    "lambda.amazonaws.com, '', false",
    "ec2.amazonaws.com, '', false"
  })
  void servicesThatActForOthersMustBeBound(String service, String condition, boolean fault) {
    var outcome =
        new MadeAccount()
            .role("agent", trusting("{\"Service\":\"" + service + "\"}"))
            .ofAccount("iam-confused-deputy");
    assertThat(outcome instanceof Outcome.Violated).as("%s", outcome).isEqualTo(fault);
  }

  @Test
  void aServiceBoundToTheAccountIsNoDeputyOfStrangers() {
    var bound =
        policy(
            """
            {"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"},
            "Action":"sts:AssumeRole","Condition":{"StringEquals":
            {"aws:SourceAccount":"111122223333"}}}""");
    assertThat(new MadeAccount().role("agent", bound).ofAccount("iam-confused-deputy"))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void aPipelineThatDeploysIsQuietAndOneThatReadsIsNot() {
    var pipeline = tokens(GITHUB, subject("StringLike", "repo:shop/app:*"));
    assertThat(
            new MadeAccount()
                .bucket("shop-data", "confidential")
                .role("deploy", pipeline, allow("ecr:PutImage", "*"))
                .of("iam-cicd-excess", "iam-role", arn("deploy")))
        .isInstanceOf(Outcome.Met.class);
    assertThat(
            new MadeAccount()
                .bucket("shop-data", "confidential")
                .role("deploy", pipeline, allow("s3:GetObject", "arn:aws:s3:::shop-*/*"))
                .of("iam-cicd-excess", "iam-role", arn("deploy")))
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void withoutAClassOfDataNothingIsCountedAndTheWayToItIsTold() {
    var account = new MadeAccount().bucket("shop-data", "").role("a", trusting("{\"AWS\":\"*\"}"));
    assertThat(account.of("iam-readers-count", "s3-bucket", "arn:aws:s3:::shop-data"))
        .isInstanceOfSatisfying(
            Outcome.NotApplicable.class, na -> assertThat(na.why()).contains("--data-map"));
  }

  @Test
  void aCeilingWithAWildcardExemptionIsNone() {
    var deny =
        """
        {"Effect":"Deny","Action":["cloudtrail:*","guardduty:*","config:*","kms:*","s3:*"],
        "Resource":"*","Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/%s"}}}""";
    assertThat(
            new MadeAccount()
                .organisation(List.of(policy(deny.formatted("*"))), List.of())
                .ofAccount("org-logging-guard"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, v -> assertThat(v.why()).contains("everybody is exempt"));
    assertThat(
            new MadeAccount()
                .organisation(List.of(policy(deny.formatted("break-glass"))), List.of())
                .ofAccount("org-logging-guard"))
        .isInstanceOfSatisfying(
            Outcome.Met.class,
            met -> assertThat(met.proof()).anyMatch(line -> line.contains("break-glass")));
  }
}
