package io.cofferdam.access.aws.estate.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

/// Access points are not followed over an estate, and the answers say so.
@Covers("P-02")
class AccessPointGapTest {
  private static final String BUCKET = "arn:aws:s3:::shop-training";

  private static WhoCan whoCan(String members) {
    return new WhoCan(
        EstateReader.read(
                """
                {"accounts": [{"id": "111122223333", "iam":
                  {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": []}}],
                 "resources": [{"arn": "%s", "account": "111122223333", %s}]}
                """
                    .formatted(BUCKET, members))
            .asOptional()
            .orElseThrow());
  }

  @Test
  void aBucketWithAccessPointsLeavesAGapInEveryAnswer() {
    var whoCan =
        whoCan(
            """
            "policy": null, "accessPoints":
              [{"arn": "arn:aws:s3:eu-central-1:111122223333:accesspoint/loader"}]
            """);
    assertThat(whoCan.ask(Question.of("s3:GetObject", BUCKET)).gaps())
        .anyMatch(gap -> gap.contains("bucket shop-training is reached through access points too"));
    assertThat(ReaderMatrix.of(whoCan).gaps())
        .isEqualTo(whoCan.ask(Question.of("s3:GetObject", BUCKET)).gaps());
  }

  @Test
  void soDoesAPolicyThatLeavesItToAccessPoints() {
    var whoCan =
        whoCan(
            """
            "policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
              "Action": "s3:*", "Resource": "arn:aws:s3:::shop-training/*", "Condition":
              {"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}}}]}
            """);
    assertThat(whoCan.ask(Question.of("s3:GetObject", BUCKET)).gaps())
        .anyMatch(gap -> gap.contains("access points"));
  }

  @Test
  void aBucketWithoutThemHasNone() {
    assertThat(whoCan("\"policy\": null").ask(Question.of("s3:GetObject", BUCKET)).gaps())
        .noneMatch(gap -> gap.contains("access points"));
  }
}
