package io.cofferdam.access.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.BucketDefaults;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.ProcessorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers({"P-01", "R-05"})
class BucketExposureTest {
  private static final Audience ANYONE = new Audience.Anyone();
  private static final Audience ANY_ACCOUNT = new Audience.AnyAccount();
  private static final Audience FOREIGN = new Audience.ForeignAccount("444455556666");
  private static final String ALLOW_ALL =
      "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
          + "'Resource':'arn:aws:s3:::shop-training/*'}";
  private static final PublicAccessBlock RESTRICT =
      new PublicAccessBlock(false, false, false, true);
  private static final PublicAccessBlock IGNORE = new PublicAccessBlock(false, true, false, false);

  private static BucketAnswer read(BucketState state, Audience audience) {
    return new BucketExposure().ask(state, audience, BucketRight.READ, Buckets.YEAR);
  }

  private static BucketAnswer list(BucketState state, Audience audience) {
    return new BucketExposure().ask(state, audience, BucketRight.LIST, Buckets.YEAR);
  }

  private static Acl acl(Grantee grantee) {
    return new Acl("owner1", List.of(new AclGrant(grantee, AclPermission.READ)));
  }

  private static void assertState(BucketAnswer answer, ExposureState expected) {
    assertThat(answer.state()).as("%s", answer).isEqualTo(expected);
    assertThat(answer.because()).isNotEmpty();
    if (expected == ExposureState.CLOSED) {
      assertThat(answer.open()).isEmpty();
      assertThat(answer.possible()).isEmpty();
    }
  }

  @Test
  void bareBucketIsClosedToAll() {
    for (Audience audience : List.of(ANYONE, ANY_ACCOUNT, FOREIGN)) {
      assertState(read(Buckets.bare(), audience), ExposureState.CLOSED);
      assertState(list(Buckets.bare(), audience), ExposureState.CLOSED);
    }
  }

  @Test
  void nothingKnownIsUnknownAndNamesWhatIsMissing() {
    BucketState state = BucketState.unknown("shop-training", Set.of(), "before the logs begin");
    BucketAnswer answer = read(state, ANYONE);
    assertState(answer, ExposureState.UNKNOWN);
    assertThat(answer.missing())
        .contains(
            BucketPart.POLICY,
            BucketPart.BUCKET_BLOCK,
            BucketPart.ACCOUNT_BLOCK,
            BucketPart.OBJECT_ACLS);
    assertThat(answer.possible())
        .extracting(OpenRegion::pattern)
        .containsExactly("arn:aws:s3:::shop-training/?*");
  }

  @Test
  void allFourBlocksCloseToStrangersWhateverElseIsUnknown() {
    BucketState state =
        BucketState.unknown("shop-training", Set.of(), "test")
            .withAccountBlock(Part.known(PublicAccessBlock.ALL));
    assertState(read(state, ANYONE), ExposureState.CLOSED);
    assertState(list(state, ANY_ACCOUNT), ExposureState.CLOSED);
    assertState(read(state, FOREIGN), ExposureState.UNKNOWN);
  }

  @Test
  void publicPolicyWithUnknownAccountBlockIsUnknown() {
    BucketState state =
        Buckets.withStatements(ALLOW_ALL).withAccountBlock(Part.unknown("no account events"));
    BucketAnswer answer = read(state, ANYONE);
    assertState(answer, ExposureState.UNKNOWN);
    assertThat(answer.missing()).containsExactly(BucketPart.ACCOUNT_BLOCK);
  }

  @Test
  void publicPolicyRestrictedAtAnyLevelIsClosedThoughOthersAreUnknown() {
    BucketState state =
        Buckets.withStatements(ALLOW_ALL)
            .withBucketBlock(Part.known(RESTRICT))
            .withAccountBlock(Part.unknown("test"))
            .withOrganisationBlock(Part.unknown("test"));
    assertState(read(state, ANYONE), ExposureState.CLOSED);
    assertState(read(state, FOREIGN), ExposureState.CLOSED);
  }

  @Test
  void ignoredAclsStayClosedThoughTheListIsUnknown() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.absent())
            .withAcl(Part.unknown("test"))
            .withObjectAcls(Part.unknown("test"))
            .withBucketBlock(Part.known(IGNORE));
    assertState(read(state, ANYONE), ExposureState.CLOSED);
    assertState(list(state, ANY_ACCOUNT), ExposureState.CLOSED);
    assertState(list(state, FOREIGN), ExposureState.UNKNOWN);
  }

  @Test
  void listGrantInTheBucketAclOpensListingAlone() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.absent())
            .withAcl(Part.known(acl(Grantee.Group.ALL_USERS)));
    assertState(list(state, ANYONE), ExposureState.OPEN);
    assertState(read(state, ANYONE), ExposureState.CLOSED);
  }

  @Test
  void authenticatedUsersGrantIsForAnyAccountButNotForAnyone() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.known(ObjectOwnership.OBJECT_WRITER))
            .withAcl(Part.known(acl(Grantee.Group.AUTHENTICATED_USERS)));
    assertState(list(state, ANYONE), ExposureState.CLOSED);
    assertState(list(state, ANY_ACCOUNT), ExposureState.OPEN);
    assertState(list(state, FOREIGN), ExposureState.OPEN);
  }

  @Test
  void publicGrantIsUnknownWhileABlockIs() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.absent())
            .withAcl(Part.known(acl(Grantee.Group.ALL_USERS)))
            .withAccountBlock(Part.unknown("test"));
    BucketAnswer answer = list(state, ANYONE);
    assertState(answer, ExposureState.UNKNOWN);
    assertThat(answer.missing()).containsExactly(BucketPart.ACCOUNT_BLOCK);
  }

  @Test
  void publicGrantIsUnknownWhileOwnershipOrPolicyIs() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.unknown("test"))
            .withAcl(Part.known(acl(Grantee.Group.ALL_USERS)));
    assertThat(list(state, ANYONE).missing()).containsExactly(BucketPart.OWNERSHIP);
    assertThat(
            list(
                    state
                        .withOwnership(Part.absent())
                        .withPolicy(Part.unknown("a Deny may be there")),
                    ANYONE)
                .missing())
        .contains(BucketPart.POLICY);
  }

  @Test
  void objectAclOpensThatObject() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.absent())
            .withObjectAcls(Part.known(Map.of("a/one.csv", acl(Grantee.Group.ALL_USERS))));
    BucketAnswer answer = read(state, ANYONE);
    assertState(answer, ExposureState.OPEN);
    assertThat(answer.open())
        .extracting(OpenRegion::pattern)
        .containsExactly("arn:aws:s3:::shop-training/a/one.csv");
  }

  @Test
  void aclGrantToAForeignAccountOpensToThatAccount() {
    BucketState state =
        Buckets.bare()
            .withOwnership(Part.absent())
            .withAcl(Part.known(acl(new Grantee.CanonicalUser("cafe01"))));
    assertThat(new BucketExposure().audiences(state).audiences())
        .contains(new Audience.ForeignAccount("cafe01"));
    assertState(list(state, new Audience.ForeignAccount("cafe01")), ExposureState.OPEN);
    assertState(list(state, new Audience.ForeignAccount("cafe02")), ExposureState.CLOSED);
    assertState(list(state, ANYONE), ExposureState.CLOSED);
  }

  @Test
  void denyOfEverythingClosesAnUnknownAcl() {
    BucketState state =
        Buckets.withStatements("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}")
            .withOwnership(Part.absent())
            .withAcl(Part.unknown("test"))
            .withObjectAcls(Part.unknown("test"));
    assertState(list(state, ANYONE), ExposureState.CLOSED);
    assertState(read(state, FOREIGN), ExposureState.CLOSED);
  }

  @Test
  void policyForAPrefixIsOpenForThatPrefix() {
    BucketState state =
        Buckets.withStatements(
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
                + "'Resource':'arn:aws:s3:::shop-training/public/*'}");
    BucketAnswer answer = read(state, ANYONE);
    assertState(answer, ExposureState.OPEN);
    assertThat(answer.open())
        .extracting(OpenRegion::pattern)
        .containsExactly("arn:aws:s3:::shop-training/public/*");
    assertState(list(state, ANYONE), ExposureState.CLOSED);
  }

  @Test
  void deniedPrefixIsExceptedFromWhatIsOpen() {
    BucketState state =
        Buckets.withStatements(
            ALLOW_ALL
                + ",{'Effect':'Deny','Principal':'*','Action':'s3:*',"
                + "'Resource':'arn:aws:s3:::shop-training/secret/*'}");
    BucketAnswer answer = read(state, ANYONE);
    assertState(answer, ExposureState.OPEN);
    assertThat(answer.open().get(0).except())
        .containsExactly("arn:aws:s3:::shop-training/secret/*");
  }

  @Test
  void denyThatCoversTheAllowedPrefixCloses() {
    BucketState state =
        Buckets.withStatements(
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
                + "'Resource':'arn:aws:s3:::shop-training/secret/a*'},"
                + "{'Effect':'Deny','Principal':'*','Action':'s3:*',"
                + "'Resource':'arn:aws:s3:::shop-training/secret/*'}");
    assertState(read(state, ANYONE), ExposureState.CLOSED);
  }

  @Test
  void denyWithoutTlsDoesNotClose() {
    assertState(
        read(
            Buckets.withStatements(
                ALLOW_ALL
                    + ",{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*',"
                    + "'Condition':{'Bool':{'aws:SecureTransport':'false'}}}"),
            ANYONE),
        ExposureState.OPEN);
  }

  @Test
  void denyOverAndWithoutTlsCloses() {
    assertState(
        read(
            Buckets.withStatements(
                ALLOW_ALL
                    + ",{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*',"
                    + "'Condition':{'Bool':{'aws:SecureTransport':'false'}}}"
                    + ",{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*',"
                    + "'Condition':{'Bool':{'aws:SecureTransport':'true'}}}"),
            ANYONE),
        ExposureState.CLOSED);
  }

  @Test
  void keysThatOutsidersSetDoNotRestrict() {
    for (String condition :
        List.of(
            "'StringLike':{'aws:UserAgent':'shop-*'}",
            "'StringLike':{'aws:Referer':['https://shop.example/*']}",
            "'Bool':{'aws:SecureTransport':'true'}",
            "'NumericGreaterThanEquals':{'s3:TlsVersion':'1.2'}",
            "'Null':{'aws:Referer':'true'}",
            "'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}",
            "'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}",
            "'StringNotEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}",
            "'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}",
            "'ForAllValues:StringEquals':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/'}")) {
      assertState(read(conditioned(condition), ANYONE), ExposureState.OPEN);
    }
  }

  @Test
  void keysThatSomebodyOwnsRestrict() {
    for (String condition :
        List.of(
            "'StringEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}",
            "'StringEquals':{'aws:SourceVpc':'vpc-91237329'}",
            "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}",
            "'IpAddress':{'aws:SourceIp':['52.0.0.0/8','2001:db8::/32']}",
            "'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}",
            "'StringEquals':{'aws:SourceAccount':'111122223333'}",
            "'ArnLike':{'aws:SourceArn':'arn:aws:cloudfront::111122223333:distribution/*'}",
            "'StringEquals':{'aws:PrincipalAccount':'444455556666'}",
            "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/*'}",
            "'StringLike':{'aws:userid':'AROAEXAMPLEEXAMPLE01:*'}",
            "'Null':{'aws:SourceIp':'true','aws:SourceVpc':'true'}")) {
      assertState(read(conditioned(condition), ANYONE), ExposureState.CLOSED);
      assertState(read(conditioned(condition), ANY_ACCOUNT), ExposureState.CLOSED);
    }
  }

  @Test
  void networkBroaderThanEightBitsIsNobodys() {
    assertState(
        read(conditioned("'IpAddress':{'aws:SourceIp':'64.0.0.0/7'}"), ANYONE), ExposureState.OPEN);
    assertState(
        read(conditioned("'IpAddress':{'aws:SourceIp':'64.0.0.0/8'}"), ANYONE),
        ExposureState.CLOSED);
    assertState(
        read(conditioned("'IpAddress':{'aws:SourceIp':'2001::/31'}"), ANYONE), ExposureState.OPEN);
  }

  @Test
  void conditionOnTheObjectsTagsIsUnknownByName() {
    BucketAnswer answer =
        read(conditioned("'StringEquals':{'s3:ExistingObjectTag/public':'yes'}"), ANYONE);
    assertState(answer, ExposureState.UNKNOWN);
    assertThat(answer.because().toString()).contains("s3:existingobjecttag/public");
  }

  @Test
  void conditionOnAKeyNobodyKnowsIsUnknown() {
    assertState(
        read(conditioned("'StringEquals':{'shop:Colour':'blue'}"), ANYONE), ExposureState.UNKNOWN);
  }

  @Test
  void timeConditionTurnsWithTheWindow() {
    BucketState state = conditioned("'DateLessThan':{'aws:CurrentTime':'2026-03-01T00:00:00Z'}");
    BucketExposure exposure = new BucketExposure();
    List<Instant> points = exposure.turningPoints(state, Buckets.YEAR);
    assertThat(points).contains(Instant.parse("2026-03-01T00:00:00Z"));
    Window before = new Window(Buckets.YEAR.from(), points.get(0));
    Window after = new Window(points.get(points.size() - 1), Buckets.YEAR.until());
    assertState(exposure.ask(state, ANYONE, BucketRight.READ, before), ExposureState.OPEN);
    assertState(exposure.ask(state, ANYONE, BucketRight.READ, after), ExposureState.CLOSED);
  }

  @Test
  void foreignAccountNamedByAnyOfItsPrincipalsIsAnAudience() {
    BucketState state =
        Buckets.withStatements(
            "{'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::444455556666:role/etl',"
                + "'111122223333']},'Action':'s3:*','Resource':['arn:aws:s3:::shop-training',"
                + "'arn:aws:s3:::shop-training/*']}");
    PossibleAudiences audiences = new BucketExposure().audiences(state);
    assertThat(audiences.complete()).isTrue();
    assertThat(audiences.audiences()).containsExactly(ANYONE, ANY_ACCOUNT, FOREIGN);
    assertState(read(state, FOREIGN), ExposureState.OPEN);
    assertState(list(state, FOREIGN), ExposureState.OPEN);
    assertState(read(state, ANY_ACCOUNT), ExposureState.CLOSED);
    assertState(read(state, new Audience.ForeignAccount("777788889999")), ExposureState.CLOSED);
    assertState(read(state, new Audience.ForeignAccount("111122223333")), ExposureState.CLOSED);
  }

  @Test
  void userNameVariableOpensToUsersWhoChooseTheirName() {
    BucketState state =
        Buckets.withStatements(
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
                + "'Resource':'arn:aws:s3:::shop-training/home/${aws:username}/*'}");
    assertState(read(state, ANYONE), ExposureState.CLOSED);
    assertState(read(state, ANY_ACCOUNT), ExposureState.OPEN);
  }

  @Test
  void federatedUsersAndOtherPartitionsAreOutsidersToo() {
    assertState(
        read(conditioned("'StringEquals':{'aws:PrincipalType':'FederatedUser'}"), ANY_ACCOUNT),
        ExposureState.OPEN);
    assertState(
        read(conditioned("'ArnLike':{'aws:PrincipalArn':'arn:aws-cn:iam::*:user/*'}"), ANY_ACCOUNT),
        ExposureState.OPEN);
  }

  @Test
  void grantToAnIdentityProviderIsUnknown() {
    assertState(
        read(
            Buckets.withStatements(
                "{'Effect':'Allow','Principal':{'Federated':'graph.facebook.com'},"
                    + "'Action':'s3:GetObject','Resource':'*'}"),
            ANYONE),
        ExposureState.UNKNOWN);
  }

  @Test
  void serviceGrantIsNoAudience() {
    assertState(
        read(
            Buckets.withStatements(
                "{'Effect':'Allow','Principal':{'Service':'cloudfront.amazonaws.com'},"
                    + "'Action':'s3:GetObject','Resource':'*'}"),
            ANY_ACCOUNT),
        ExposureState.CLOSED);
  }

  @Test
  void unusablePolicyIsUnknownWithThePlaceOfTheMistake() {
    BucketAnswer answer = read(Buckets.bare().withPolicy(Part.known("{\"Statement\": [")), ANYONE);
    assertState(answer, ExposureState.UNKNOWN);
    assertThat(answer.because().toString()).contains("line 1").contains("CFD-ACCESS-0001");
  }

  @Test
  void adversarialWildcardsEndWithinBudget() {
    StringBuilder statements = new StringBuilder(ALLOW_ALL);
    for (int i = 0; i < 40; i++) {
      statements.append(
          ",{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::*a*b*c*"
              + i
              + "*d*e*','Condition':{'StringLike':{'aws:Referer':'*x*y*z*"
              + i
              + "*'},'StringNotLike':{'aws:UserAgent':'*a*a*a*a*a*b"
              + i
              + "'}}}");
    }
    ProcessorTime start = ProcessorTime.begin();
    BucketAnswer answer = read(Buckets.withStatements(statements.toString()), ANYONE);
    assertThat(answer.state()).isIn(ExposureState.OPEN, ExposureState.UNKNOWN);
    assertThat(start.used()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void newBucketsAreBlockedSinceApril2023() {
    assertThat(BucketDefaults.blockAtCreation(Instant.parse("2023-03-01T00:00:00Z")))
        .contains(PublicAccessBlock.OFF);
    assertThat(BucketDefaults.blockAtCreation(Instant.parse("2023-04-15T00:00:00Z"))).isEmpty();
    assertThat(BucketDefaults.blockAtCreation(Instant.parse("2026-04-15T00:00:00Z")))
        .contains(PublicAccessBlock.ALL);
    assertThat(BucketDefaults.ownershipAtCreation(Instant.parse("2026-04-15T00:00:00Z")))
        .contains(ObjectOwnership.BUCKET_OWNER_ENFORCED);
  }

  private static BucketState conditioned(String condition) {
    return Buckets.withStatements(
        ALLOW_ALL.substring(0, ALLOW_ALL.length() - 1) + ",'Condition':{" + condition + "}}");
  }
}
