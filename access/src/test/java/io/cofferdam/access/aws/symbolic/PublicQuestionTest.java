package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.aws.symbolic.PublicAnswer.Verdict;
import io.cofferdam.model.Ternary;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Covers("P-01")
class PublicQuestionTest {

  static Stream<SeventeenPolicies.Case> seventeen() {
    return SeventeenPolicies.all().stream();
  }

  @ParameterizedTest
  @MethodSource("seventeen")
  void theSeventeenPoliciesComeOutRight(SeventeenPolicies.Case one) {
    PublicAnswer answer =
        PublicQuestion.of(SeventeenPolicies.BUCKET, SeventeenPolicies.OWNER, policy(one.policy()))
            .answer();
    assertThat(answer.verdict())
        .as("%s", answer)
        .isEqualTo(one.isPublic() ? Verdict.PUBLIC : Verdict.NOT_PUBLIC);
    assertThat(answer.external()).as("%s", answer).isEqualTo(Ternary.of(one.external()));
    assertThat(answer.witness().isPresent()).isEqualTo(one.external());
    assertThat(answer.proof().isPresent()).isEqualTo(!one.isPublic());
    assertThat(answer.because()).isNotEmpty();
  }

  static PublicQuestion withBlock(PublicQuestion question, boolean on) {
    S3Controls s3 =
        new S3Controls(
            Optional.empty(),
            Optional.of(on ? PublicAccessBlock.ALL : PublicAccessBlock.OFF),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new PublicQuestion(
        question.resource(), question.resourceAccount(), question.policy(), s3, List.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // resource | statements | public | external
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::shop-training' | no | no",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:ListBucket',"
            + "'Resource':'arn:aws:s3:::shop-training/*' | no | no",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':['s3:GetObject','s3:ListBucket'],"
            + "'Resource':'arn:aws:s3:::shop-training' | yes | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:Get*',"
            + "'Resource':'arn:aws:s3:::shop-training' | yes | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:NotYetKnown',"
            + "'Resource':'arn:aws:s3:::shop-training' | yes | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject','Resource':'*',"
            + "'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5f6g7h8'}} | no | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject','Resource':'*',"
            + "'Condition':{'StringLike':{'aws:PrincipalOrgID':'o-????????????'}} | yes | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject','Resource':'*',"
            + "'Condition':{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':"
            + "'o-a1b2c3d4e5f6g7h8/r-ab12/*'}} | no | yes",
        "arn:aws:sns:eu-west-1:111122223333:alarms |"
            + " 'Principal':{'AWS':'*'},'Action':'sns:Publish','Resource':'*','Condition':"
            + "{'StringEquals':{'AWS:SourceOwner':'111122223333'}} | no | no",
        "arn:aws:sns:eu-west-1:111122223333:alarms |"
            + " 'Principal':'*','Action':'sns:Publish','Resource':'*','Condition':"
            + "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:*:*:shop-logs'}} | no | yes",
        "arn:aws:sns:eu-west-1:111122223333:alarms |"
            + " 'Principal':'*','Action':'sns:Publish','Resource':'*','Condition':"
            + "{'ArnLike':{'aws:SourceArn':'arn:aws:cloudwatch:*:*:alarm:*'}} | yes | yes",
        "arn:aws:sqs:eu-west-1:111122223333:jobs |"
            + " 'Principal':'*','Action':'sqs:SendMessage','Resource':'*','Condition':"
            + "{'ArnEquals':{'aws:SourceArn':'arn:aws:sns:eu-west-1:111122223333:alarms'}}"
            + " | no | no",
        "arn:aws:sqs:eu-west-1:111122223333:jobs |"
            + " 'Principal':{'Service':'events.amazonaws.com'},'Action':'sqs:SendMessage',"
            + "'Resource':'*' | no | no",
        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab |"
            + " 'Principal':{'AWS':'*'},'Action':'kms:Decrypt','Resource':'*','Condition':"
            + "{'StringEquals':{'kms:CallerAccount':'111122223333',"
            + "'kms:ViaService':'s3.eu-west-1.amazonaws.com'}} | no | no",
        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab |"
            + " 'Principal':{'AWS':'*'},'Action':'kms:Decrypt','Resource':'*','Condition':"
            + "{'StringEquals':{'kms:ViaService':'s3.eu-west-1.amazonaws.com'}} | yes | yes",
        "arn:aws:lambda:eu-west-1:111122223333:function:chat |"
            + " 'Principal':'*','Action':'lambda:InvokeFunctionUrl',"
            + "'Resource':'arn:aws:lambda:eu-west-1:111122223333:function:chat','Condition':"
            + "{'StringEquals':{'lambda:FunctionUrlAuthType':'NONE'}} | yes | yes",
        "arn:aws:iam::111122223333:role/deploy |"
            + " 'Principal':{'AWS':'*'},'Action':'sts:AssumeRole' | yes | yes",
        "arn:aws:iam::111122223333:role/deploy |"
            + " 'Principal':{'AWS':'444455556666'},'Action':'sts:AssumeRole','Condition':"
            + "{'StringEquals':{'sts:ExternalId':'x1'}} | no | yes",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3 |"
            + " 'Principal':'*','Action':'secretsmanager:GetSecretValue','Resource':'*',"
            + "'Condition':{'StringEquals':{'aws:PrincipalAccount':'${aws:ResourceAccount}'}}"
            + " | no | no",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3 |"
            + " 'Principal':'*','Action':'secretsmanager:GetSecretValue','Resource':'*',"
            + "'Condition':{'StringEquals':{'aws:ResourceOrgID':'${aws:PrincipalOrgID}'}}"
            + " | no | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::shop-training/*','Condition':"
            + "{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}} | yes | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::shop-training/*','Condition':"
            + "{'IpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/1']}} | yes | yes",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::shop-training/*','Condition':"
            + "{'StringEquals':{'s3:DataAccessPointAccount':'111122223333'}} | no | no",
        "arn:aws:s3:::shop-training | 'Principal':'*','Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::shop-training/*','Condition':"
            + "{'StringLike':{'aws:PrincipalOrgID':'o-*'}} | yes | yes",
      })
  void ownedValuesAreTrustedAndOthersAreNot(
      String resource, String statement, String isPublic, String external) {
    PublicAnswer answer =
        PublicQuestion.of(
                resource,
                SeventeenPolicies.OWNER,
                PolicyComparisonTest.statements("{'Effect':'Allow'," + statement + "}"))
            .answer();
    assertThat(answer.verdict())
        .as("%s", answer)
        .isEqualTo(isPublic.equals("yes") ? Verdict.PUBLIC : Verdict.NOT_PUBLIC);
    assertThat(answer.external()).as("%s", answer).isEqualTo(Ternary.of(external.equals("yes")));
  }

  @Test
  void aServiceThatActsForAnybodyIsToldApart() {
    String grant =
        "{'Effect':'Allow','Principal':{'Service':'sns.amazonaws.com'},"
            + "'Action':'sqs:SendMessage','Resource':'*'";
    PublicAnswer open = queue(grant + "}");
    PublicAnswer pinned =
        queue(grant + ",'Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}}");
    assertThat(open.verdict()).isEqualTo(Verdict.NOT_PUBLIC);
    assertThat(open.services().get(0).deputy()).isPresent();
    assertThat(pinned.services().get(0).deputy()).isEmpty();
  }

  private static PublicAnswer queue(String statement) {
    return PublicQuestion.of(
            "arn:aws:sqs:eu-west-1:111122223333:jobs",
            SeventeenPolicies.OWNER,
            PolicyComparisonTest.statements(statement))
        .answer();
  }

  @Test
  void anAccessPointIsAWayIn() {
    String point = "arn:aws:s3:eu-west-1:111122223333:accesspoint/feed";
    PolicyDocument bucket =
        PolicyComparisonTest.statements(
            "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':"
                + "['arn:aws:s3:::shop-training','arn:aws:s3:::shop-training/*'],'Condition':"
                + "{'StringEquals':{'s3:DataAccessPointAccount':'111122223333'}}}");
    PolicyDocument open =
        PolicyComparisonTest.statements(
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'"
                + point
                + "/object/*'}");
    assertThat(through(bucket, point, open, Optional.empty())).isEqualTo(Verdict.PUBLIC);
    assertThat(through(bucket, point, open, Optional.of("vpc-1a2b3c4d")))
        .isEqualTo(Verdict.NOT_PUBLIC);
  }

  private static Verdict through(
      PolicyDocument bucket, String point, PolicyDocument policy, Optional<String> vpc) {
    return new PublicQuestion(
            SeventeenPolicies.BUCKET,
            SeventeenPolicies.OWNER,
            Optional.of(bucket),
            S3Controls.NONE,
            List.of(
                new AccessPoint(
                    point, SeventeenPolicies.OWNER, Optional.of(policy), Optional.empty(), vpc)))
        .answer()
        .verdict();
  }

  static PolicyDocument policy(String json) {
    return PolicyParser.parse(json).asOptional().orElseThrow();
  }

  @Test
  void anObjectActionOnTheBucketsOwnArnIsNoWitness() {
    PublicAnswer answer =
        PublicQuestion.of(
                "arn:aws:s3:::shop-training",
                "111122223333",
                policy(
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Principal\":\"*\",\"Action\":[\"s3:GetObject\",\"s3:ListBucket\"],"
                        + "\"Resource\":\"arn:aws:s3:::shop-training\"}}"))
            .answer();
    assertThat(answer.witness().orElseThrow().action()).isEqualTo("s3:ListBucket");
  }
}
