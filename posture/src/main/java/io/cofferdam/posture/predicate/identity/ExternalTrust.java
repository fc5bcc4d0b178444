package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.OrganisationFacts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Of a role: callers of accounts that are not the company's, its organisation's or a declared
/// partner's assume it only with an external id, as members of a named organisation, or with
/// multi-factor authentication.
final class ExternalTrust implements Predicate {
  private static final String ACTION = "sts:AssumeRole";

  /// An account that nobody owns stands for any.
  private static final String ANY_ACCOUNT = "000000000000";

  @Override
  public Outcome evaluate(Resource role, Scene scene) {
    if (role.id().contains(":role/aws-service-role/")) {
      return new Outcome.NotApplicable("AWS itself keeps it");
    }
    var trust = PolicyCheck.trust(role);
    if (trust.isEmpty()) {
      return new Outcome.Undetermined(
          List.of("iam:GetAccountAuthorizationDetails: a trust policy that can be read"));
    }
    var organisation = OrganisationFacts.of(scene.inventory());
    List<String> faults = new ArrayList<>();
    List<String> witness = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<String> proof = new ArrayList<>();
    for (var name : trust.get().named(ACTION)) {
      var caller = outsider(name, scene, organisation);
      if (caller.isEmpty()) {
        continue;
      }
      var who = words(name);
      var answer = bestOf(trust.get(), caller.get());
      if (answer.allowed()) {
        if (mayBelong(caller.get().account(), organisation)) {
          open.add(
              organisation.orElseThrow().unread().getFirst()
                  + ": whether "
                  + who
                  + " belongs to the organisation");
        } else {
          faults.add(who + " may assume it without external id, organisation or second factor");
          witness.add(Words.of(answer.request()));
        }
      } else if (answer.open()) {
        open.add("trust policy: whether its conditions keep out " + who);
      } else {
        proof.add(who + " is refused without what the conditions ask for");
      }
    }
    if (!faults.isEmpty()) {
      return new Outcome.Violated(String.join("; ", faults), witness);
    }
    if (!open.isEmpty()) {
      return new Outcome.Undetermined(open);
    }
    return proof.isEmpty()
        ? new Outcome.NotApplicable("it trusts nobody outside")
        : new Outcome.Met(proof);
  }

  /// A caller from outside whom a principal stands for; empty where it stands for none.
  private static Optional<RequestPrincipal> outsider(
      PrincipalName name, Scene scene, Optional<OrganisationFacts> organisation) {
    var arn =
        switch (name) {
          case PrincipalName.Everyone _ -> "arn:aws:iam::" + ANY_ACCOUNT + ":user/anybody";
          case PrincipalName.Account(String id) -> "arn:aws:iam::" + id + ":user/anybody";
          case PrincipalName.Arn(String named) -> named;
          case PrincipalName.Deleted _ -> "";
          case PrincipalName.Service _ -> "";
          case PrincipalName.Federated _ -> "";
          case PrincipalName.CanonicalUser _ -> "";
        };
    return RequestPrincipal.parse(arn)
        .filter(each -> !each.account().isEmpty())
        .filter(each -> !scene.zone().holds(each.account()))
        .filter(each -> !organisation.map(o -> o.holds(each.account())).orElse(false));
  }

  /// Whether an account may be of the organisation, whose tree could not be read.
  private static boolean mayBelong(String account, Optional<OrganisationFacts> organisation) {
    return !account.equals(ANY_ACCOUNT)
        && organisation.map(each -> !each.unread().isEmpty()).orElse(false);
  }

  /// The answer to a caller without anything, or with an external id that anybody could guess.
  private static PolicyCheck.Answer bestOf(PolicyCheck trust, RequestPrincipal caller) {
    Map<String, KeyState> keys = new HashMap<>();
    keys.put("aws:principalorgid", KeyState.of("o-another0organisation"));
    keys.put("aws:principalorgpaths", KeyState.of("o-another0organisation/r-none/"));
    var plain = trust.answer(caller, ACTION, keys);
    if (plain.allowed()) {
      return plain;
    }
    keys.put("sts:externalid", KeyState.of("guessed"));
    var guessed = trust.answer(caller, ACTION, keys);
    return guessed.allowed() || guessed.open() ? guessed : plain;
  }

  private static String words(PrincipalName name) {
    return switch (name) {
      case PrincipalName.Everyone _ -> "every AWS account";
      case PrincipalName.Account(String id) -> "account " + id;
      case PrincipalName.Arn(String arn) -> arn;
      case PrincipalName.Deleted(String id) -> id;
      case PrincipalName.Service(String service) -> service;
      case PrincipalName.Federated(String provider) -> provider;
      case PrincipalName.CanonicalUser(String id) -> id;
    };
  }
}
