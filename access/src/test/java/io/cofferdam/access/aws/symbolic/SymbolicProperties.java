package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.symbolic.PublicAnswer.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/// The symbolic answers against concrete requests over a small universe, decided one by one; and
/// laws that hold of any policy.
class SymbolicProperties {
  private static final int REQUESTS = 250;

  @Property(tries = 1_500)
  void noRequestOfASmallUniverseContradictsAComparison(@ForAll long seed) {
    assertComparisonHolds(new Random(seed));
  }

  @Tag("soak")
  @Property(tries = 200_000)
  void noRequestContradictsAComparisonOverMany(@ForAll long seed) {
    assertComparisonHolds(new Random(seed));
  }

  private static void assertComparisonHolds(Random random) {
    PolicyDocument before = parse(OraclePolicy.random(random, 4).json());
    PolicyDocument after = parse(OraclePolicy.random(random, 4).json());
    Answer answer = new PolicyComparison(before, after).opened();
    assertThat(answer).as("%s to %s", before, after).isNotInstanceOf(Answer.Unknown.class);
    if (answer instanceof Answer.Found) {
      return;
    }
    for (int i = 0; i < REQUESTS; i++) {
      DecisionRequest request = request(random);
      assertThat(allowed(request, after) && !allowed(request, before))
          .as("%s under %s to %s", request, before, after)
          .isFalse();
    }
  }

  @Property(tries = 1_000)
  void whateverIsNotPublicLetsNoStrangerIn(@ForAll long seed) {
    Random random = new Random(seed);
    PolicyDocument policy = parse(OraclePolicy.random(random, 4).json());
    PublicAnswer answer = PublicQuestion.of(OraclePolicy.BUCKET, "111122223333", policy).answer();
    assertThat(answer.verdict()).as("%s", policy).isNotEqualTo(Verdict.UNKNOWN);
    for (int i = 0; i < REQUESTS && answer.verdict() == Verdict.NOT_PUBLIC; i++) {
      DecisionRequest request = request(random);
      boolean stranger =
          request.principal().account().isEmpty()
              || request.principal().account().equals("777788889999");
      String address = request.context().single("aws:sourceip").orElse("");
      boolean fixedNetwork = address.startsWith("203.0.113.") || address.startsWith("10.");
      // these two actions are about objects
      boolean real =
          request.resource().indexOf('/') > 0
              || !(request.action().equals("s3:GetObject")
                  || request.action().equals("s3:PutObject"));
      if (stranger && !fixedNetwork && !address.isEmpty() && real) {
        assertThat(allowed(request, policy)).as("%s under %s", request, policy).isFalse();
      }
    }
  }

  @Property(tries = 400)
  void lawsOfComparison(@ForAll long seed) {
    Random random = new Random(seed);
    PolicyDocument policy = parse(OraclePolicy.random(random, 4).json());
    PolicyDocument extra = parse(OraclePolicy.random(random, 1).json());
    assertThat(new PolicyComparison(policy, policy).opened())
        .as("%s with itself", policy)
        .isInstanceOf(Answer.Impossible.class);
    List<Statement> shuffled = new ArrayList<>(policy.statements());
    Collections.shuffle(shuffled, random);
    assertThat(
            new PolicyComparison(policy, new PolicyDocument(policy.version(), shuffled)).opened())
        .as("%s in another order", policy)
        .isInstanceOf(Answer.Impossible.class);
    List<Statement> more = new ArrayList<>(policy.statements());
    more.addAll(extra.statements());
    PolicyComparison added =
        new PolicyComparison(policy, new PolicyDocument(policy.version(), more));
    for (Statement statement : extra.statements()) {
      Answer never =
          switch (statement.effect()) {
            case ALLOW -> added.closed();
            case DENY -> added.opened();
          };
      assertThat(never).as("%s to %s", policy, more).isInstanceOf(Answer.Impossible.class);
    }
  }

  @Property(tries = 300)
  void aDenyOfEverythingMakesEverythingNotPublic(@ForAll long seed) {
    PolicyDocument policy = parse(OraclePolicy.random(new Random(seed), 4).json());
    List<Statement> statements = new ArrayList<>(policy.statements());
    statements.addAll(
        PolicyComparisonTest.statements(
                "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}")
            .statements());
    PublicAnswer answer =
        PublicQuestion.of(
                OraclePolicy.BUCKET,
                "111122223333",
                new PolicyDocument(policy.version(), statements))
            .answer();
    assertThat(answer.verdict()).isEqualTo(Verdict.NOT_PUBLIC);
    assertThat(answer.external()).isEqualTo(io.cofferdam.model.Ternary.FALSE);
  }

  static PolicyDocument parse(String json) {
    return PolicyParser.parse(json).asOptional().orElseThrow();
  }

  private static DecisionRequest request(Random random) {
    Map<String, List<String>> context = new HashMap<>();
    put(context, "aws:Referer", random, List.of("a", "b", "ab", "ba", "c", "", "aab", "abb"));
    put(context, "aws:UserAgent", random, List.of("a", "b", "ab", "ba", "c", "cc", "bca"));
    put(
        context,
        "aws:SourceIp",
        random,
        List.of("203.0.113.7", "198.51.100.9", "10.1.2.3", "8.8.8.8", "2001:db8::1"));
    put(context, "s3:max-keys", random, List.of("0", "1", "5", "10", "11", "100"));
    put(context, "aws:MultiFactorAuthPresent", random, List.of("true", "false"));
    if (random.nextInt(3) > 0) {
      List<String> tags = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        tags.add(OraclePolicy.pick(random, List.of("a", "b", "ab", "c")));
      }
      context.put("aws:TagKeys", tags);
    }
    return new DecisionRequest(
        RequestPrincipal.parse(OraclePolicy.pick(random, OraclePolicy.CALLERS)).orElseThrow(),
        OraclePolicy.pick(
            random, List.of("s3:GetObject", "s3:PutObject", "s3:GetObjectX", "s3:Zap")),
        OraclePolicy.BUCKET
            + OraclePolicy.pick(random, List.of("", "/a", "/b", "/ab", "/ba", "/c", "/aab")),
        "999988886666",
        RequestContext.of(context));
  }

  private static void put(
      Map<String, List<String>> context, String key, Random random, List<String> values) {
    if (random.nextInt(3) > 0) {
      context.put(key, List.of(OraclePolicy.pick(random, values)));
    }
  }

  private static boolean allowed(DecisionRequest request, PolicyDocument policy) {
    List<PolicyDocument> own =
        request.principal().account().isEmpty() ? List.of() : List.of(ResourceClaim.ALLOW_ALL);
    return Decider.decide(request, PolicySet.of(own, Optional.of(policy)).withSession(own))
        instanceof Decision.Allowed;
  }
}
