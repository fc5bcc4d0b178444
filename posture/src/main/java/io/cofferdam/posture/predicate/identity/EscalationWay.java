package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.answer.Hop;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.answer.TakeAway;
import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.posture.estate.ScanEstate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One way by which a principal comes to what is asked, and the step in it that nobody meant.
///
/// @param sentences the steps in the order in which they are taken
/// @param edge the first step that is no assuming of a role by somebody whom its trust policy
///     names; empty where all are
record EscalationWay(
    EstatePrincipal principal, Question question, List<String> sentences, Optional<String> edge) {
  private static final String ASSUME = "assume-role";

  EscalationWay {
    sentences = List.copyOf(sentences);
  }

  static EscalationWay of(ScanEstate estate, EstatePrincipal principal, Question question) {
    var hops =
        estate.whoCan().explain(principal.arn(), question).hops().stream()
            .filter(hop -> hop.step().isPresent())
            .toList();
    return new EscalationWay(
        principal,
        question,
        hops.stream().map(Hop::sentence).toList(),
        hops.stream()
            .filter(hop -> !isDelegation(estate, hop.step().orElseThrow()))
            .map(Hop::sentence)
            .findFirst());
  }

  private static boolean isDelegation(ScanEstate estate, Step step) {
    return step.act().id().equals(ASSUME)
        && estate.estate().principals().get(step.to().arn()) instanceof IamRole role
        && names(role, step.from().arn());
  }

  private static boolean names(IamRole role, String caller) {
    for (Statement statement :
        role.trust().document().map(policy -> policy.statements()).orElse(List.of())) {
      if (statement.effect() == Effect.ALLOW
          && statement.principal() instanceof PrincipalElement.Named(List<PrincipalName> named)
          && named.contains(new PrincipalName.Arn(caller))) {
        return true;
      }
    }
    return false;
  }

  /// The fewest statements without which every way to the same end is gone.
  String cut(ScanEstate estate) {
    var removal = TakeAway.withoutDeny(estate.whoCan(), principal.arn(), question);
    return removal.statements().isEmpty()
        ? "the edge `" + edge.orElse("") + "`"
        : removal.statements().stream()
            .map(each -> "remove " + each.words())
            .collect(Collectors.joining(" and "));
  }
}
