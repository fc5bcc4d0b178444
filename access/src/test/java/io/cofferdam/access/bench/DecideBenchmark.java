package io.cofferdam.access.bench;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.Statement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Decisions per second over the managed policies of AWS and generated bucket policies, on one
/// thread. A request is made from its texts and decided; nothing is kept from one decision to the
/// next but the parsed policies. Two rates are told: by the clock, and by processor time, which is
/// what one core does when nobody else uses it. Arguments: the wheel of moto, and how many
// decisions (a million).
public final class DecideBenchmark {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final int PRINCIPALS = 1_000;
  private static final int BUCKETS = 500;

  private record Question(
      RequestPrincipal principal, String action, String resource, RequestContext context) {}

  private record World(List<Question> questions, List<PolicySet> policies) {}

  private DecideBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    List<PolicyDocument> managed = ManagedPolicies.read(Path.of(arguments[0]));
    int decisions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    for (int size : new int[] {1, 10}) {
      World world = world(managed, size);
      System.out.printf(
          "%nsize %d: %d managed policies a principal, %d statements a bucket; on average %.0f"
              + " statements and %.0f actions in force for a request%n",
          size, 3 * size, 4 * size, statements(world), actions(world));
      for (int run = 1; run <= 4; run++) {
        run(world, run == 1 ? decisions / 5 : decisions, run);
      }
      percentiles(world, Math.min(decisions, 200_000));
    }
  }

  private static void run(World world, int decisions, int run) {
    Map<String, Integer> outcomes = new TreeMap<>();
    int count = world.questions().size();
    long start = System.nanoTime();
    long cpu = THREAD.getCurrentThreadCpuTime();
    int allowed = 0;
    int explicit = 0;
    int unknown = 0;
    for (int i = 0; i < decisions; i++) {
      Decision decision = decide(world, i % count);
      allowed += decision instanceof Decision.Allowed ? 1 : 0;
      explicit += decision instanceof Decision.ExplicitlyDenied ? 1 : 0;
      unknown += decision instanceof Decision.Unknown ? 1 : 0;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (THREAD.getCurrentThreadCpuTime() - cpu) / 1e9;
    outcomes.put("allowed", allowed);
    outcomes.put("explicitly denied", explicit);
    outcomes.put("unknown", unknown);
    System.out.printf(
        "  run %d%s: %,d decisions in %.2f s (%.2f s of processor time): %,.0f decisions/s by the"
            + " clock, %,.0f by processor time; %s%n",
        run,
        run == 1 ? " (warm-up)" : "",
        decisions,
        seconds,
        busy,
        decisions / seconds,
        decisions / busy,
        outcomes);
  }

  private static Decision decide(World world, int i) {
    Question question = world.questions().get(i);
    return Decider.decide(
        new DecisionRequest(
            question.principal(),
            question.action(),
            question.resource(),
            ResourcePolicies.OWNER,
            question.context()),
        world.policies().get(i));
  }

  private static void percentiles(World world, int decisions) {
    long[] nanos = new long[decisions];
    for (int i = 0; i < decisions; i++) {
      long start = System.nanoTime();
      decide(world, i % world.questions().size());
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "  one decision: p50 %.1f us, p99 %.1f us, p99.9 %.1f us%n",
        nanos[decisions / 2] / 1e3,
        nanos[(int) (decisions * 0.99)] / 1e3,
        nanos[(int) (decisions * 0.999)] / 1e3);
  }

  private static double statements(World world) {
    return world.policies().stream()
        .mapToLong(
            set ->
                set.identity().stream().mapToLong(d -> d.statements().size()).sum()
                    + set.resource().map(d -> d.statements().size()).orElse(0))
        .average()
        .orElse(0);
  }

  private static double actions(World world) {
    return world.policies().stream()
        .mapToLong(
            set ->
                set.identity().stream()
                    .flatMap(d -> d.statements().stream())
                    .mapToLong(s -> s.action().patterns().size())
                    .sum())
        .average()
        .orElse(0);
  }

  private static World world(List<PolicyDocument> managed, int size) {
    Random random = new Random(20_261_121);
    List<List<PolicyDocument>> identities = new ArrayList<>();
    for (int i = 0; i < PRINCIPALS; i++) {
      List<PolicyDocument> own = new ArrayList<>();
      for (int p = 0; p < 3 * size; p++) {
        own.add(managed.get(random.nextInt(managed.size())));
      }
      identities.add(own);
    }
    List<PolicyDocument> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      buckets.add(ResourcePolicies.bucket(random, i, 4 * size));
    }
    List<Question> questions = new ArrayList<>();
    List<PolicySet> policies = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      List<PolicyDocument> identity = identities.get(random.nextInt(PRINCIPALS));
      boolean s3 = random.nextBoolean();
      int bucket = random.nextInt(BUCKETS);
      String action =
          s3
              ? pick(random, List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"))
              : action(random, identity);
      questions.add(
          new Question(
              principal(random),
              action,
              s3
                  ? "arn:aws:s3:::bucket-" + bucket + "/data/2026/raw-07.parquet"
                  : resource(action, random),
              context(random)));
      policies.add(policies(identity, s3 ? Optional.of(buckets.get(bucket)) : Optional.empty()));
    }
    return new World(questions, policies);
  }

  private static final List<List<PolicyDocument>> SCPS =
      List.of(
          List.of(parse("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}")),
          List.of(
              parse("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}"),
              parse(
                  "{\"Effect\":\"Deny\",\"NotAction\":[\"iam:*\",\"s3:*\",\"sts:*\",\"kms:*\","
                      + "\"ec2:*\"],\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":"
                      + "{\"aws:RequestedRegion\":[\"eu-central-1\",\"eu-west-1\"]}}}")));

  private static PolicyDocument parse(String statement) {
    return PolicyParser.parse("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}")
        .asOptional()
        .orElseThrow();
  }

  private static PolicySet policies(
      List<PolicyDocument> identity, Optional<PolicyDocument> resource) {
    return new PolicySet(
        identity,
        resource,
        SCPS,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        S3Controls.NONE);
  }

  private static RequestPrincipal principal(Random random) {
    String account = random.nextInt(4) == 0 ? "444455556666" : ResourcePolicies.OWNER;
    String name =
        random.nextBoolean()
            ? "arn:aws:iam::" + account + ":user/ana"
            : "arn:aws:sts::" + account + ":assumed-role/reader-" + random.nextInt(200) + "/run";
    return RequestPrincipal.parse(name).orElseThrow();
  }

  private static RequestContext context(Random random) {
    return new RequestContext(
        Map.of(
            "aws:SecureTransport",
            KeyState.of("true"),
            "aws:SourceIp",
            KeyState.of("203.0.113." + random.nextInt(256)),
            "aws:CurrentTime",
            KeyState.of("2026-11-21T12:00:00Z"),
            "aws:RequestedRegion",
            KeyState.of(pick(random, List.of("eu-central-1", "us-east-1"))),
            "aws:PrincipalOrgID",
            KeyState.of("o-a1b2c3d4e5"),
            "s3:TlsVersion",
            KeyState.of("1.3")),
        true);
  }

  /// An action that one of the policies names, so that requests are not all refused at once.
  private static String action(Random random, List<PolicyDocument> identity) {
    List<Statement> statements = identity.get(random.nextInt(identity.size())).statements();
    List<Pattern> patterns = statements.get(random.nextInt(statements.size())).action().patterns();
    String text = patterns.get(random.nextInt(patterns.size())).text();
    return text.contains(":") ? text.replace("*", "Things").replace("?", "x") : "ec2:RunInstances";
  }

  private static String resource(String action, Random random) {
    String service = action.substring(0, action.indexOf(':'));
    return "arn:aws:"
        + service
        + ":eu-central-1:"
        + ResourcePolicies.OWNER
        + ":thing/"
        + random.nextInt(1_000);
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
