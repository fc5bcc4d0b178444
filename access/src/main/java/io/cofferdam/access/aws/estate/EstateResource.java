package io.cofferdam.access.aws.estate;

import io.cofferdam.access.exposure.Part;
import java.util.Map;
import java.util.Optional;

/// A resource that policies protect, or that runs code as a role.
///
/// @param account 12 digits; empty when not told
/// @param policy its resource policy
/// @param runsAs ARN of the role, or of the instance profile, whose rights its code has
/// @param detail what only some kinds have
public record EstateResource(
    String arn,
    String account,
    Part<NamedPolicy> policy,
    Part<Map<String, String>> tags,
    Optional<String> runsAs,
    ResourceDetail detail) {

  /// The service in the ARN: `s3`.
  public String service() {
    String[] fields = arn.split(":", 4);
    return fields.length > 2 ? fields[2] : "";
  }

  /// As a person says it: `bucket shop-training`, `key 1111-...`, else the ARN.
  public String words() {
    return switch (detail) {
      case ResourceDetail.Bucket b -> "bucket " + arn.substring(arn.lastIndexOf(':') + 1);
      case ResourceDetail.Key k -> "key " + arn.substring(arn.lastIndexOf('/') + 1);
      case ResourceDetail.Plain p -> arn;
    };
  }
}
