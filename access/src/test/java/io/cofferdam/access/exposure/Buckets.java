package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.Set;

/// Invented bucket states for tests.
final class Buckets {
  static final Window YEAR =
      new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

  private Buckets() {}

  /// All known: no policy, no grants, ACLs disabled, no blocks.
  static BucketState bare() {
    return BucketState.unknown("shop-training", Set.of("111122223333"), "test")
        .withOwner(Part.known("111122223333"))
        .withPolicy(Part.absent())
        .withAcl(Part.absent())
        .withObjectAcls(Part.absent())
        .withBucketBlock(Part.known(PublicAccessBlock.OFF))
        .withAccountBlock(Part.absent())
        .withOrganisationBlock(Part.absent())
        .withOwnership(Part.known(ObjectOwnership.BUCKET_OWNER_ENFORCED));
  }

  /// @param statements JSON with single quotes
  static BucketState withStatements(String statements) {
    return bare().withPolicy(Part.known(policy(statements)));
  }

  static String policy(String statements) {
    return ("{'Version':'2012-10-17','Statement':[" + statements + "]}").replace('\'', '"');
  }
}
