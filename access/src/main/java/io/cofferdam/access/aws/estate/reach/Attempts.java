package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamUser;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Effect;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Need;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One act by one actor on one target: everything it needs, and whether all of it is allowed.
final class Attempts {
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

  private final Verdicts verdicts;
  private final EstateDecider decider;
  private final Samples samples;
  private final Map<String, Verdict> serviceTrust = new ConcurrentHashMap<>();

  Attempts(Verdicts verdicts, Samples samples) {
    this.verdicts = verdicts;
    this.decider = verdicts.decider();
    this.samples = samples;
  }

  /// The step the act would be; its verdict is no where something it needs is not allowed.
  Step of(EscalationAct act, Actor actor, EstatePrincipal target, @Nullable EstateResource host) {
    List<Operation> chosen = new ArrayList<>();
    Verdict all = Verdict.YES;
    for (Need need : act.needs()) {
      List<List<Operation>> wanted = operations(act, need, actor, target, host);
      if (wanted.isEmpty()) {
        all = Verdict.NO;
      }
      for (List<Operation> alternatives : wanted) {
        Verdict one = Verdict.NO;
        Operation best = null;
        for (Operation operation : alternatives) {
          Verdict verdict = verdicts.of(actor, operation);
          if (best == null || verdict.compareTo(one) > 0) {
            one = verdict;
            best = operation;
          }
          if (one == Verdict.YES) {
            break;
          }
        }
        all = all.and(one);
        if (best != null) {
          chosen.add(best);
        }
      }
      if (all == Verdict.NO) {
        break;
      }
    }
    if (all != Verdict.NO && act.service().isPresent()) {
      all = all.and(trusts(target, act.service().get()));
    }
    Actor to =
        act.effect() == Effect.EMPOWER
            ? Actor.of(target.arn()).empowered()
            : Actor.of(target.arn());
    return new Step(act, actor, to, all, chosen, host == null ? "" : host.arn());
  }

  /// Whether a role can be run by a service.
  private Verdict trusts(EstatePrincipal role, String service) {
    return serviceTrust.computeIfAbsent(
        service + " " + role.arn(),
        key ->
            decider
                .rule(
                    new RequestPrincipal(PrincipalKind.AWS_SERVICE, service, "", ""),
                    Operation.on("sts:AssumeRole", role.arn())
                        .with("aws:sourceaccount", role.account()),
                    Set.of())
                .verdict());
  }

  /// Every operation of a need: all of the outer list, any of each inner one.
  private List<List<Operation>> operations(
      EscalationAct act,
      Need need,
      Actor actor,
      EstatePrincipal target,
      @Nullable EstateResource host) {
    String action = need.action();
    return switch (need.place()) {
      case "target" -> List.of(List.of(onTarget(act, action, target)));
      case "host" -> host == null ? List.of() : List.of(List.of(Operation.on(action, host.arn())));
      case "document" ->
          List.of(
              List.of(
                  Operation.making(
                      action, "arn:aws:ssm:eu-central-1::document/AWS-RunShellScript")));
      case "group" ->
          target instanceof IamUser user
              ? any(user.groups().stream().map(g -> iam(act, action, g, target)).toList())
              : List.of();
      case "policy" ->
          any(
              decider.estate().identityPolicies(target).stream()
                  .filter(p -> p.owner().contains("::" + target.account() + ":policy/"))
                  .map(p -> iam(act, action, p.owner(), target))
                  .toList());
      default -> made(actor, target, action);
    };
  }

  private static List<List<Operation>> any(List<Operation> alternatives) {
    return alternatives.isEmpty() ? List.of() : List.of(alternatives);
  }

  private List<List<Operation>> made(Actor actor, EstatePrincipal target, String action) {
    List<List<Operation>> all = new ArrayList<>();
    for (List<String> arns : samples.making(actor, target.account(), action)) {
      all.add(arns.stream().map(arn -> Operation.making(action, arn)).toList());
    }
    return all;
  }

  private Operation onTarget(EscalationAct act, String action, EstatePrincipal target) {
    Operation operation = iam(act, action, target.arn(), target);
    return act.service().isPresent() && action.equals("iam:PassRole")
        ? operation.with("iam:passedtoservice", act.service().get())
        : operation;
  }

  private static Operation iam(
      EscalationAct act, String action, String arn, EstatePrincipal target) {
    Operation operation = Operation.on(action, arn);
    if (act.id().startsWith("attach-")) {
      operation = operation.with("iam:policyarn", ADMINISTRATOR);
    }
    return target.boundary() instanceof Part.Known<NamedPolicy>(NamedPolicy boundary)
            && action.startsWith("iam:")
        ? operation.with("iam:permissionsboundary", boundary.owner())
        : operation;
  }
}
