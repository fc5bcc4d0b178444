package io.cofferdam.access.aws.estate;

import io.cofferdam.access.exposure.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An IAM user.
///
/// @param groups ARNs of its groups
public record IamUser(
    String arn,
    String account,
    Optional<String> uniqueId,
    Map<String, String> tags,
    List<NamedPolicy> policies,
    Part<NamedPolicy> boundary,
    List<String> groups)
    implements EstatePrincipal {
  public IamUser {
    tags = Map.copyOf(tags);
    policies = List.copyOf(policies);
    groups = List.copyOf(groups);
  }
}
