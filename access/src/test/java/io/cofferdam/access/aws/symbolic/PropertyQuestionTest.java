package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.symbolic.PropertyQuestion.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PropertyQuestionTest {
  private static final String OWNER = "111122223333";
  private static final String BUCKET = "arn:aws:s3:::shop-training";
  private static final String ALLOW_READ =
      "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:role/etl'},"
          + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop-training/*'}";

  private static PropertyQuestion bucket(String statements) {
    return new PropertyQuestion(
        BUCKET,
        OWNER,
        PolicySet.of(List.of(), Optional.of(PolicyComparisonTest.statements(statements))),
        false);
  }

  private static void proved(Result result) {
    assertThat(result).isInstanceOf(Result.Proved.class);
    assertThat(((Result.Proved) result).proof().lines()).isNotEmpty();
  }

  private static void broken(Result result) {
    assertThat(result).isInstanceOf(Result.Counterexample.class);
  }

  @Test
  void aDenyOutsideEndpointsKeepsReadsToThem() {
    Property property = new Property.ReadOnlyThroughEndpoints(Set.of("vpce-1a2b3c4d"));
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
            + "{'StringNotEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}}}";
    proved(bucket(ALLOW_READ + "," + deny).prove(property));
    broken(bucket(ALLOW_READ).prove(property));
    broken(
        bucket(
                ALLOW_READ
                    + ","
                    + deny.replace("'StringNot", "'Null':{'aws:SourceIp':'true'},'StringNot"))
            .prove(property));
    broken(bucket(ALLOW_READ + "," + deny.replace("'s3:*'", "'s3:GetObject'")).prove(property));
  }

  @Test
  void plainHttpIsBelowEveryTls() {
    Property property = new Property.TlsAtLeast("1.3");
    String version =
        "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
            + "{'NumericLessThan':{'s3:TlsVersion':1.3}}}";
    String http =
        "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
            + "{'Bool':{'aws:SecureTransport':'false'}}}";
    broken(bucket(version).prove(property));
    broken(bucket(http).prove(property));
    proved(bucket(version + "," + http).prove(property));
  }

  @Test
  void readersAreThoseWhomNoDenyStops() {
    Property property =
        new Property.ReadersWithin(Set.of("arn:aws:iam::" + OWNER + ":role/training"));
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'s3:GetObject*','Resource':"
            + "'arn:aws:s3:::shop-training/*','Condition':{'ArnNotEquals':{'aws:PrincipalArn':"
            + "'arn:aws:iam::111122223333:role/training'}}}";
    proved(bucket(ALLOW_READ + "," + deny).prove(property));
    broken(bucket(ALLOW_READ).prove(property));
  }

  @Test
  void putsWithoutTheKeyAreFound() {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    Property property = new Property.PutOnlyWithKey(key);
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':"
            + "{'StringNotEquals':{'s3:x-amz-server-side-encryption-aws-kms-key-id':'"
            + key
            + "'}}}";
    proved(bucket(deny).prove(property));
    broken(
        bucket(
                deny.replace("NotEquals':", "NotLike':")
                    .replace("key/1234abcd-12ab-34cd-56ef-1234567890ab'", "key/*'"))
            .prove(property));
  }

  @Test
  void aPerimeterOfNetworksMaySpareServices() {
    Property property =
        new Property.ReadOnlyFromNetworks(Set.of("vpce-1a2b3c4d"), Set.of("vpc-0a0b0c0d"));
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'s3:GetObject*','Resource':"
            + "'arn:aws:s3:::shop-training/*','Condition':{"
            + "'StringNotEqualsIfExists':{'aws:SourceVpce':'vpce-1a2b3c4d',"
            + "'aws:SourceVpc':'vpc-0a0b0c0d'},"
            + "'BoolIfExists':{'aws:PrincipalIsAWSService':'false','aws:ViaAWSService':'false'}}}";
    proved(bucket(ALLOW_READ + "," + deny).prove(property));
    broken(bucket(ALLOW_READ).prove(property));
    broken(bucket(ALLOW_READ + "," + deny.replace("GetObject*", "GetObject")).prove(property));
    broken(
        bucket(
                ALLOW_READ
                    + ","
                    + deny.replace(
                        "'StringNot",
                        "'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/etl'},'StringNot"))
            .prove(property));
  }

  @Test
  void theBucketsDefaultIsAsGoodAsNamingTheKey() {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    String other =
        "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':{"
            + "'Null':{'s3:x-amz-server-side-encryption-aws-kms-key-id':'false'},"
            + "'StringNotEquals':{'s3:x-amz-server-side-encryption-aws-kms-key-id':'"
            + key
            + "'}}}";
    String algorithm =
        "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':{"
            + "'Null':{'s3:x-amz-server-side-encryption':'false'},"
            + "'StringNotEquals':{'s3:x-amz-server-side-encryption':'aws:kms'}}}";
    String bare =
        "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':"
            + "{'StringEquals':{'s3:x-amz-server-side-encryption':'aws:kms'},"
            + "'Null':{'s3:x-amz-server-side-encryption-aws-kms-key-id':'true'}}}";
    String own =
        "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*','Condition':"
            + "{'Null':{'s3:x-amz-server-side-encryption-customer-algorithm':'false'}}}";
    Property property = new Property.PutEncryptedWith(key, true);
    proved(bucket(String.join(",", other, algorithm, bare, own)).prove(property));
    broken(bucket(String.join(",", other, algorithm, bare)).prove(property));
    proved(
        bucket(String.join(",", other, algorithm, bare))
            .prove(new Property.PutEncryptedWith(key, false)));
    broken(bucket(String.join(",", other, algorithm, own)).prove(property));
    broken(bucket(String.join(",", other, bare, own)).prove(property));
    String always = other.replaceAll("'Null':[^}]*}}?,", "");
    proved(bucket(always).prove(property));
  }

  @Test
  void aServiceControlPolicyGuardsInvocations() {
    String guardrail = "arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1a2b3c4d5e";
    PolicyDocument full =
        PolicyComparisonTest.statements("{'Effect':'Allow','Action':'*','Resource':'*'}");
    PolicyDocument guard =
        PolicyComparisonTest.statements(
            "{'Effect':'Deny','Action':'bedrock:InvokeModel*','Resource':'*','Condition':"
                + "{'StringNotLike':{'bedrock:GuardrailIdentifier':'"
                + guardrail
                + ":*'}}}");
    Property property = new Property.InvokeOnlyWithGuardrail(guardrail);
    proved(models(List.of(full, guard)).prove(property));
    broken(models(List.of(full)).prove(property));
  }

  private static PropertyQuestion models(List<PolicyDocument> scp) {
    PolicySet policies =
        new PolicySet(
            List.of(),
            Optional.empty(),
            List.of(scp),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            S3Controls.NONE);
    return new PropertyQuestion(
        "arn:aws:bedrock:eu-west-1::foundation-model/*", OWNER, policies, false);
  }

  @Test
  void aReaderNamedByAnAccessControlListIsFound() {
    Property property = new Property.ReadersWithin(Set.of(OWNER));
    proved(bucket("").prove(property));
    Acl acl =
        new Acl(
            "owner-id",
            List.of(
                new AclGrant(new Grantee.CanonicalUser("owner-id"), AclPermission.FULL_CONTROL),
                new AclGrant(new Grantee.CanonicalUser("partner-id"), AclPermission.READ)));
    broken(new PropertyQuestion(BUCKET, OWNER, withObjectAcl("", acl), false).prove(property));
    String spares =
        "{'Effect':'Deny','NotPrincipal':{'AWS':['arn:aws:iam::444455556666:root',"
            + "'arn:aws:iam::111122223333:root']},'Action':'s3:*','Resource':'*'}";
    broken(new PropertyQuestion(BUCKET, OWNER, withObjectAcl(spares, acl), false).prove(property));
    Acl byMail =
        new Acl("owner-id", List.of(new AclGrant(new Grantee.ByEmail(), AclPermission.READ)));
    assertThat(
            new PropertyQuestion(BUCKET, OWNER, withObjectAcl("", byMail), false).prove(property))
        .isInstanceOf(Result.Unknown.class);
  }

  private static PolicySet withObjectAcl(String statements, Acl acl) {
    return PolicySet.of(List.of(), Optional.of(PolicyComparisonTest.statements(statements)))
        .withS3(
            new S3Controls(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(acl),
                Optional.of(acl),
                Optional.of(ObjectOwnership.OBJECT_WRITER),
                Optional.empty()));
  }

  @Test
  void aBucketThatLeavesItToAccessPointsHasReadersOfTheirs() {
    String delegates =
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
            + "{'StringEquals':{'s3:DataAccessPointAccount':'111122223333'}}}";
    broken(bucket(delegates).prove(new Property.ReadersWithin(Set.of(OWNER))));
  }

  @Test
  void nothingIsProvedOfAResourceThatThePromiseIsNotAbout() {
    PropertyQuestion queue =
        new PropertyQuestion(
            "arn:aws:sqs:eu-west-1:111122223333:jobs",
            OWNER,
            PolicySet.of(List.of(), Optional.empty()),
            false);
    assertThat(queue.prove(new Property.TlsAtLeast("1.3"))).isInstanceOf(Result.Unknown.class);
  }
}
