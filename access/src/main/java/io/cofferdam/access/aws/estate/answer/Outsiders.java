package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Ruling;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who beyond the estate can do what was asked: whoever the resource's policy or grants name, and
/// anybody. Everything about an outsider that the question does not fix is unknown, so that "no"
/// holds for all of them.
final class Outsiders {
  /// An account that nobody owns stands for any account.
  private static final String ANY_ACCOUNT = "000000000000";

  private static final Set<String> OPEN =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principaltype",
          "aws:userid",
          "aws:username");

  private final EstateDecider decider;
  private final Estate estate;

  Outsiders(EstateDecider decider) {
    this.decider = decider;
    this.estate = decider.estate();
  }

  List<Outsider> of(Question question) {
    List<Outsider> outsiders = new ArrayList<>();
    named(question).forEach((who, principal) -> add(outsiders, question, who, principal));
    RequestPrincipal anybody =
        new RequestPrincipal(
            PrincipalKind.IAM_USER,
            "arn:aws:iam::" + ANY_ACCOUNT + ":user/anybody",
            ANY_ACCOUNT,
            "");
    add(outsiders, question, "every AWS account", anybody);
    add(outsiders, question, "everyone", RequestPrincipal.ANONYMOUS);
    return outsiders;
  }

  private void add(List<Outsider> into, Question question, String who, RequestPrincipal principal) {
    Verdict all = Verdict.YES;
    Set<String> onlyIf = new TreeSet<>();
    boolean named = !who.startsWith("every");
    for (Question.Need need : question.needs()) {
      Verdict best = Verdict.NO;
      Set<String> conditions = new TreeSet<>();
      for (String arn : arns(need)) {
        Ruling ruling =
            decider.rule(
                principal,
                need.operation(arn),
                named ? Set.of("aws:userid", "aws:principalorgid", "aws:principalorgpaths") : OPEN);
        if (ruling.verdict().compareTo(best) > 0) {
          best = ruling.verdict();
          conditions = new TreeSet<>(Conditions.open(ruling));
        }
      }
      all = all.and(best);
      onlyIf.addAll(conditions);
    }
    if (all == Verdict.NO) {
      return;
    }
    if (named && !principal.account().isEmpty()) {
      all = all.and(Verdict.ONLY_IF);
      onlyIf.add("the policies of account " + principal.account() + " allow it there");
    }
    into.add(new Outsider(who, all, List.copyOf(onlyIf)));
  }

  private static List<String> arns(Question.Need need) {
    return need.anyObject() ? List.of(need.resource() + "/any-object") : List.of(need.resource());
  }

  /// Principals that the policies of the resources name and that are not of the estate.
  private Map<String, RequestPrincipal> named(Question question) {
    Map<String, RequestPrincipal> named = new TreeMap<>();
    for (Question.Need need : question.needs()) {
      Operation operation = Operation.on(need.action(), need.resource());
      for (PolicyDocument policy : decider.resourcePolicies(operation, "")) {
        for (Statement statement : policy.statements()) {
          if (statement.effect() == Effect.ALLOW
              && statement.principal() instanceof PrincipalElement.Named(List<PrincipalName> n)) {
            n.forEach(name -> principal(name).ifPresent(p -> named.put(p.name(), p)));
          }
        }
      }
      decider.grantees(operation).forEach(arn -> arn(arn).ifPresent(p -> named.put(p.name(), p)));
    }
    return named;
  }

  private Optional<RequestPrincipal> principal(PrincipalName name) {
    return switch (name) {
      case PrincipalName.Arn(String arn) -> arn(arn);
      case PrincipalName.Account(String id) ->
          estate.accounts().containsKey(id) ? Optional.empty() : RequestPrincipal.parse(id);
      case PrincipalName.Service(String service) -> RequestPrincipal.parse(service);
      case PrincipalName.Everyone e -> Optional.empty();
      case PrincipalName.Deleted d -> Optional.empty();
      case PrincipalName.Federated f -> Optional.empty();
      case PrincipalName.CanonicalUser c -> Optional.empty();
    };
  }

  private Optional<RequestPrincipal> arn(String arn) {
    return RequestPrincipal.parse(arn).filter(p -> !estate.accounts().containsKey(p.account()));
  }
}
