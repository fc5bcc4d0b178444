package io.cofferdam.access.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The seventeen hand-made bucket policies on which scanners that match strings go wrong.
@Covers("P-01")
class SeventeenPoliciesTest {
  private static final String ALLOW =
      "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
          + "'Resource':'arn:aws:s3:::shop-training/*'";

  @ParameterizedTest(name = "{0}: public {1}, external {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "no condition | yes | yes | ",
        "own resource account | yes | yes | 'StringEquals':{'aws:ResourceAccount':'111122223333'}",
        "own s3 account | yes | yes | 'StringEquals':{'s3:ResourceAccount':'111122223333'}",
        "any principal ARN | yes | yes | 'StringLike':{'aws:PrincipalArn':'*'}",
        "any principal account | yes | yes | 'StringLike':{'aws:PrincipalAccount':'*'}",
        "any user id | yes | yes | 'StringLike':{'aws:userid':'*'}",
        "any role | yes | yes | 'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/*'}",
        "any VPC | yes | yes | 'StringLike':{'aws:SourceVpc':'vpc-*'}",
        "org paths | no | yes |"
            + " 'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/*'}",
        "org id, any case | no | yes |"
            + " 'StringEqualsIgnoreCase':{'aws:PrincipalOrgID':'o-A1B2C3D4E5'}",
        "AWS services | no | no | 'Bool':{'aws:PrincipalIsAWSService':'true'}",
        "org id | no | yes | 'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}",
        "one network | no | yes | 'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}",
      })
  void conditionDecides(String name, String isPublic, String external, String condition) {
    String policy = condition == null ? ALLOW + "}" : ALLOW + ",'Condition':{" + condition + "}}";
    assertAnswers(policy, isPublic, external);
  }

  @ParameterizedTest(name = "{0}: public {1}, external {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "not one account | yes | yes | {'Effect':'Allow','NotPrincipal':{'AWS':'444455556666'},"
            + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop-training/*'}",
        "deny of everything | no | no |"
            + " {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'},"
            + "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}",
        "deny unless one endpoint | no | yes |"
            + " {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'},"
            + "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*',"
            + "'Condition':{'StringNotEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}}}",
        "one foreign account | no | yes | {'Effect':'Allow','Principal':{'AWS':'444455556666'},"
            + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop-training/*'}",
      })
  void statementsDecide(String name, String isPublic, String external, String statements) {
    assertAnswers(statements, isPublic, external);
  }

  private static void assertAnswers(String statements, String isPublic, String external) {
    BucketState state = Buckets.withStatements(statements);
    BucketExposure exposure = new BucketExposure();
    BucketAnswer anyAccount =
        exposure.ask(state, new Audience.AnyAccount(), BucketRight.READ, Buckets.YEAR);
    BucketAnswer anyOutsider = exposure.external(state, BucketRight.READ, Buckets.YEAR);
    assertThat(anyAccount.state())
        .as("public: %s", anyAccount)
        .isEqualTo(isPublic.equals("yes") ? ExposureState.OPEN : ExposureState.CLOSED);
    assertThat(anyOutsider.state())
        .as("external: %s", anyOutsider)
        .isEqualTo(external.equals("yes") ? ExposureState.OPEN : ExposureState.CLOSED);
  }
}
