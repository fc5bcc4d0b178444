package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.pattern.Ascii;
import java.util.HashMap;
import java.util.Map;

/// What follows from a request before any policy is read.
final class Facts {
  final RequestPrincipal caller;

  /// In lower case.
  final String action;

  /// What stands before the colon of the action, in lower case.
  final String service;

  /// With the keys that AWS adds for an access point or a key.
  final RequestContext context;

  final DecisionRequest request;
  final PrincipalMatcher principals;

  Facts(DecisionRequest request, PolicySet policies) {
    this.request = request;
    this.caller = request.principal();
    this.action = Ascii.lower(request.action());
    int colon = action.indexOf(':');
    this.service = colon < 0 ? "" : action.substring(0, colon);
    this.context = context(request, policies);
    this.principals = new PrincipalMatcher(caller, !policies.boundaries().isEmpty());
  }

  private RequestContext context(DecisionRequest request, PolicySet policies) {
    if (service.equals("kms") && !caller.account().isEmpty()) {
      return request.context().orElse(Map.of("kms:calleraccount", KeyState.of(caller.account())));
    }
    if (policies.s3().accessPoint().isEmpty()) {
      return request.context();
    }
    AccessPoint point = policies.s3().accessPoint().get();
    Map<String, KeyState> keys = new HashMap<>();
    keys.put("s3:dataaccesspointarn", KeyState.of(point.arn()));
    keys.put("s3:dataaccesspointaccount", KeyState.of(point.accountId()));
    keys.put(
        "s3:accesspointnetworkorigin", KeyState.of(point.vpcId().isPresent() ? "VPC" : "Internet"));
    return request.context().orElse(keys);
  }

  boolean inAccount(String account) {
    return !caller.account().isEmpty() && caller.account().equals(account);
  }

  boolean isSession() {
    return caller.kind() == PrincipalKind.ROLE_SESSION;
  }

  /// Whether the caller acts by a service-linked role, which no organisation policy limits.
  boolean serviceLinked() {
    return caller.name().contains("/aws-service-role/")
        || ((caller.kind() == PrincipalKind.ROLE_SESSION || caller.kind() == PrincipalKind.IAM_ROLE)
            && caller.roleName().startsWith("AWSServiceRoleFor"));
  }
}
