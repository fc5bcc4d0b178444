package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("P-01")
class OutsiderQuestionTest {
  private static final String OWNER = "111122223333";
  private static final String BUCKET = "arn:aws:s3:::shop-training";
  private static final Zone ZONE =
      new Zone(Set.of("444455556666"), Set.of("o-exampleorg1"), Set.of("vpce-1a2b3c4d"));
  private static final List<String> READS = List.of("s3:GetObject", "s3:ListBucket");

  private static PublicQuestion bucket(String statement) {
    return new PublicQuestion(
        BUCKET, OWNER, Optional.of(policy(statement)), S3Controls.NONE, List.of());
  }

  private static PolicyDocument policy(String statements) {
    return PolicyComparisonTest.statements(statements);
  }

  private static String allow(String principal, String condition) {
    return "{'Effect':'Allow','Principal':"
        + principal
        + ",'Action':'s3:GetObject','Resource':'"
        + BUCKET
        + "/*'"
        + (condition.isEmpty() ? "" : ",'Condition':" + condition)
        + "}";
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AWS':'arn:aws:iam::444455556666:root'} | ``",
        "{'AWS':'arn:aws:iam::111122223333:role/etl'} | ``",
        "'*' | {'StringEquals':{'aws:PrincipalOrgID':'o-exampleorg1'}}",
        "'*' | {'StringEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}}",
        "'*' | {'StringEquals':{'aws:PrincipalAccount':'444455556666'}}",
        "'*' | {'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-exampleorg1/*'}}",
        "{'Service':'cloudfront.amazonaws.com'} | ``",
        "{'AWS':'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE'} | ``",
      })
  void whoIsInsideTheZoneIsNoOutsider(String principal, String condition) {
    assertThat(new OutsiderQuestion(bucket(allow(principal, condition)), ZONE, READS).answer())
        .isInstanceOf(Answer.Impossible.class);
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AWS':'arn:aws:iam::777788889999:role/etl'} | ``",
        "{'AWS':'777788889999'} | {'StringEquals':{'sts:ExternalId':'x'}}",
        "'*' | ``",
        "'*' | {'StringEquals':{'aws:PrincipalOrgID':'o-exampleorg2'}}",
        "'*' | {'StringEquals':{'aws:SourceVpce':'vpce-99999999'}}",
        "'*' | {'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
        "'*' | {'StringLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/etl'}}",
      })
  void whoIsOutsideIsFound(String principal, String condition) {
    assertThat(new OutsiderQuestion(bucket(allow(principal, condition)), ZONE, READS).answer())
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void onlyTheActionsAskedForCount() {
    var writes = new OutsiderQuestion(bucket(allow("'*'", "")), ZONE, List.of("s3:PutObject"));
    assertThat(writes.answer()).isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void aResourceControlPolicyClosesWhatTheBucketOpens() {
    var perimeter =
        policy(
            "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{"
                + "'StringNotEqualsIfExists':{'aws:PrincipalOrgID':'o-exampleorg1'},"
                + "'BoolIfExists':{'aws:PrincipalIsAWSService':'false'}}}");
    var open = bucket(allow("'*'", ""));
    var closed = open.withRcps(List.of(List.of(perimeter)));
    for (var audience : List.of(new Audience.Anyone(), new Audience.AnyAccount())) {
      assertThat(new AudienceQuestion(open, audience, READS).answer())
          .isInstanceOf(Answer.Found.class);
      assertThat(new AudienceQuestion(closed, audience, READS).answer())
          .isInstanceOf(Answer.Impossible.class);
    }
    assertThat(new OutsiderQuestion(closed, ZONE, READS).answer())
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void aResourceControlPolicyWithAGapLeavesItOpen() {
    var gap =
        policy(
            "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{"
                + "'StringNotEquals':{'aws:PrincipalOrgID':'o-exampleorg1'},"
                + "'Bool':{'aws:SecureTransport':'false'}}}");
    var open = bucket(allow("'*'", "")).withRcps(List.of(List.of(gap)));
    assertThat(new AudienceQuestion(open, new Audience.Anyone(), READS).answer())
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void anAccessPointLetsInWhomTheBucketLeavesToIt() {
    var delegates =
        bucket(allow("'*'", "{'StringEquals':{'s3:DataAccessPointAccount':'" + OWNER + "'}}"));
    assertThat(new OutsiderQuestion(delegates, ZONE, READS).answer())
        .isInstanceOf(Answer.Impossible.class);
    String arn = "arn:aws:s3:eu-central-1:" + OWNER + ":accesspoint/shared";
    String statement =
        "{'Effect':'Allow','Principal':{'AWS':'777788889999'},'Action':'s3:GetObject','Resource':'"
            + arn
            + "/object/*'}";
    var point =
        new AccessPoint(
            arn, OWNER, Optional.of(policy(statement)), Optional.empty(), Optional.empty());
    assertThat(
            new OutsiderQuestion(delegates.withAccessPoints(List.of(point)), ZONE, READS).answer())
        .isInstanceOf(Answer.Found.class);
    var closed =
        delegates
            .withAccessPoints(List.of(point))
            .withRcps(
                List.of(
                    List.of(
                        policy(
                            "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*',"
                                + "'Condition':{'StringNotEquals':{'aws:PrincipalAccount':'"
                                + OWNER
                                + "'}}}"))));
    assertThat(new OutsiderQuestion(closed, ZONE, READS).answer())
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void aKeyIsAskedAboutInTheSameWay() {
    String key = "arn:aws:kms:eu-central-1:" + OWNER + ":key/11111111-2222-3333-4444-555555555555";
    String pinned =
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{"
            + "'StringEquals':{'kms:CallerAccount':'"
            + OWNER
            + "','kms:ViaService':'s3.eu-central-1.amazonaws.com'}}}";
    assertThat(
            new OutsiderQuestion(
                    PublicQuestion.of(key, OWNER, policy(pinned)), ZONE, List.of("kms:*"))
                .answer())
        .isInstanceOf(Answer.Impossible.class);
    assertThat(
            new OutsiderQuestion(
                    PublicQuestion.of(
                        key, OWNER, policy(pinned.replace("kms:Caller", "kms:Grant"))),
                    ZONE,
                    List.of("kms:*"))
                .answer())
        .isNotInstanceOf(Answer.Impossible.class);
  }
}
