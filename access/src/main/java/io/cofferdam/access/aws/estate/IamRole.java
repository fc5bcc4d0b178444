package io.cofferdam.access.aws.estate;

import io.cofferdam.access.exposure.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An IAM role.
///
/// @param trust who may assume it
/// @param instanceProfiles ARNs of the instance profiles that hold it
public record IamRole(
    String arn,
    String account,
    Optional<String> uniqueId,
    Map<String, String> tags,
    List<NamedPolicy> policies,
    Part<NamedPolicy> boundary,
    NamedPolicy trust,
    List<String> instanceProfiles)
    implements EstatePrincipal {
  public IamRole {
    tags = Map.copyOf(tags);
    policies = List.copyOf(policies);
    instanceProfiles = List.copyOf(instanceProfiles);
  }

  /// Whether AWS made it for a service: nobody can change it or use it but that service.
  public boolean serviceLinked() {
    return arn.contains(":role/aws-service-role/");
  }

  /// Whether IAM Identity Center keeps it: nobody in the account can change it.
  public boolean reserved() {
    return arn.contains(":role/aws-reserved/");
  }
}
