package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.IamUser;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a principal brings to every request: its name, its policies, the organisation's policies
/// above its account, the condition keys that follow from it.
///
/// A role acts by a session, whose name the caller chooses; [#SESSION] stands for it.
record PrincipalSide(
    RequestPrincipal principal,
    List<PolicyDocument> identity,
    List<PolicyDocument> boundaries,
    List<List<PolicyDocument>> scps,
    Map<String, KeyState> context) {

  static final String SESSION = "any-session";

  static PrincipalSide of(Estate estate, Set<String> usedTags, Actor actor, Places places) {
    EstatePrincipal principal = estate.principals().get(actor.arn());
    if (principal == null) {
      throw new IllegalArgumentException("not a principal of the estate");
    }
    List<PolicyDocument> identity = new ArrayList<>();
    for (NamedPolicy policy : estate.identityPolicies(principal)) {
      identity.add(Stand.document(policy));
    }
    if (actor.standing() == Standing.EMPOWERED) {
      identity.add(Stand.ALLOW_ALL);
    }
    List<PolicyDocument> boundaries =
        switch (principal.boundary()) {
          case Part.Known<NamedPolicy>(NamedPolicy policy) -> List.of(Stand.document(policy));
          case Part.Absent<NamedPolicy> a -> List.of();
          case Part.Unknown<NamedPolicy> u ->
              List.of(Stand.missing("the boundary of " + principal.words()));
        };
    return new PrincipalSide(
        named(estate, principal),
        List.copyOf(identity),
        boundaries,
        places.scps(principal.account()),
        context(principal, usedTags, places));
  }

  private static RequestPrincipal named(Estate estate, EstatePrincipal principal) {
    Account account = estate.accounts().get(principal.account());
    String canonical = account == null ? "" : account.canonicalId().orElse("");
    return switch (principal) {
      case IamUser user ->
          new RequestPrincipal(PrincipalKind.IAM_USER, user.arn(), user.account(), canonical);
      case IamRole role ->
          new RequestPrincipal(
              PrincipalKind.ROLE_SESSION, session(role, SESSION), role.account(), canonical);
    };
  }

  /// The same role in a session of another ARN.
  PrincipalSide inSession(String arn) {
    Map<String, KeyState> keys = new HashMap<>(context);
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    keys.computeIfPresent(
        "aws:userid",
        (key, state) ->
            state instanceof KeyState.Present(List<String> values)
                ? KeyState.of(values.get(0).substring(0, values.get(0).indexOf(':') + 1) + name)
                : state);
    RequestPrincipal renamed =
        new RequestPrincipal(principal.kind(), arn, principal.account(), principal.canonicalId());
    return new PrincipalSide(renamed, identity, boundaries, scps, keys);
  }

  private static String session(IamRole role, String name) {
    return "arn:"
        + role.arn().split(":", 3)[1]
        + ":sts::"
        + role.account()
        + ":assumed-role/"
        + role.name()
        + "/"
        + name;
  }

  private static Map<String, KeyState> context(
      EstatePrincipal principal, Set<String> usedTags, Places places) {
    Map<String, KeyState> keys = new HashMap<>(ORDINARY);
    keys.put("aws:principalarn", KeyState.of(principal.arn()));
    keys.putAll(places.principalKeys(principal.account()));
    boolean role = principal instanceof IamRole;
    keys.put("aws:username", role ? KeyState.ABSENT : KeyState.of(principal.name()));
    principal
        .uniqueId()
        .ifPresent(id -> keys.put("aws:userid", KeyState.of(role ? id + ":" + SESSION : id)));
    if (principal instanceof IamRole assumed && mayTagSessions(assumed)) {
      return keys;
    }
    for (String key : usedTags) {
      if (key.startsWith("aws:principaltag/")) {
        keys.put(key, KeyState.ABSENT);
      }
    }
    principal
        .tags()
        .forEach(
            (key, value) ->
                keys.put("aws:principaltag/" + key.toLowerCase(Locale.ROOT), KeyState.of(value)));
    return keys;
  }

  /// Whether whoever assumes the role may bring tags of their own.
  private static boolean mayTagSessions(IamRole role) {
    return role.trust().document().isEmpty()
        || role.trust().document().get().statements().stream()
            .anyMatch(statement -> statement.action().matches("sts:TagSession"));
  }

  /// An ordinary request by the principal itself: over TLS 1.3, signed in its header (version 4),
  /// to the service's own endpoint, not through an access point or another service. The caller
  /// is free in all of this.
  private static final Map<String, KeyState> ORDINARY = ordinaryKeys();

  static Map<String, KeyState> ordinary() {
    return ORDINARY;
  }

  private static Map<String, KeyState> ordinaryKeys() {
    Map<String, KeyState> keys = new HashMap<>();
    keys.put("aws:securetransport", KeyState.of("true"));
    keys.put("s3:tlsversion", KeyState.of("1.3"));
    keys.put("s3:signatureversion", KeyState.of("AWS4-HMAC-SHA256"));
    keys.put("s3:authtype", KeyState.of("REST-HEADER"));
    keys.put("aws:viaawsservice", KeyState.of("false"));
    keys.put("aws:principalisawsservice", KeyState.of("false"));
    for (String absent :
        List.of(
            "aws:calledvia",
            "aws:calledviafirst",
            "aws:calledvialast",
            "aws:principalservicename",
            "aws:principalservicenameslist",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "kms:viaservice",
            "s3:dataaccesspointarn",
            "s3:dataaccesspointaccount",
            "s3:accesspointnetworkorigin",
            "s3:accessgrantsinstancearn")) {
      keys.put(absent, KeyState.ABSENT);
    }
    return Map.copyOf(keys);
  }
}
