package io.cofferdam.respond.exposure;

import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.access.exposure.Part;
import java.util.Map;

/// One part of a bucket's (or its account's) configuration with the value it has.
sealed interface BucketSetting {

  /// Which part it is; settings of one kind replace each other.
  Kind kind();

  /// The state with this part in place.
  BucketState in(BucketState state);

  /// Whether the value is known (absent counts as known).
  boolean known();

  enum Kind {
    EXISTENCE,
    POLICY,
    ACL,
    OBJECT_ACLS,
    BUCKET_BLOCK,
    OWNERSHIP,
    ACCOUNT_BLOCK;

    /// The setting of this kind of which nothing is known.
    BucketSetting unknown(String why) {
      return switch (this) {
        case EXISTENCE -> new Existence(Part.unknown(why));
        case POLICY -> new Policy(Part.unknown(why));
        case ACL -> new AccessList(Part.unknown(why));
        case OBJECT_ACLS -> new ObjectAccessLists(Part.unknown(why));
        case BUCKET_BLOCK -> new Block(Part.unknown(why));
        case OWNERSHIP -> new Ownership(Part.unknown(why));
        case ACCOUNT_BLOCK -> new AccountBlock(Part.unknown(why));
      };
    }
  }

  /// Whether the bucket exists: known for yes, absent for no.
  record Existence(Part<String> value) implements BucketSetting {
    static final Existence YES = new Existence(Part.known("exists"));
    static final Existence NO = new Existence(Part.absent());

    @Override
    public Kind kind() {
      return Kind.EXISTENCE;
    }

    @Override
    public BucketState in(BucketState state) {
      return state;
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }

  record Policy(Part<String> value) implements BucketSetting {
    @Override
    public Kind kind() {
      return Kind.POLICY;
    }

    @Override
    public BucketState in(BucketState state) {
      return state.withPolicy(value);
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }

  record AccessList(Part<Acl> value) implements BucketSetting {
    @Override
    public Kind kind() {
      return Kind.ACL;
    }

    @Override
    public BucketState in(BucketState state) {
      return state.withAcl(value);
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }

  record ObjectAccessLists(Part<Map<String, Acl>> value) implements BucketSetting {
    @Override
    public Kind kind() {
      return Kind.OBJECT_ACLS;
    }

    @Override
    public BucketState in(BucketState state) {
      return state.withObjectAcls(value);
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }

  record Block(Part<PublicAccessBlock> value) implements BucketSetting {
    @Override
    public Kind kind() {
      return Kind.BUCKET_BLOCK;
    }

    @Override
    public BucketState in(BucketState state) {
      return state.withBucketBlock(value);
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }

  record Ownership(Part<ObjectOwnership> value) implements BucketSetting {
    @Override
    public Kind kind() {
      return Kind.OWNERSHIP;
    }

    @Override
    public BucketState in(BucketState state) {
      return state.withOwnership(value);
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }

  /// The account's own block. An organisation's S3 policy shows itself in the account's setting and
  /// makes it unchangeable (Amazon S3 User Guide, "Configuring block public access settings for
  /// your account"), so where this is known there is no further organisation level.
  record AccountBlock(Part<PublicAccessBlock> value) implements BucketSetting {
    @Override
    public Kind kind() {
      return Kind.ACCOUNT_BLOCK;
    }

    @Override
    public BucketState in(BucketState state) {
      return state
          .withAccountBlock(value)
          .withOrganisationBlock(
              value instanceof Part.Unknown<PublicAccessBlock>(String why)
                  ? Part.unknown(why)
                  : Part.absent());
    }

    @Override
    public boolean known() {
      return !value.isUnknown();
    }
  }
}
