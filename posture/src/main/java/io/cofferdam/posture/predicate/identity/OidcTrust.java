package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator.Quantifier;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Of a role that trusts an issuer of OpenID Connect tokens: each statement that does pins whose
/// tokens it takes, down to one repository, project or service account. Where one does not, a token
/// of somebody else that it takes is the witness.
final class OidcTrust implements Predicate {
  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";
  private static final String AUDIENCE = "sts.amazonaws.com";

  @Override
  public Outcome evaluate(Resource role, Scene scene) {
    var trust = PolicyCheck.trust(role);
    if (trust.isEmpty()) {
      return new Outcome.Undetermined(
          List.of("iam:GetAccountAuthorizationDetails: a trust policy that can be read"));
    }
    List<String> faults = new ArrayList<>();
    List<String> witness = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<String> proof = new ArrayList<>();
    for (var provider : providers(trust.get())) {
      var issuer = OidcIssuers.of(provider).orElse(OidcIssuers.OTHER);
      for (var statement : naming(trust.get(), provider)) {
        if (isPinned(statement, provider, issuer)) {
          proof.add(
              statement.name() + " takes tokens of " + name(provider) + " by a value of one place");
          continue;
        }
        var found = stranger(trust.get(), statement, provider, issuer);
        if (found.isPresent()) {
          faults.add(
              statement.name()
                  + " takes tokens of "
                  + name(provider)
                  + " that are somebody else's");
          witness.add(found.get());
        } else {
          open.add(
              "trust policy, "
                  + statement.name()
                  + ": whose tokens of "
                  + name(provider)
                  + " its conditions take");
        }
      }
    }
    if (!faults.isEmpty()) {
      return new Outcome.Violated(String.join("; ", faults), witness);
    }
    if (!open.isEmpty()) {
      return new Outcome.Undetermined(open);
    }
    return proof.isEmpty()
        ? new Outcome.NotApplicable("it trusts no issuer of OpenID Connect tokens")
        : new Outcome.Met(proof);
  }

  private static String name(String provider) {
    return OidcIssuers.name(provider);
  }

  /// The issuers that a role trusts.
  static Set<String> providers(PolicyCheck trust) {
    Set<String> providers = new LinkedHashSet<>();
    for (var name : trust.named(ACTION)) {
      if (name instanceof PrincipalName.Federated(String provider)
          && OidcIssuers.of(provider).isPresent()) {
        providers.add(provider);
      }
    }
    return providers;
  }

  private static List<Statement> naming(PolicyCheck trust, String provider) {
    return trust.allowing(ACTION).stream()
        .filter(
            each ->
                each.principal() instanceof PrincipalElement.Named(List<PrincipalName> names)
                    && names.contains(new PrincipalName.Federated(provider)))
        .toList();
  }

  private static boolean isPinned(Statement statement, String provider, OidcIssuers issuer) {
    for (var condition : statement.conditions()) {
      if (!demands(condition)) {
        continue;
      }
      var claim = claim(condition, provider);
      if (claim.equals(issuer.claim())
          && condition.values().stream().allMatch(v -> issuer.pins(v.source()))) {
        return true;
      }
      if (issuer.otherClaims().contains(claim)
          && condition.values().stream().noneMatch(v -> v.source().matches(".*[*?].*"))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a condition holds only with a value of its list.
  private static boolean demands(Condition condition) {
    var operator = condition.operator();
    return !operator.negated()
        && !operator.ifExists()
        && operator.quantifier() != Quantifier.FOR_ALL_VALUES
        && !condition.values().isEmpty()
        && (operator.comparison() == Comparison.STRING_EQUALS
            || operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE
            || operator.comparison() == Comparison.STRING_LIKE);
  }

  private static String claim(Condition condition, String provider) {
    var prefix = OidcIssuers.name(provider) + ":";
    return condition.key().startsWith(prefix) ? condition.key().substring(prefix.length()) : "";
  }

  /// A request with a token that is not of the one place meant and is taken nevertheless.
  private static Optional<String> stranger(
      PolicyCheck trust, Statement statement, String provider, OidcIssuers issuer) {
    var caller = new RequestPrincipal(PrincipalKind.IDENTITY_PROVIDER, provider, "", "");
    Set<String> values = new LinkedHashSet<>();
    values.add(issuer.stranger());
    Map<String, KeyState> keys = new HashMap<>();
    keys.put(OidcIssuers.name(provider) + ":aud", KeyState.of(AUDIENCE));
    for (var condition : statement.conditions()) {
      var claim = claim(condition, provider);
      if (claim.equals(issuer.claim())) {
        for (Template value : condition.values()) {
          if (!issuer.pins(value.source())) {
            values.add(value.source().replace("*", "another").replace('?', 'x'));
          }
        }
      } else if (demands(condition)) {
        keys.put(
            condition.key().toLowerCase(Locale.ROOT),
            KeyState.of(condition.values().getFirst().source().replace("*", "another")));
      }
    }
    for (var value : values) {
      keys.put(OidcIssuers.name(provider) + ":" + issuer.claim(), KeyState.of(value));
      var answer = trust.answer(caller, ACTION, keys);
      if (answer.allowed()) {
        return Optional.of(Words.of(answer.request()));
      }
    }
    return Optional.empty();
  }
}
