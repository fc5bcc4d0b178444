package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import java.util.Map;
import java.util.Set;

/// All that decides whether outsiders get at a bucket's objects, each part known, absent or
/// unknown.
///
/// @param bucket the bucket's name
/// @param owner account id of the owner; never absent, known or unknown
/// @param companyAccounts accounts known as the company's own: not outsiders, but for S3 they are
///     other accounts
/// @param policy the bucket policy as JSON text
/// @param acl the bucket's ACL; absent means the default, full control for the owner alone
/// @param objectAcls ACLs of single objects by key; absent means no object has grants beyond its
///     owner's, a known map means all other objects have none
/// @param bucketBlock absent means all four settings off
/// @param accountBlock absent means all four settings off
/// @param organisationBlock absent means no organisation policy sets it
/// @param ownership absent means no ownership controls, which S3 treats as `ObjectWriter`
public record BucketState(
    String bucket,
    Part<String> owner,
    Set<String> companyAccounts,
    Part<String> policy,
    Part<Acl> acl,
    Part<Map<String, Acl>> objectAcls,
    Part<PublicAccessBlock> bucketBlock,
    Part<PublicAccessBlock> accountBlock,
    Part<PublicAccessBlock> organisationBlock,
    Part<ObjectOwnership> ownership) {
  public BucketState {
    companyAccounts = Set.copyOf(companyAccounts);
    if (objectAcls instanceof Part.Known<Map<String, Acl>>(var byKey)) {
      objectAcls = Part.known(Map.copyOf(byKey));
    }
  }

  /// Nothing known but the name.
  public static BucketState unknown(String bucket, Set<String> companyAccounts, String why) {
    return new BucketState(
        bucket,
        Part.unknown(why),
        companyAccounts,
        Part.unknown(why),
        Part.unknown(why),
        Part.unknown(why),
        Part.unknown(why),
        Part.unknown(why),
        Part.unknown(why),
        Part.unknown(why));
  }

  public BucketState withOwner(Part<String> newOwner) {
    return new BucketState(
        bucket,
        newOwner,
        companyAccounts,
        policy,
        acl,
        objectAcls,
        bucketBlock,
        accountBlock,
        organisationBlock,
        ownership);
  }

  public BucketState withPolicy(Part<String> newPolicy) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        newPolicy,
        acl,
        objectAcls,
        bucketBlock,
        accountBlock,
        organisationBlock,
        ownership);
  }

  public BucketState withAcl(Part<Acl> newAcl) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        policy,
        newAcl,
        objectAcls,
        bucketBlock,
        accountBlock,
        organisationBlock,
        ownership);
  }

  public BucketState withObjectAcls(Part<Map<String, Acl>> newObjectAcls) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        policy,
        acl,
        newObjectAcls,
        bucketBlock,
        accountBlock,
        organisationBlock,
        ownership);
  }

  public BucketState withBucketBlock(Part<PublicAccessBlock> block) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        policy,
        acl,
        objectAcls,
        block,
        accountBlock,
        organisationBlock,
        ownership);
  }

  public BucketState withAccountBlock(Part<PublicAccessBlock> block) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        policy,
        acl,
        objectAcls,
        bucketBlock,
        block,
        organisationBlock,
        ownership);
  }

  public BucketState withOrganisationBlock(Part<PublicAccessBlock> block) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        policy,
        acl,
        objectAcls,
        bucketBlock,
        accountBlock,
        block,
        ownership);
  }

  public BucketState withOwnership(Part<ObjectOwnership> newOwnership) {
    return new BucketState(
        bucket,
        owner,
        companyAccounts,
        policy,
        acl,
        objectAcls,
        bucketBlock,
        accountBlock,
        organisationBlock,
        newOwnership);
  }
}
