package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleCondition;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import io.cofferdam.access.aws.decide.SmallWorld.SmallGrant;
import io.cofferdam.access.aws.decide.SmallWorld.SmallPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Random small worlds over few words, so that everything meets often.
final class SmallWorlds {
  static final String HERE = "111122223333";
  static final String THERE = "444455556666";
  private static final String BUCKET = "arn:aws:s3:::shop-training";
  private static final String KEY = "arn:aws:kms:eu-central-1:" + HERE + ":key/k1";
  private static final String ROLE = "arn:aws:iam::" + HERE + ":role/target";
  private static final List<String> CALLERS =
      List.of(
          "anonymous",
          "arn:aws:iam::" + HERE + ":user/ana",
          "arn:aws:iam::" + HERE + ":user/ana",
          "arn:aws:sts::" + HERE + ":assumed-role/etl/run",
          "arn:aws:sts::" + HERE + ":assumed-role/etl/run",
          "arn:aws:iam::" + HERE + ":root",
          "arn:aws:sts::" + HERE + ":federated-user/fay",
          "arn:aws:iam::" + THERE + ":user/eva",
          "arn:aws:sts::" + THERE + ":assumed-role/etl/run",
          "arn:aws:iam::" + THERE + ":root",
          "cloudtrail.amazonaws.com");
  private static final List<String> PRINCIPALS =
      List.of(
          "*",
          "*",
          HERE,
          THERE,
          "arn:aws:iam::" + HERE + ":user/ana",
          "arn:aws:iam::" + HERE + ":role/etl",
          "arn:aws:sts::" + HERE + ":assumed-role/etl/run",
          "arn:aws:sts::" + HERE + ":federated-user/fay",
          "arn:aws:iam::" + THERE + ":user/eva",
          "arn:aws:iam::" + THERE + ":role/etl");

  private final Random random;
  private final String service;
  private final List<String> actions;
  private final List<String> resources = new ArrayList<>();

  private SmallWorlds(Random random) {
    this.random = random;
    this.service = pick(List.of("s3", "s3", "s3", "kms", "sts"));
    this.actions =
        switch (service) {
          case "kms" -> List.of("kms:Decrypt", "kms:DescribeKey", "kms:DisableKey");
          case "sts" -> List.of("sts:AssumeRole");
          default ->
              List.of(
                  "s3:GetObject",
                  "s3:PutObject",
                  "s3:GetObjectAcl",
                  "s3:ListBucket",
                  "s3:GetBucketAcl");
        };
  }

  /// World number `seed`.
  static SmallWorld world(long seed) {
    return new SmallWorlds(new Random(seed)).world();
  }

  private SmallWorld world() {
    String caller = pick(CALLERS);
    String account = caller.contains(HERE) ? HERE : caller.contains(THERE) ? THERE : "";
    String action = pick(actions);
    boolean object = action.endsWith("Object") || action.equals("s3:GetObjectAcl");
    String resource =
        service.equals("kms")
            ? KEY
            : service.equals("sts")
                ? ROLE
                : object ? BUCKET + "/" + pick(SmallPolicies.VALUES) : BUCKET;
    Optional<SmallPoint> point =
        service.equals("s3") && one(4) ? Optional.of(point()) : Optional.empty();
    resources.addAll(List.of("*", "*", resource));
    if (service.equals("s3")) {
      resources.addAll(List.of(BUCKET + "/*", BUCKET + "/a*", BUCKET + "*", BUCKET + "/?"));
    }
    List<String> own = new ArrayList<>(resources);
    point.ifPresent(p -> resources.addAll(List.of(p.arn() + "/object/*", p.arn())));
    List<SimpleStatement> identity = statements(false, 3);
    List<List<SimpleStatement>> scps = levels(4, false);
    Optional<List<SimpleStatement>> boundary = maybe(4, false);
    Optional<List<SimpleStatement>> session = maybe(3, false);
    Optional<List<SimpleStatement>> endpoint = maybe(6, true);
    List<List<SimpleStatement>> rcps = denies(levels(5, true));
    resources.clear();
    resources.addAll(own);
    Optional<List<SimpleStatement>> policy = maybe(-6, true);
    Map<String, String> context = context();
    if (point.isPresent() && one(2)) {
      context.put("aws:SourceVpc", pick(List.of("vpc-1", "vpc-2")));
    }
    return new SmallWorld(
        caller,
        account,
        action,
        resource,
        HERE,
        context,
        identity,
        policy,
        scps,
        rcps,
        boundary,
        session,
        endpoint,
        service.equals("kms") ? grants() : List.of(),
        service.equals("s3") ? some(List.of("ignore", "restrict")) : List.of(),
        service.equals("s3") ? acl() : List.of(),
        service.equals("s3") && object ? acl() : List.of(),
        one(3),
        service.equals("s3") && one(5) ? THERE : HERE,
        point);
  }

  private SmallPoint point() {
    String account = one(3) ? THERE : HERE;
    String arn = "arn:aws:s3:eu-central-1:" + account + ":accesspoint/ap";
    resources.addAll(List.of("*", arn + "/object/*", arn, arn + "/object/a*"));
    Optional<List<SimpleStatement>> policy = maybe(-4, true);
    resources.clear();
    return new SmallPoint(arn, account, policy, one(3), one(3) ? "vpc-1" : "");
  }

  private Map<String, String> context() {
    Map<String, String> context = new HashMap<>();
    for (String key : SmallPolicies.KEYS) {
      if (!one(3)) {
        context.put(key, pick(SmallPolicies.VALUES));
      }
    }
    for (String key : List.of("shop", "stage")) {
      if (service.equals("kms") && !one(3)) {
        context.put("kms:EncryptionContext:" + key, pick(List.of("x", "y")));
      }
    }
    return context;
  }

  private List<SmallGrant> grants() {
    List<SmallGrant> grants = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Map<String, String> constraint = new HashMap<>();
      if (one(2)) {
        constraint.put(pick(List.of("shop", "stage")), pick(List.of("x", "y")));
      }
      grants.add(
          new SmallGrant(
              pick(PRINCIPALS.subList(4, PRINCIPALS.size())),
              "",
              one(2) ? List.of("Decrypt") : List.of("Decrypt", "DescribeKey"),
              one(2),
              constraint));
    }
    return grants;
  }

  private List<String> acl() {
    List<String> grants = new ArrayList<>();
    for (int i = random.nextInt(3) - 1; i >= 0; i--) {
      grants.add(
          pick(List.of("AllUsers", "AuthenticatedUsers", HERE, THERE))
              + " "
              + pick(List.of("READ", "WRITE", "READ_ACP", "FULL_CONTROL")));
    }
    return grants;
  }

  private List<List<SimpleStatement>> levels(int oneIn, boolean principals) {
    List<List<SimpleStatement>> levels = new ArrayList<>();
    if (one(oneIn)) {
      for (int i = random.nextInt(2); i >= 0; i--) {
        levels.add(statements(principals, 2));
      }
    }
    return levels;
  }

  private static List<List<SimpleStatement>> denies(List<List<SimpleStatement>> levels) {
    return levels.stream().map(level -> level.stream().filter(s -> !s.allow()).toList()).toList();
  }

  /// @param oneIn how seldom there is one; negative: how seldom there is none
  private Optional<List<SimpleStatement>> maybe(int oneIn, boolean principals) {
    return one(Math.abs(oneIn)) == oneIn > 0
        ? Optional.of(statements(principals, 3))
        : Optional.empty();
  }

  List<SimpleStatement> statements(boolean principals, int most) {
    List<SimpleStatement> statements = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      statements.add(statement(principals));
    }
    return statements;
  }

  private SimpleStatement statement(boolean principals) {
    boolean allow = !one(4);
    return new SimpleStatement(
        allow,
        principals ? some(PRINCIPALS, 1) : null,
        principals && one(7),
        some(
            List.of("*", service + ":*", pick(actions), pick(actions).toUpperCase(Locale.ROOT)), 1),
        one(10),
        some(resources, 1),
        one(10),
        conditions());
  }

  private List<SimpleCondition> conditions() {
    if (one(2)) {
      return List.of();
    }
    if (one(4)) {
      return List.of(
          new SimpleCondition(
              pick(List.of("StringEquals", "StringNotEquals", "StringLike")),
              pick(List.of("aws:PrincipalAccount", "s3:DataAccessPointAccount")),
              List.of(pick(List.of(HERE, THERE)))));
    }
    String operator =
        pick(
            List.of(
                "StringEquals",
                "StringNotEquals",
                "StringLike",
                "StringNotLike",
                "StringEqualsIfExists",
                "StringNotLikeIfExists",
                "Null"));
    return List.of(
        new SimpleCondition(
            operator,
            pick(SmallPolicies.KEYS),
            operator.equals("Null")
                ? List.of(one(2) ? "true" : "false")
                : some(List.of("a", "b", "a*", "*b", "?", "*", "??"), 1)));
  }

  private List<String> some(List<String> words) {
    return words.stream().filter(word -> one(3)).toList();
  }

  private List<String> some(List<String> words, int atLeast) {
    List<String> picked = new ArrayList<>();
    for (int i = atLeast + random.nextInt(2); i > 0; i--) {
      picked.add(pick(words));
    }
    return picked;
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
