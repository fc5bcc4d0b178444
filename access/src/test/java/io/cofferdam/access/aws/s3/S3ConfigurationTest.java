package io.cofferdam.access.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ConfigurationTest {
  private static S3Reading<Acl> acl(String json) {
    return S3Configuration.acl(json.replace('\'', '"'), "owner1");
  }

  @Test
  void cannedAclOfCloudTrailIsExpanded() {
    assertThat(acl("{'acl':'','bucketName':'b','x-amz-acl':'public-read'}").asOptional())
        .hasValueSatisfying(
            acl ->
                assertThat(acl.grants())
                    .contains(new AclGrant(Grantee.Group.ALL_USERS, AclPermission.READ)));
    assertThat(acl("{'x-amz-acl':['private']}").asOptional())
        .hasValueSatisfying(acl -> assertThat(acl.isPublic()).isFalse());
  }

  @Test
  void grantHeadersAreRead() {
    assertThat(
            acl("{'accessControlList':{'x-amz-grant-read':'uri=\\'http://acs.amazonaws.com/groups/"
                        .replace("\\'", "")
                    + "global/AuthenticatedUsers, id=cafe01'}}")
                .asOptional())
        .hasValueSatisfying(
            acl ->
                assertThat(acl.grants())
                    .containsExactly(
                        new AclGrant(Grantee.Group.AUTHENTICATED_USERS, AclPermission.READ),
                        new AclGrant(new Grantee.CanonicalUser("cafe01"), AclPermission.READ)));
  }

  @Test
  void accessControlPolicyOfCloudTrailIsRead() {
    String json =
        "{'bucketName':'b','AccessControlPolicy':{'Owner':{'ID':'owner9'},'AccessControlList':"
            + "{'Grant':[{'Grantee':{'xsi:type':'CanonicalUser','ID':'owner9'},"
            + "'Permission':'FULL_CONTROL'},{'Grantee':{'xsi:type':'Group',"
            + "'URI':'http://acs.amazonaws.com/groups/global/AllUsers'},'Permission':'READ'}]}}}";
    assertThat(acl(json).asOptional())
        .hasValueSatisfying(
            acl -> {
              assertThat(acl.owner()).isEqualTo("owner9");
              assertThat(acl.isPublic()).isTrue();
              assertThat(acl.grants()).hasSize(2);
            });
  }

  @Test
  void getBucketAclAndConfigShapesAreRead() {
    assertThat(
            acl("{'Owner':{'ID':'o'},'Grants':[{'Grantee':{'ID':'o','Type':'CanonicalUser'},"
                    + "'Permission':'FULL_CONTROL'}]}")
                .asOptional())
        .contains(Acl.ownerOnly("o"));
    assertThat(
            acl("{'grantSet':null,'grantList':[{'grantee':'AllUsers','permission':'ReadAcp'}],"
                    + "'owner':{'id':'o'}}")
                .asOptional())
        .hasValueSatisfying(
            acl ->
                assertThat(acl.grants())
                    .containsExactly(
                        new AclGrant(Grantee.Group.ALL_USERS, AclPermission.READ_ACP)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'x-amz-acl':'made-up'}",
        "{'Grants':[{'Grantee':{'URI':'http://other.example/group'},'Permission':'READ'}]}",
        "{'Grants':[{'Grantee':{'ID':'o'},'Permission':'EVERYTHING'}]}",
        "{'Grants':[7]}",
        "[]",
        "not json"
      })
  void whatIsNotUnderstoodIsUnreadableNotEmpty(String json) {
    assertThat(acl(json)).isInstanceOf(S3Reading.Unreadable.class);
  }

  @Test
  void publicAccessBlocksAreReadInEitherCase() {
    assertThat(
            S3Configuration.publicAccessBlock(
                    ("{'publicAccessBlock':'','PublicAccessBlockConfiguration':{'BlockPublicAcls':true,"
                            + "'IgnorePublicAcls':true,'BlockPublicPolicy':false,"
                            + "'RestrictPublicBuckets':'false'}}")
                        .replace('\'', '"'))
                .asOptional())
        .contains(new PublicAccessBlock(true, true, false, false));
    assertThat(S3Configuration.publicAccessBlock("{\"restrictPublicBuckets\":true}").asOptional())
        .contains(new PublicAccessBlock(false, false, false, true));
    assertThat(S3Configuration.publicAccessBlock("{}")).isInstanceOf(S3Reading.Unreadable.class);
    assertThat(S3Configuration.publicAccessBlock("{\"BlockPublicAcls\":\"perhaps\"}"))
        .isInstanceOf(S3Reading.Unreadable.class);
  }

  @Test
  void ownershipIsReadWhereverItStands() {
    assertThat(
            S3Configuration.ownership(
                    "{\"OwnershipControls\":{\"Rule\":{\"ObjectOwnership\":\"ObjectWriter\"}}}")
                .asOptional())
        .contains(ObjectOwnership.OBJECT_WRITER);
    assertThat(
            S3Configuration.ownership("{\"x-amz-object-ownership\":\"BucketOwnerEnforced\"}")
                .asOptional())
        .contains(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    assertThat(S3Configuration.ownership("{\"ObjectOwnership\":\"Somebody\"}"))
        .isInstanceOf(S3Reading.Unreadable.class);
  }
}
