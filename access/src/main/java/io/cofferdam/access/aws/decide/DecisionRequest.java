package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import java.util.HashMap;
import java.util.Map;

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
    context = context.orElse(derived(principal, resource, resourceAccount));
  }

  /// Keys that AWS fills in from the principal and the resource (AWS global condition context
  /// keys).
  private static Map<String, KeyState> derived(
      RequestPrincipal principal, String resource, String resourceAccount) {
    Map<String, KeyState> keys = new HashMap<>();
    principal.principalArn().ifPresent(arn -> keys.put("aws:principalarn", KeyState.of(arn)));
    if (!principal.account().isEmpty()) {
      keys.put("aws:principalaccount", KeyState.of(principal.account()));
    }
    switch (principal.kind()) {
      case ANONYMOUS -> keys.put("aws:principaltype", KeyState.of("Anonymous"));
      case ACCOUNT_ROOT -> keys.put("aws:principaltype", KeyState.of("Account"));
      case IAM_USER -> {
        keys.put("aws:principaltype", KeyState.of("User"));
        keys.put("aws:username", KeyState.of(principal.userName()));
      }
      case IAM_ROLE, ROLE_SESSION -> keys.put("aws:principaltype", KeyState.of("AssumedRole"));
      case FEDERATED_USER -> keys.put("aws:principaltype", KeyState.of("FederatedUser"));
      case IDENTITY_PROVIDER -> {}
      case AWS_SERVICE -> {
        keys.put("aws:principalisawsservice", KeyState.of("true"));
        keys.put("aws:principalservicename", KeyState.of(principal.name()));
      }
    }
    if (!principal.account().isEmpty()) {
      keys.put("aws:principalisawsservice", KeyState.of("false"));
    }
    if (!resourceAccount.isEmpty()) {
      keys.put("aws:resourceaccount", KeyState.of(resourceAccount));
      if (resource.contains(":s3:")) {
        keys.put("s3:resourceaccount", KeyState.of(resourceAccount));
      }
    }
    return keys;
  }

  /// Whether caller and resource belong to one account.
  public boolean sameAccount() {
    return !principal.account().isEmpty() && principal.account().equals(resourceAccount);
  }
}
