package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.PolicyDocument;
import java.util.List;
import java.util.Optional;

/// Every policy that applies to a request. What is absent does not apply.
///
/// @param scps one list per level, from the organisation's root to the account; none for the
///     management account, which no service control policy limits
/// @param rcps one list per level; AWS's own full-access policy is implied at each
/// @param boundaries permission boundaries of the caller
/// @param session policies passed when the session was made; a federated user without one has no
///     permissions of its own
/// @param endpoint policies of the VPC endpoint the request came through
public record PolicySet(
    List<PolicyDocument> identity,
    Optional<PolicyDocument> resource,
    List<List<PolicyDocument>> scps,
    List<List<PolicyDocument>> rcps,
    List<PolicyDocument> boundaries,
    List<PolicyDocument> session,
    List<PolicyDocument> endpoint,
    List<KeyGrant> grants,
    S3Controls s3) {
  public PolicySet {
    identity = List.copyOf(identity);
    scps = scps.stream().map(List::copyOf).toList();
    rcps = rcps.stream().map(List::copyOf).toList();
    boundaries = List.copyOf(boundaries);
    session = List.copyOf(session);
    endpoint = List.copyOf(endpoint);
    grants = List.copyOf(grants);
  }

  /// Nothing but identity policies and a resource policy.
  public static PolicySet of(List<PolicyDocument> identity, Optional<PolicyDocument> resource) {
    return new PolicySet(
        identity,
        resource,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        S3Controls.NONE);
  }

  public PolicySet withSession(List<PolicyDocument> policies) {
    return new PolicySet(
        identity, resource, scps, rcps, boundaries, policies, endpoint, grants, s3);
  }

  public PolicySet withS3(S3Controls controls) {
    return new PolicySet(
        identity, resource, scps, rcps, boundaries, session, endpoint, grants, controls);
  }

  public PolicySet withRcps(List<List<PolicyDocument>> levels) {
    return new PolicySet(
        identity, resource, scps, levels, boundaries, session, endpoint, grants, s3);
  }
}
