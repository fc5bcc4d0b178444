package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The steps that one actor can take. Of several acts with the same outcome the first that is
/// allowed is kept, or the first that may be.
final class Steps {
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

  private final Verdicts verdicts;
  private final EstateDecider decider;
  private final Estate estate;
  private final TrustIndex trust;
  private final Samples samples;
  private final Map<String, List<EstatePrincipal>> byAccount = new HashMap<>();
  private final Map<String, EstatePrincipal> byArn = new HashMap<>();
  private final Map<String, IamRole> byProfile = new HashMap<>();
  private final List<EstateResource> hosts = new ArrayList<>();
  private final Map<Actor, List<Step>> becoming = new ConcurrentHashMap<>();
  private final Map<Actor, Boolean> empowerers = new ConcurrentHashMap<>();
  private final Map<String, Verdict> serviceTrust = new ConcurrentHashMap<>();

  Steps(Verdicts verdicts, Samples samples) {
    this.verdicts = verdicts;
    this.decider = verdicts.decider();
    this.estate = decider.estate();
    this.trust = new TrustIndex(estate);
    this.samples = samples;
    for (EstatePrincipal principal : estate.principals().values()) {
      byArn.put(principal.arn(), principal);
      byAccount.computeIfAbsent(principal.account(), a -> new ArrayList<>()).add(principal);
      if (principal instanceof IamRole role) {
        role.instanceProfiles().forEach(profile -> byProfile.put(profile, role));
      }
    }
    for (EstateResource resource : estate.resources().values()) {
      if (resource.runsAs().isPresent()) {
        hosts.add(resource);
      }
    }
  }

  /// Whom the actor can become in one step.
  List<Step> becoming(Actor actor) {
    List<Step> known = becoming.get(actor);
    if (known == null) {
      EstatePrincipal self = byArn.get(actor.arn());
      known =
          self == null
              ? List.of()
              : List.copyOf(becoming(actor, principalsOf(self.account()), target -> true));
      becoming.put(actor, known);
    }
    return known;
  }

  @Nullable EstatePrincipal principal(String arn) {
    return byArn.get(arn);
  }

  /// The account of the actor; empty for one that is not of the estate.
  String accountOf(Actor actor) {
    EstatePrincipal principal = byArn.get(actor.arn());
    return principal == null ? "" : principal.account();
  }

  /// The principals of an account.
  List<EstatePrincipal> principalsOf(String account) {
    return byAccount.getOrDefault(account, List.of());
  }

  /// Whether the actor's policies allow, somewhere, an act that gives somebody every right.
  boolean mayEmpower(Actor actor) {
    Boolean known = empowerers.get(actor);
    if (known == null) {
      known = empowers(actor);
      empowerers.put(actor, known);
    }
    return known;
  }

  private boolean empowers(Actor actor) {
    for (EscalationAct act : EscalationActs.all()) {
      if (act.effect() == Effect.EMPOWER && verdicts.mayAllow(actor, act.needs().get(0).action())) {
        return true;
      }
    }
    return false;
  }

  /// As [#becoming(Actor)], for some targets only.
  ///
  /// @param near the principals of the actor's account to try
  /// @param wanted by the target's ARN, whether to try it
  List<Step> becoming(Actor actor, Collection<EstatePrincipal> near, Predicate<String> wanted) {
    EstatePrincipal self = byArn.get(actor.arn());
    Map<String, Step> best = new HashMap<>();
    if (self == null) {
      return List.of();
    }
    for (EscalationAct act : EscalationActs.all()) {
      boolean byHost = act.target().startsWith("host:");
      boolean assuming = act.id().equals("assume-role");
      boolean nobody = byHost ? hosts.isEmpty() : !assuming && near.isEmpty();
      if (act.effect() != Effect.BECOME || nobody) {
        continue;
      }
      boolean may = verdicts.mayAllow(actor, act.needs().get(0).action());
      if (assuming) {
        for (IamRole role : trust.candidates(self, may)) {
          keep(best, act, actor, role, null, wanted);
        }
      } else if (byHost) {
        hosts(best, act, actor, self, may, wanted);
      } else if (may) {
        for (EstatePrincipal target : near) {
          if (isKind(act, target) && changeable(act, target)) {
            keep(best, act, actor, target, null, wanted);
          }
        }
      }
    }
    return new ArrayList<>(best.values());
  }

  private void hosts(
      Map<String, Step> best,
      EscalationAct act,
      Actor actor,
      EstatePrincipal self,
      boolean may,
      Predicate<String> wanted) {
    String mark = act.target().substring("host:".length());
    for (EstateResource host : hosts) {
      boolean near = host.account().equals(self.account());
      boolean open = host.policy() instanceof Part.Known<NamedPolicy>;
      if (host.arn().contains(mark) && ((near && may) || open)) {
        role(host).ifPresent(role -> keep(best, act, actor, role, host, wanted));
      }
    }
  }

  private Optional<IamRole> role(EstateResource host) {
    String runsAs = host.runsAs().orElse("");
    return estate.principals().get(runsAs) instanceof IamRole role
        ? Optional.of(role)
        : Optional.ofNullable(byProfile.get(runsAs));
  }

  private static boolean isKind(EscalationAct act, EstatePrincipal target) {
    return switch (target) {
      case IamUser u -> act.target().equals("user");
      case IamRole r -> act.target().equals("role");
    };
  }

  /// Nobody in the account can change or pass what AWS itself keeps.
  private static boolean changeable(EscalationAct act, EstatePrincipal target) {
    return !(target instanceof IamRole role)
        || !(role.serviceLinked() || (role.reserved() && !act.id().equals("assume-role")));
  }

  private void keep(
      Map<String, Step> best,
      EscalationAct act,
      Actor actor,
      EstatePrincipal target,
      @Nullable EstateResource host,
      Predicate<String> wanted) {
    Step old = best.get(target.arn());
    if (target.arn().equals(actor.arn())
        || !wanted.test(target.arn())
        || (old != null && old.verdict() == Verdict.YES)) {
      return;
    }
    Step step = attempt(act, actor, target, host);
    if (step.verdict() != Verdict.NO
        && (old == null || step.verdict().compareTo(old.verdict()) > 0)) {
      best.put(target.arn(), step);
    }
  }

  /// The step by which the actor gives the target every right; empty when there is none.
  Optional<Step> empowering(Actor actor, EstatePrincipal target) {
    EstatePrincipal self = byArn.get(actor.arn());
    Step best = null;
    if (self == null || !self.account().equals(target.account())) {
      return Optional.empty();
    }
    for (EscalationAct act : EscalationActs.all()) {
      if (act.effect() == Effect.EMPOWER
          && isKind(act, target)
          && changeable(act, target)
          && verdicts.mayAllow(actor, act.needs().get(0).action())) {
        Step step = attempt(act, actor, target, null);
        if (step.verdict() != Verdict.NO
            && (best == null || step.verdict().compareTo(best.verdict()) > 0)) {
          best = step;
        }
        if (step.verdict() == Verdict.YES) {
          break;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private Step attempt(
      EscalationAct act, Actor actor, EstatePrincipal target, @Nullable EstateResource host) {
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
              estate.identityPolicies(target).stream()
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
