package io.cofferdam.access.aws.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimplePolicies;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleRequest;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DeciderProperties {
  private static final List<String> CALLERS =
      List.of(
          "anonymous", "arn:aws:iam::111122223333:user/ana", "arn:aws:iam::444455556666:user/eva");

  private static SimpleRequest request(Random random) {
    String caller = SmallPolicies.pick(random, CALLERS);
    Map<String, String> context = new HashMap<>();
    for (String key : SmallPolicies.KEYS) {
      if (random.nextInt(3) > 0) {
        context.put(key, SmallPolicies.pick(random, SmallPolicies.VALUES));
      }
    }
    return new SimpleRequest(
        caller,
        caller.equals("anonymous") ? "" : caller.substring(13, 25),
        SmallPolicies.pick(random, List.of("s3:GetObject", "s3:PutObject", "s3:GetObjectAcl")),
        SmallPolicies.BUCKET + "/" + SmallPolicies.pick(random, SmallPolicies.VALUES),
        "111122223333",
        context);
  }

  private static SimplePolicies policies(Random random) {
    return new SimplePolicies(
        SmallPolicies.statements(random, false, 3),
        SmallPolicies.statements(random, true, 4),
        random.nextInt(3) == 0
            ? Optional.of(SmallPolicies.statements(random, false, 2))
            : Optional.empty(),
        random.nextInt(3) == 0
            ? Optional.of(SmallPolicies.statements(random, false, 2))
            : Optional.empty());
  }

  private static PolicyDocument document(List<SimpleStatement> statements) {
    return PolicyParser.parse(ReferenceDecider.policy(statements)).asOptional().orElseThrow();
  }

  /// Grants to the user itself escape a boundary in the reference as in the product, so the
  /// reference's "named" needs no boundary.
  private static Decision decide(
      SimpleRequest request, SimplePolicies policies, String unknownKey) {
    Map<String, KeyState> keys = new HashMap<>();
    request.context().forEach((key, value) -> keys.put(key, KeyState.of(value)));
    if (!unknownKey.isEmpty()) {
      keys.put(unknownKey, KeyState.UNKNOWN);
    }
    return Decider.decide(
        new DecisionRequest(
            RequestPrincipal.parse(request.principal()).orElseThrow(),
            request.action(),
            request.resource(),
            request.owner(),
            new RequestContext(keys, true)),
        new PolicySet(
            List.of(document(policies.identity())),
            Optional.of(document(policies.resource())),
            policies.scp().map(s -> List.of(List.of(document(s)))).orElse(List.of()),
            List.of(),
            policies.boundary().map(b -> List.of(document(b))).orElse(List.of()),
            List.of(),
            List.of(),
            List.of(),
            S3Controls.NONE));
  }

  private static String word(Decision decision) {
    return decision.getClass().getSimpleName();
  }

  @Property(tries = 20_000)
  void agreesWithTheReference(@ForAll long seed) {
    Random random = new Random(seed);
    SimpleRequest request = request(random);
    SimplePolicies policies = policies(random);
    assertThat(word(decide(request, policies, "")))
        .as("%s under %s", request, policies)
        .isEqualTo(ReferenceDecider.decide(request, policies));
  }

  @Property(tries = 3_000)
  void unknownKeyGivesOnlyAnswersThatSomeValueGives(@ForAll long seed) {
    Random random = new Random(seed);
    SimpleRequest request = request(random);
    SimplePolicies policies = policies(random);
    String key = SmallPolicies.KEYS.get(0);
    Decision decision = decide(request, policies, key);
    if (decision instanceof Decision.Unknown) {
      return;
    }
    boolean allowed = decision instanceof Decision.Allowed;
    List<String> values = new ArrayList<>(SmallPolicies.VALUES);
    values.add(null);
    for (String value : values) {
      Map<String, String> context = new HashMap<>(request.context());
      context.remove(key);
      if (value != null) {
        context.put(key, value);
      }
      SimpleRequest known =
          new SimpleRequest(
              request.principal(),
              request.account(),
              request.action(),
              request.resource(),
              request.owner(),
              context);
      assertThat(ReferenceDecider.decide(known, policies).equals("Allowed"))
          .as("%s with %s under %s", request, value, policies)
          .isEqualTo(allowed);
    }
  }

  @Property(tries = 2_000)
  void addingAnAllowNeverDenies(@ForAll long seed) {
    Random random = new Random(seed);
    SimpleRequest request = request(random);
    SimplePolicies policies = policies(random);
    List<SimpleStatement> more = new ArrayList<>(policies.resource());
    SmallPolicies.statements(random, true, 3).stream()
        .filter(SimpleStatement::allow)
        .forEach(more::add);
    if (decide(request, policies, "") instanceof Decision.Allowed) {
      assertThat(decide(request, withResource(policies, more), ""))
          .isInstanceOf(Decision.Allowed.class);
    }
  }

  @Property(tries = 2_000)
  void addingADenyNeverAllows(@ForAll long seed) {
    Random random = new Random(seed);
    SimpleRequest request = request(random);
    SimplePolicies policies = policies(random);
    List<SimpleStatement> more = new ArrayList<>(policies.resource());
    SmallPolicies.statements(random, true, 3).stream()
        .filter(statement -> !statement.allow())
        .forEach(more::add);
    if (!(decide(request, policies, "") instanceof Decision.Allowed)) {
      assertThat(decide(request, withResource(policies, more), ""))
          .isNotInstanceOf(Decision.Allowed.class);
    }
  }

  @Property(tries = 1_000)
  void orderOfStatementsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    SimpleRequest request = request(random);
    SimplePolicies policies = policies(random);
    List<SimpleStatement> reversed = new ArrayList<>(policies.resource());
    Collections.reverse(reversed);
    assertThat(word(decide(request, withResource(policies, reversed), "")))
        .isEqualTo(word(decide(request, policies, "")));
  }

  private static SimplePolicies withResource(
      SimplePolicies policies, List<SimpleStatement> resource) {
    return new SimplePolicies(policies.identity(), resource, policies.boundary(), policies.scp());
  }
}
