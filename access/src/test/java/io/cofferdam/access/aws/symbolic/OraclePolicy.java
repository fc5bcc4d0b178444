package io.cofferdam.access.aws.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Small random resource policies over few words, in a form of their own, so that oracles need not
/// read them through the product's parser.
record OraclePolicy(List<OracleStatement> statements) {
  static final String BUCKET = "arn:aws:s3:::shop-training";

  /// Callers that tell the principals apart, one of each kind of naming.
  static final List<String> CALLERS =
      List.of(
          "anonymous",
          "arn:aws:iam::444455556666:user/eva",
          "arn:aws:iam::444455556666:user/ida",
          "arn:aws:iam::444455556666:root",
          "arn:aws:iam::555566667777:user/kim",
          "arn:aws:iam::555566667777:root",
          "arn:aws:iam::777788889999:user/zoe",
          "arn:aws:iam::777788889999:root");

  private static final List<String> PRINCIPALS =
      List.of("*", "*", "*", "444455556666", "555566667777", "arn:aws:iam::444455556666:user/eva");
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:Get*", "s3:*", "s3:PutObject", "S3:getobject?", "*");
  private static final List<String> RESOURCES =
      List.of(
          "*", BUCKET + "/*", BUCKET + "/a*", BUCKET + "/*b", BUCKET + "/a", BUCKET + "/?", BUCKET);
  private static final List<String> PATTERNS = List.of("a", "b", "a*", "*b", "?", "*", "??", "ab");
  private static final List<String> NETWORKS =
      List.of("203.0.113.0/24", "0.0.0.0/0", "10.0.0.0/8", "203.0.113.0/25", "128.0.0.0/1");
  private static final List<String> NUMBERS = List.of("1", "5", "10");

  record OracleStatement(
      boolean allow,
      List<String> principals,
      boolean notPrincipal,
      List<String> actions,
      boolean notAction,
      List<String> resources,
      boolean notResource,
      List<OracleCondition> conditions) {}

  record OracleCondition(String operator, String key, List<String> values) {}

  static OraclePolicy random(Random random, int most) {
    List<OracleStatement> statements = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      boolean allow = random.nextInt(5) < 3;
      statements.add(
          new OracleStatement(
              allow,
              some(random, PRINCIPALS),
              random.nextInt(8) == 0,
              some(random, ACTIONS),
              random.nextInt(8) == 0,
              some(random, RESOURCES),
              random.nextInt(8) == 0,
              conditions(random)));
    }
    return new OraclePolicy(statements);
  }

  private static List<OracleCondition> conditions(Random random) {
    List<OracleCondition> conditions = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      OracleCondition one = condition(random);
      // one object cannot hold a name twice
      if (conditions.stream().noneMatch(c -> c.operator().equals(one.operator()))) {
        conditions.add(one);
      }
    }
    return conditions;
  }

  private static OracleCondition condition(Random random) {
    String text = pick(random, List.of("aws:Referer", "aws:UserAgent"));
    String ifExists = random.nextInt(4) == 0 ? "IfExists" : "";
    return switch (random.nextInt(8)) {
      case 0 ->
          new OracleCondition(
              pick(random, List.of("IpAddress", "NotIpAddress")) + ifExists,
              "aws:SourceIp",
              some(random, NETWORKS));
      case 1 ->
          new OracleCondition(
              pick(
                      random,
                      List.of("NumericLessThan", "NumericGreaterThanEquals", "NumericNotEquals"))
                  + ifExists,
              "s3:max-keys",
              some(random, NUMBERS));
      case 2 ->
          new OracleCondition(
              "Bool" + ifExists,
              "aws:MultiFactorAuthPresent",
              List.of(random.nextBoolean() ? "true" : "false"));
      case 3 ->
          new OracleCondition(
              "Null",
              pick(random, List.of("aws:Referer", "aws:SourceIp", "s3:max-keys")),
              List.of(random.nextBoolean() ? "true" : "false"));
      case 4 ->
          new OracleCondition(
              pick(random, List.of("ForAnyValue:", "ForAllValues:"))
                  + pick(random, List.of("StringLike", "StringNotLike", "StringEquals")),
              "aws:TagKeys",
              some(random, PATTERNS));
      default ->
          new OracleCondition(
              pick(
                      random,
                      List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike"))
                  + ifExists,
              text,
              some(random, PATTERNS));
    };
  }

  private static List<String> some(Random random, List<String> words) {
    return random.nextInt(3) == 0
        ? List.of(pick(random, words), pick(random, words))
        : List.of(pick(random, words));
  }

  static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  String json() {
    return "{\"Version\":\"2012-10-17\",\"Statement\":["
        + statements.stream().map(OraclePolicy::json).collect(Collectors.joining(","))
        + "]}";
  }

  private static String json(OracleStatement s) {
    String conditions =
        s.conditions().stream()
            .map(c -> "\"" + c.operator() + "\":{\"" + c.key() + "\":" + list(c.values()) + "}")
            .collect(Collectors.joining(","));
    return "{\"Effect\":\""
        + (s.allow() ? "Allow" : "Deny")
        + (s.notPrincipal() ? "\",\"NotPrincipal\":{\"AWS\":" : "\",\"Principal\":{\"AWS\":")
        + list(s.principals())
        + (s.notAction() ? "},\"NotAction\":" : "},\"Action\":")
        + list(s.actions())
        + (s.notResource() ? ",\"NotResource\":" : ",\"Resource\":")
        + list(s.resources())
        + ",\"Condition\":{"
        + conditions
        + "}}";
  }

  private static String list(List<String> values) {
    return values.stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(",", "[", "]"));
  }
}
