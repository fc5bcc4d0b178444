package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.ResourceDetail;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The region that a request goes to (IAM User Guide, global condition context keys,
/// aws:RequestedRegion): that of the resource, and `us-east-1` for services with one endpoint for
/// all regions. AWS STS may be asked in any, so there it is not told.
final class RequestedRegion {
  static final String KEY = "aws:requestedregion";

  private static final Set<String> GLOBAL = Set.of("iam", "organizations", "route53", "cloudfront");

  private RequestedRegion() {}

  /// Of a resource; nothing where it is not told.
  static Map<String, KeyState> of(EstateResource resource) {
    Optional<String> region =
        resource.detail() instanceof ResourceDetail.Bucket bucket
            ? bucket.region()
            : inArn(resource.arn());
    return region.<Map<String, KeyState>>map(r -> Map.of(KEY, KeyState.of(r))).orElse(Map.of());
  }

  /// Adds the key where nothing has told it yet.
  static void complete(Operation operation, Map<String, KeyState> context) {
    if (!context.containsKey(KEY)) {
      String service =
          operation.action().substring(0, Math.max(0, operation.action().indexOf(':')));
      Optional<String> region =
          GLOBAL.contains(service) ? Optional.of("us-east-1") : inArn(operation.resource());
      region.ifPresent(r -> context.put(KEY, KeyState.of(r)));
    }
  }

  private static Optional<String> inArn(String arn) {
    String[] fields = arn.split(":", 6);
    return fields.length == 6 && !fields[3].isEmpty() && fields[3].indexOf('*') < 0
        ? Optional.of(fields[3])
        : Optional.empty();
  }
}
