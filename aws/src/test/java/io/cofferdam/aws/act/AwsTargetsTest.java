package io.cofferdam.aws.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.aws.act.AwsTargets.Aimed;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("R-02")
class AwsTargetsTest {
  private static final String ACCOUNT = "111122223333";
  private static final Optional<String> REGION = Optional.of("eu-central-1");

  static Stream<ActKind> kinds() {
    return AwsActs.all(Instant.EPOCH).stream().map(Act::kind);
  }

  private static ActKind kind(String id) {
    return AwsActs.of(id, Instant.EPOCH).orElseThrow().kind();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyNameOfEveryActHasAForm(ActKind kind) {
    assertThat(kind.names()).noneMatch(word -> AwsTargets.like(kind, word).equals("NAME"));
    assertThat(AwsTargets.aim(kind, ACCOUNT, REGION, Map.of())).isInstanceOf(Aimed.Wrong.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noNameCanMeanMoreThanItself(ActKind kind) {
    for (var hostile :
        new String[] {
          "*",
          "shop*",
          "shop?",
          "${aws:username}",
          "a/../b",
          "a:b",
          "\u001b[2J",
          "",
          "a b",
          "a\nb",
          "$state:/group/id",
          "\u202Egnp.snoisses",
          "x".repeat(100_000)
        }) {
      Map<String, String> names = new HashMap<>();
      kind.names().forEach(word -> names.put(word, hostile));
      assertThat(AwsTargets.aim(kind, ACCOUNT, REGION, names))
          .isInstanceOfSatisfying(
              Aimed.Wrong.class,
              wrong ->
                  assertThat(String.join("\n", wrong.mistakes()))
                      .hasSizeLessThan(1000)
                      .doesNotContain("\u001b", "\u202E"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1111", "11112222333a", "111122223333 ", "*"})
  void anAccountHasTwelveDigits(String account) {
    assertThat(
            AwsTargets.aim(
                kind("aws.s3.close-bucket"), account, REGION, Map.of("bucket", "shop-training")))
        .isInstanceOf(Aimed.Wrong.class);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(
            AwsTargets.aim(
                kind("aws.s3.close-bucket"), "x", Optional.empty(), Map.of("buckett", "shop")))
        .isInstanceOfSatisfying(
            Aimed.Wrong.class, wrong -> assertThat(wrong.mistakes()).hasSize(4));
  }

  @Test
  void usersAndRolesLieInNoRegionAndMayHaveAPath() {
    assertThat(
            AwsTargets.aim(
                kind("aws.iam.quarantine-role"),
                ACCOUNT,
                REGION,
                Map.of("role", "ci-deploy", "path", "/ci/")))
        .isInstanceOfSatisfying(Aimed.At.class, at -> assertThat(at.target().region()).isEmpty());
    assertThat(
            AwsTargets.aim(
                kind("aws.s3.close-bucket"),
                ACCOUNT,
                REGION,
                Map.of("bucket", "shop-training", "path", "/")))
        .isInstanceOf(Aimed.Wrong.class);
  }
}
