package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.request.UsedKeys;
import java.util.Optional;

/// That requests through the access points of a bucket are not followed over an estate: only those
/// to the bucket itself are.
final class AccessPointGap {
  private AccessPointGap() {}

  /// The gap in a sentence, where the bucket has access points or its policy speaks of them.
  static Optional<String> of(EstateResource resource) {
    if (!(resource.detail() instanceof ResourceDetail.Bucket bucket)) {
      return Optional.empty();
    }
    boolean spokenOf =
        resource
            .policy()
            .asOptional()
            .flatMap(policy -> policy.document())
            .map(UsedKeys::of)
            .map(keys -> keys.stream().anyMatch(key -> key.startsWith("s3:dataaccesspoint")))
            .orElse(false);
    return bucket.accessPoints().isEmpty() && !spokenOf
        ? Optional.empty()
        : Optional.of(
            resource.words()
                + " is reached through access points too, and who gets in through these is not"
                + " followed");
  }
}
