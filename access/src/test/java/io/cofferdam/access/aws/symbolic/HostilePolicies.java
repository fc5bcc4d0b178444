package io.cofferdam.access.aws.symbolic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Policies made to take a prover long, by what is hostile about them. Each is one that the parser
/// takes.
final class HostilePolicies {
  private static final String ALLOW =
      "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}";
  private static final String ORDER = "abcdefghijklmnopqrstuvwxyz";

  private final Map<String, String> policies = new LinkedHashMap<>();
  private final Random random = new Random(20_261_121);

  private HostilePolicies() {}

  static Map<String, String> all() {
    HostilePolicies hostile = new HostilePolicies();
    hostile.statements();
    hostile.patterns();
    hostile.conditions();
    hostile.principals();
    hostile.size();
    return hostile.policies;
  }

  private void put(String name, String... statements) {
    policies.put(
        name,
        ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
            .replace('\'', '"'));
  }

  private static String many(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
  }

  private static String deny(String resource, String condition) {
    return "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':"
        + resource
        + (condition.isEmpty() ? "" : ",'Condition':{" + condition + "}")
        + "}";
  }

  private char letter() {
    return ORDER.charAt(random.nextInt(26));
  }

  /// A pattern of wildcards between letters, which overlaps with its like.
  private String wild(int stars) {
    StringBuilder text = new StringBuilder("arn:aws:s3:::shop-training/*");
    for (int i = 0; i < stars; i++) {
      text.append(letter()).append(random.nextBoolean() ? "*" : "?*");
    }
    return text.toString();
  }

  private void statements() {
    put(
        "5,000 Denies that do not matter",
        ALLOW,
        many(5_000, i -> deny("'*'", "'StringEquals':{'aws:Referer':'r" + i + "'}")));
    put(
        "5,000 Denies with wildcards that overlap",
        ALLOW,
        many(5_000, i -> deny("'" + wild(3) + "'", "")));
    put(
        "5,000 Denies that leave one letter after the other",
        ALLOW,
        many(5_000, i -> deny("'arn:aws:s3:::shop-training/" + letter() + "?*'", "")));
  }

  private void patterns() {
    put(
        "3,000 patterns that overlap in one Deny",
        ALLOW,
        deny("[" + many(3_000, i -> "'" + wild(2) + "'") + "]", ""));
    put(
        "100 Denies of alternations of 30 wildcards",
        ALLOW,
        many(100, i -> deny("'" + wild(30) + "'", "")));
    put(
        "all lengths but one denied by question marks",
        ALLOW,
        many(
            400,
            i ->
                deny(
                    "'arn:aws:s3:::shop-training/" + "?".repeat(i) + (i == 399 ? "*" : "") + "'",
                    "")));
    put(
        "every object denied, by 676 pairs of letters and all the rest",
        ALLOW,
        deny(
            "["
                + many(
                    676,
                    i ->
                        "'arn:aws:s3:::shop-training*"
                            + ORDER.charAt(i / 26)
                            + "*"
                            + ORDER.charAt(i % 26)
                            + "*'")
                + ",'arn:aws:s3:::shop-training*']",
            ""));
    put(
        "a pattern of 4,000 wildcards",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::shop-training/"
            + "*a".repeat(4_000)
            + "'}",
        deny("'arn:aws:s3:::shop-training/" + "*b?".repeat(4_000) + "*'", ""));
  }

  private void conditions() {
    put(
        "3,000 condition keys in one Deny",
        ALLOW,
        deny(
            "'*'",
            "'StringNotEquals':{" + many(3_000, i -> "'aws:PrincipalTag/t" + i + "':'x'") + "}"));
    put(
        "3,000 condition keys, each wanted by an Allow and denied",
        many(
            3_000,
            i ->
                "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
                    + "{'StringEquals':{'s3:x-k"
                    + i
                    + "':'x'}}},"
                    + deny("'*'", "'StringLike':{'s3:x-k" + i + "':'?'}")));
    put(
        "400 Denies over 90 keys that combine in every way",
        ALLOW,
        many(
            400,
            i ->
                deny(
                    "'*'",
                    many(
                        3,
                        j ->
                            "'"
                                + (random.nextBoolean() ? "StringEquals" : "StringNotEquals")
                                + (j == 0 ? "" : j == 1 ? "IfExists" : "IgnoreCase")
                                + "':{'aws:PrincipalTag/t"
                                + random.nextInt(90)
                                + "':'x'}"))));
    put("twelve pigeons for eleven holes", ALLOW, pigeons(11));
    put(
        "2,000 networks, each but the next",
        ALLOW,
        many(
            2_000,
            i ->
                deny(
                    "'*'",
                    "'IpAddress':{'aws:SourceIp':'10."
                        + i / 256
                        + "."
                        + i % 256
                        + ".0/24'},'NotIpAddress':{'aws:SourceIp':'10."
                        + (i + 1) / 256
                        + "."
                        + (i + 1) % 256
                        + ".0/24'}")));
    put(
        "400 policy variables in one resource",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::shop-training/"
            + IntStream.range(0, 400)
                .mapToObj(i -> "${aws:PrincipalTag/t" + i + "}*")
                .collect(Collectors.joining())
            + "'}");
  }

  /// Every pigeon is in some hole and no two share one, as tags that are there or not: the classic
  /// that resolution needs exponential time for.
  private static String pigeons(int holes) {
    StringBuilder denies = new StringBuilder();
    for (int pigeon = 0; pigeon <= holes; pigeon++) {
      int one = pigeon;
      denies
          .append(
              deny(
                  "'*'",
                  "'Null':{"
                      + many(holes, h -> "'aws:PrincipalTag/p" + one + "h" + h + "':'true'")
                      + "}"))
          .append(',');
    }
    for (int hole = 0; hole < holes; hole++) {
      for (int a = 0; a <= holes; a++) {
        for (int b = 0; b < a; b++) {
          denies
              .append(
                  deny(
                      "'*'",
                      "'Null':{'aws:PrincipalTag/p"
                          + a
                          + "h"
                          + hole
                          + "':'false','aws:PrincipalTag/p"
                          + b
                          + "h"
                          + hole
                          + "':'false'}"))
              .append(',');
        }
      }
    }
    return denies.substring(0, denies.length() - 1);
  }

  private void principals() {
    put(
        "3,000 accounts named one by one",
        many(
            3_000,
            i ->
                "{'Effect':'Allow','Principal':{'AWS':'"
                    + (100_000_000_000L + i)
                    + "'},'Action':'s3:GetObject','Resource':'*','Condition':"
                    + "{'Bool':{'aws:PrincipalIsAWSService':'true'}}}"));
    put(
        "1,000 roles spared by NotPrincipal",
        ALLOW,
        "{'Effect':'Deny','NotPrincipal':{'AWS':["
            + many(1_000, i -> "'arn:aws:iam::" + (100_000_000_000L + i) + ":role/r'")
            + "]},'Action':'s3:*','Resource':'*'}");
    put(
        "1,000 canonical users and 1,000 accounts",
        ALLOW,
        "{'Effect':'Deny','Principal':{'AWS':["
            + many(1_000, i -> "'" + (100_000_000_000L + i) + "'")
            + "],'CanonicalUser':["
            + many(1_000, i -> "'" + String.format("%064x", i) + "'")
            + "]},'Action':'s3:*','Resource':'*'}");
  }

  private void size() {
    String value = "x".repeat(4_000);
    put(
        "20 MB: 5,000 Denies of long resources",
        ALLOW,
        many(5_000, i -> deny("'arn:aws:s3:::shop-training/" + i + value + "*'", "")));
    put(
        "20 MB: 200,000 values of one condition",
        ALLOW,
        deny(
            "'*'",
            "'StringNotLike':{'aws:UserAgent':["
                + many(200_000, i -> "'" + i + "x".repeat(92) + "*'")
                + "]}"));
    put(
        "20 MB: two patterns of 5,000,000 wildcards that overlap",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::shop-training/"
            + "*a".repeat(5_000_000)
            + "'}",
        deny("'arn:aws:s3:::shop-training/" + "*b?".repeat(3_300_000) + "*'", ""));
    put(
        "20 MB: one value",
        ALLOW,
        deny("'*'", "'StringNotLike':{'aws:UserAgent':'" + "x*".repeat(10_000_000) + "'}"));
  }
}
