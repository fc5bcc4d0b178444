package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.RequestContext;
import java.util.Optional;

/// One request: who, what, on which resource, with which context.
///
/// @param action `s3:GetObject`
/// @param resource an ARN
/// @param resourceAccount the account that owns the resource; empty when not known, then the
///     principal is taken to be of another account only if it is anonymous or a service
/// @param context the condition keys; those that follow from principal and resource are added
///     where they are not listed
public record DecisionRequest(
    RequestPrincipal principal,
    String action,
    String resource,
    String resourceAccount,
    RequestContext context) {
  public DecisionRequest {
    context = context.orElse(new DerivedKeys(principal, action, resource, resourceAccount));
  }

  /// `aws:PrincipalArn` where the request tells it itself.
  Optional<String> toldPrincipalArn() {
    return context.isGiven("aws:principalarn")
        ? context.single("aws:principalarn")
        : Optional.empty();
  }

  /// Whether caller and resource belong to one account.
  public boolean sameAccount() {
    return !principal.account().isEmpty() && principal.account().equals(resourceAccount);
  }
}
