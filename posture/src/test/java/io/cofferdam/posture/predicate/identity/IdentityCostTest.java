package io.cofferdam.posture.predicate.identity;

import static io.cofferdam.posture.predicate.identity.MadeAccount.ID;
import static io.cofferdam.posture.predicate.identity.MadeAccount.allow;
import static io.cofferdam.posture.predicate.identity.MadeAccount.policy;
import static io.cofferdam.posture.predicate.identity.MadeAccount.service;
import static io.cofferdam.posture.predicate.identity.MadeAccount.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.testkit.ProcessorTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// An account with 1,000 roles and 100 buckets with sensitive data is judged in seconds: roles that
/// are alike are decided once.
class IdentityCostTest {
  private static final int ROLES = 1_000;
  private static final int BUCKETS = 100;

  private static MadeAccount large() {
    var account = new MadeAccount();
    for (var i = 0; i < BUCKETS; i++) {
      account.bucket("shop-data-" + i, "confidential");
    }
    for (var i = 0; i < ROLES; i++) {
      var trust =
          switch (i % 4) {
            case 0 -> trusting(service("lambda.amazonaws.com"));
            case 1 -> trusting(service("ec2.amazonaws.com"));
            case 2 -> trusting("{\"AWS\":\"arn:aws:iam::" + ID + ":root\"}");
            default -> trusting("{\"AWS\":\"" + MadeAccount.arn("role-" + (i - 1)) + "\"}");
          };
      var rights =
          switch (i % 50) {
            case 7 -> allow("lambda:CreateFunction lambda:InvokeFunction iam:PassRole", "*");
            case 11 -> allow("sts:AssumeRole", "*");
            case 13 -> allow("s3:GetObject", "arn:aws:s3:::shop-*/*");
            default -> allow("s3:GetObject", "arn:aws:s3:::shop-data-" + i % BUCKETS + "/*");
          };
      account.role("role-" + i, trust, rights);
    }
    account.role("people", trusting(service("lambda.amazonaws.com")), allow("*", "*"));
    var lock =
        policy(
            """
            {"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":
            {"StringNotEquals":{"aws:RequestedRegion":"eu-central-1"}}}\
            """);
    return account.organisation(List.of(lock), List.of());
  }

  @Test
  void thousandsOfRolesAreJudgedWithoutWaiting() {
    var scene = large().scene();
    var controls =
        ControlCatalogue.shipped("aws").controls().stream()
            .filter(each -> IdentityPredicates.all().containsKey(each.predicate()))
            .toList();
    Map<String, Long> took = new TreeMap<>();
    Map<String, Long> undetermined = new TreeMap<>();
    var begun = ProcessorTime.begin();
    for (var control : controls) {
      var from = System.nanoTime();
      var findings = new Evaluator(List.of(control), new Predicates()).evaluate(scene);
      took.put(control.id(), (System.nanoTime() - from) / 1_000_000);
      undetermined.put(
          control.id(),
          findings.stream().filter(f -> f.outcome() instanceof Outcome.Undetermined).count());
    }
    assertThat(begun.used())
        .as("milliseconds by control: %s", took)
        .isLessThan(Duration.ofMinutes(1));
    assertThat(undetermined).containsEntry("aws.iam.readers-count", 0L);
  }
}
