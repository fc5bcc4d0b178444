package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.posture.inventory.Resource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The policy of a role or another resource, and what it says to one caller. The caller's own
/// account is taken to allow everything.
///
/// @param resource ARN
/// @param account of the resource
record PolicyCheck(String resource, String account, PolicyDocument policy) {
  private static final PolicyDocument EVERYTHING =
      PolicyParser.parse(
              "{\"Version\":\"2012-10-17\",\"Statement\":"
                  + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}")
          .asOptional()
          .orElseThrow();

  /// The trust policy of a role of the inventory; empty where it cannot be read.
  static Optional<PolicyCheck> trust(Resource role) {
    return document(role.fact("AssumeRolePolicyDocument").asText(""))
        .map(policy -> new PolicyCheck(role.id(), role.account(), policy));
  }

  /// A policy as IAM prints it: URL-encoded (RFC 3986) or plain.
  static Optional<PolicyDocument> document(String text) {
    var plain = text;
    if (text.stripLeading().startsWith("%")) {
      try {
        plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException bad) {
        return Optional.empty();
      }
    }
    return PolicyParser.parse(plain).asOptional();
  }

  /// Whom the Allow statements for an action name.
  List<PrincipalName> named(String action) {
    List<PrincipalName> names = new ArrayList<>();
    for (var statement : allowing(action)) {
      if (statement.principal() instanceof PrincipalElement.Named(List<PrincipalName> some)) {
        names.addAll(some);
      } else if (statement.principal() instanceof PrincipalElement.AllBut) {
        names.add(new PrincipalName.Everyone());
      }
    }
    return names.stream().distinct().toList();
  }

  List<Statement> allowing(String action) {
    return policy.statements().stream()
        .filter(each -> each.effect() == Effect.ALLOW && each.action().matches(action))
        .toList();
  }

  /// What the policy says to a caller that brings these keys and no others.
  Answer answer(RequestPrincipal caller, String action, Map<String, KeyState> keys) {
    return answer(caller, action, resource, keys);
  }

  /// The same of a resource within this one.
  Answer answer(
      RequestPrincipal caller, String action, String resource, Map<String, KeyState> keys) {
    Map<String, KeyState> all = new HashMap<>(keys);
    all.putIfAbsent("aws:securetransport", KeyState.of("true"));
    var request =
        new DecisionRequest(caller, action, resource, account, new RequestContext(all, true));
    List<PolicyDocument> own = caller.account().isEmpty() ? List.of() : List.of(EVERYTHING);
    return new Answer(
        request, Decider.decide(request, PolicySet.of(own, Optional.of(policy)).withSession(own)));
  }

  /// A request and what became of it.
  record Answer(DecisionRequest request, Decision decision) {
    boolean allowed() {
      return decision instanceof Decision.Allowed;
    }

    boolean open() {
      return decision instanceof Decision.Unknown;
    }
  }
}
