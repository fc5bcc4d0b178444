package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleCondition;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import java.util.List;
import java.util.Random;

/// Random small policies over few words, so that statements meet often.
public final class SmallPolicies {
  public static final String BUCKET = "arn:aws:s3:::shop-training";
  public static final List<String> KEYS = List.of("aws:Referer", "aws:UserAgent");
  public static final List<String> VALUES = List.of("a", "b", "ab", "ba", "c");

  private static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringNotLike",
          "StringEqualsIfExists",
          "StringNotLikeIfExists",
          "Null");
  private static final List<String> PATTERNS = List.of("a", "b", "a*", "*b", "?", "*", "??");
  private static final List<String> PRINCIPALS =
      List.of(
          "*",
          "*",
          "111122223333",
          "444455556666",
          "arn:aws:iam::111122223333:user/ana",
          "arn:aws:iam::444455556666:user/eva");
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:Get*", "s3:*", "s3:PutObject", "S3:getobject?", "*");
  private static final List<String> RESOURCES =
      List.of(
          "*", BUCKET + "/*", BUCKET + "/a*", BUCKET + "/*b", BUCKET + "/a", BUCKET + "/?", BUCKET);

  private SmallPolicies() {}

  public static List<SimpleStatement> statements(Random random, boolean principals, int most) {
    return random
        .ints(random.nextInt(most + 1))
        .mapToObj(i -> statement(random, principals))
        .toList();
  }

  private static SimpleStatement statement(Random random, boolean principals) {
    return new SimpleStatement(
        random.nextInt(5) < 3,
        principals ? some(random, PRINCIPALS) : null,
        principals && random.nextInt(6) == 0,
        some(random, ACTIONS),
        random.nextInt(8) == 0,
        some(random, RESOURCES),
        random.nextInt(8) == 0,
        conditions(random));
  }

  private static List<SimpleCondition> conditions(Random random) {
    // at most one condition per operator, since one object cannot hold a name twice
    String first = pick(random, OPERATORS);
    String second = pick(random, OPERATORS);
    int count = random.nextInt(3);
    if (count == 0) {
      return List.of();
    }
    SimpleCondition one = condition(random, first);
    return count == 1 || first.equals(second)
        ? List.of(one)
        : List.of(one, condition(random, second));
  }

  private static SimpleCondition condition(Random random, String operator) {
    return new SimpleCondition(
        operator,
        pick(random, KEYS),
        operator.equals("Null")
            ? List.of(random.nextBoolean() ? "true" : "false")
            : some(random, PATTERNS));
  }

  private static List<String> some(Random random, List<String> words) {
    return random.nextInt(3) == 0
        ? List.of(pick(random, words), pick(random, words))
        : List.of(pick(random, words));
  }

  public static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
