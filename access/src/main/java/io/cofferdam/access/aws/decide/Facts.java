package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.pattern.Ascii;
import java.util.Map;

/// What follows from a request before any policy is read.
final class Facts {
  final RequestPrincipal caller;

  /// In lower case.
  final String action;

  /// What stands before the colon of the action, in lower case.
  final String service;

  /// With the keys that AWS adds for an access point.
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

  private static RequestContext context(DecisionRequest request, PolicySet policies) {
    if (policies.s3().accessPoint().isEmpty()) {
      return request.context();
    }
    AccessPoint point = policies.s3().accessPoint().get();
    return request
        .context()
        .orElse(
            Map.of(
                "s3:dataaccesspointarn",
                KeyState.of(point.arn()),
                "s3:dataaccesspointaccount",
                KeyState.of(point.accountId()),
                "s3:accesspointnetworkorigin",
                KeyState.of(point.vpcId().isPresent() ? "VPC" : "Internet")));
  }

  boolean inAccount(String account) {
    return !caller.account().isEmpty() && caller.account().equals(account);
  }

  boolean isSession() {
    return caller.kind() == PrincipalKind.ROLE_SESSION;
  }

  /// Whether the caller acts by a service-linked role, which no organisation policy limits: a role
  /// in the path that IAM keeps for them. The ARN of a session does not tell the path; where the
  /// request does not either (aws:PrincipalArn), the name that all such roles bear decides.
  boolean serviceLinked() {
    if (!caller.name().contains("AWSServiceRoleFor")
        && !caller.name().contains("/aws-service-role/")) {
      return false;
    }
    if (caller.kind() != PrincipalKind.ROLE_SESSION) {
      return caller.name().contains(":role/aws-service-role/");
    }
    return request
        .toldPrincipalArn()
        .map(arn -> arn.contains(":role/aws-service-role/"))
        .orElse(caller.roleName().startsWith("AWSServiceRoleFor"));
  }
}
