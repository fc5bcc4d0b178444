package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.request.ArnKey;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which resources that run code as a role could at all be used by whom: those of the actor's own
/// account, and those whose policy names it.
final class HostIndex {
  /// A resource with the role that its code runs as.
  record Host(EstateResource resource, IamRole role) {}

  /// Those of one kind, by the places of their list.
  private static final class Kind {
    private final List<Host> all = new ArrayList<>();
    private final Map<String, BitSet> byAccount = new HashMap<>();
    private final Map<String, BitSet> namingArn = new HashMap<>();
    private final Map<String, BitSet> namingAccount = new HashMap<>();
    private final BitSet namingAnybody = new BitSet();

    private void add(Host host) {
      int place = all.size();
      all.add(host);
      set(byAccount, host.resource().account(), place);
      if (host.resource().policy() instanceof Part.Known<NamedPolicy>(NamedPolicy policy)) {
        if (policy.document().isEmpty()) {
          namingAnybody.set(place);
        } else {
          names(policy.document().get(), place);
        }
      }
    }

    private void names(PolicyDocument policy, int place) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW) {
          switch (statement.principal()) {
            case PrincipalElement.Named(List<PrincipalName> names) ->
                names.forEach(name -> name(name, place));
            case PrincipalElement.AllBut b -> namingAnybody.set(place);
            case PrincipalElement.Missing m -> namingAnybody.set(place);
          }
        }
      }
    }

    private void name(PrincipalName name, int place) {
      switch (name) {
        case PrincipalName.Everyone e -> namingAnybody.set(place);
        case PrincipalName.CanonicalUser c -> namingAnybody.set(place);
        case PrincipalName.Account(String id) -> set(namingAccount, id, place);
        case PrincipalName.Arn(String arn) -> set(namingArn, ArnKey.of(arn), place);
        case PrincipalName.Deleted d -> {}
        case PrincipalName.Service s -> {}
        case PrincipalName.Federated f -> {}
      }
    }

    private static void set(Map<String, BitSet> index, String key, int place) {
      index.computeIfAbsent(key, k -> new BitSet()).set(place);
    }
  }

  private final Map<String, Kind> kinds = new HashMap<>();

  /// @param hosts in the order in which they are to be tried
  HostIndex(Estate estate, List<EstateResource> hosts) {
    Map<String, IamRole> byProfile = new HashMap<>();
    for (IamRole role : estate.roles()) {
      role.instanceProfiles().forEach(profile -> byProfile.put(profile, role));
    }
    for (EscalationAct act : EscalationActs.all()) {
      if (act.target().startsWith("host:")) {
        kinds.computeIfAbsent(mark(act), m -> new Kind());
      }
    }
    for (EstateResource host : hosts) {
      String runsAs = host.runsAs().orElse("");
      IamRole role =
          estate.principals().get(runsAs) instanceof IamRole itself
              ? itself
              : byProfile.get(runsAs);
      if (role != null) {
        kinds.forEach(
            (mark, kind) -> {
              if (host.arn().contains(mark)) {
                kind.add(new Host(host, role));
              }
            });
      }
    }
  }

  private static String mark(EscalationAct act) {
    return act.target().substring("host:".length());
  }

  /// In the order in which they are to be tried. Errs towards too many.
  ///
  /// @param mayAct whether an identity policy of the principal allows the act somewhere
  List<Host> candidates(EscalationAct act, EstatePrincipal principal, boolean mayAct) {
    Kind kind = kinds.get(mark(act));
    if (kind == null) {
      return List.of();
    }
    BitSet places = (BitSet) kind.namingAnybody.clone();
    places.or(kind.namingArn.getOrDefault(ArnKey.of(principal.arn()), new BitSet()));
    places.or(kind.namingAccount.getOrDefault(principal.account(), new BitSet()));
    if (mayAct) {
      places.or(kind.byAccount.getOrDefault(principal.account(), new BitSet()));
    }
    return places.stream().mapToObj(kind.all::get).toList();
  }
}
