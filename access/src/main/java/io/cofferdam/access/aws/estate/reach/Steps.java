package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.IamUser;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Effect;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The steps that one actor can take. Of several acts with the same outcome the first that is
/// allowed is kept, or the first that may be.
final class Steps {
  private final Verdicts verdicts;
  private final TrustIndex trust;
  private final Attempts attempts;
  private final Map<String, List<EstatePrincipal>> byAccount = new HashMap<>();
  private final Map<String, EstatePrincipal> byArn = new HashMap<>();
  private final List<EstateResource> hosts = new ArrayList<>();
  private final HostIndex hostIndex;
  private final Map<Actor, List<Step>> becoming = new ConcurrentHashMap<>();
  private final Map<Actor, Boolean> empowerers = new ConcurrentHashMap<>();

  Steps(Verdicts verdicts, Samples samples) {
    this.verdicts = verdicts;
    Estate estate = verdicts.decider().estate();
    this.trust = new TrustIndex(estate);
    this.attempts = new Attempts(verdicts, samples);
    for (EstatePrincipal principal : estate.principals().values()) {
      byArn.put(principal.arn(), principal);
      byAccount.computeIfAbsent(principal.account(), a -> new ArrayList<>()).add(principal);
    }
    for (EstateResource resource : estate.resources().values()) {
      if (resource.runsAs().isPresent()) {
        hosts.add(resource);
      }
    }
    this.hostIndex = new HostIndex(estate, hosts);
  }

  /// Whom the actor can become in one step.
  List<Step> becoming(Actor actor) {
    List<Step> known = becoming.get(actor);
    if (known == null) {
      EstatePrincipal self = byArn.get(actor.arn());
      known =
          self == null
              ? List.of()
              : List.copyOf(
                  becoming(
                      actor, principalsOf(self.account()), target -> !target.equals(actor.arn())));
      becoming.put(actor, known);
    }
    return known;
  }

  /// What runs code as a role.
  List<EstateResource> hosts() {
    return hosts;
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

  /// As [#becoming(Actor)], for some targets only; itself, too, may be one.
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
    for (HostIndex.Host host : hostIndex.candidates(act, self, may)) {
      keep(best, act, actor, host.role(), host.resource(), wanted);
    }
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
    if (!wanted.test(target.arn()) || (old != null && old.verdict() == Verdict.YES)) {
      return;
    }
    Step step = attempts.of(act, actor, target, host);
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
        Step step = attempts.of(act, actor, target, null);
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
}
