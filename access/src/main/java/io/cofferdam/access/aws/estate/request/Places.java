package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.Organisation;
import io.cofferdam.access.aws.estate.OrganisationNode;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Where accounts stand in the organisation, and what follows from it: the policies above them and
/// the `aws:...OrgID` and `aws:...OrgPaths` keys.
final class Places {
  private final Estate estate;
  private final Map<String, List<List<PolicyDocument>>> scps = new ConcurrentHashMap<>();
  private final Map<String, List<List<PolicyDocument>>> rcps = new ConcurrentHashMap<>();

  Places(Estate estate) {
    this.estate = estate;
  }

  /// Service control policies above an account, one list per level from the root; none for the
  /// management account.
  List<List<PolicyDocument>> scps(String account) {
    return scps.computeIfAbsent(account, a -> levels(a, OrganisationNode::scps, "SCPs"));
  }

  /// Resource control policies above an account.
  List<List<PolicyDocument>> rcps(String account) {
    return rcps.computeIfAbsent(account, a -> levels(a, OrganisationNode::rcps, "RCPs"));
  }

  private List<List<PolicyDocument>> levels(
      String account, Function<OrganisationNode, Part<List<NamedPolicy>>> attached, String kind) {
    if (estate.organisation() instanceof Part.Unknown<Organisation>
        || !estate.accounts().containsKey(account)) {
      return List.of(List.of(Stand.missing(kind + " of account " + account)));
    }
    if (!(estate.organisation() instanceof Part.Known<Organisation>(Organisation organisation))
        || organisation.managementAccount().equals(account)) {
      return List.of();
    }
    List<List<PolicyDocument>> levels = new ArrayList<>();
    for (OrganisationNode node : estate.levels(account)) {
      switch (attached.apply(node)) {
        case Part.Known<List<NamedPolicy>>(List<NamedPolicy> policies) ->
            levels.add(policies.stream().map(Stand::document).toList());
        case Part.Unknown<List<NamedPolicy>> u ->
            levels.add(
                List.of(Stand.missing(kind + " of " + node.name() + " (" + node.id() + ")")));
        case Part.Absent<List<NamedPolicy>> a -> {
          // that kind of policy is switched off
        }
      }
    }
    return List.copyOf(levels);
  }

  Map<String, KeyState> principalKeys(String account) {
    return keys(account, "aws:principalorgid", "aws:principalorgpaths");
  }

  Map<String, KeyState> resourceKeys(String account) {
    return keys(account, "aws:resourceorgid", "aws:resourceorgpaths");
  }

  private Map<String, KeyState> keys(String account, String idKey, String pathsKey) {
    Map<String, KeyState> keys = new HashMap<>();
    switch (estate.organisation()) {
      case Part.Unknown<Organisation> u -> {
        // neither key is known
      }
      case Part.Absent<Organisation> a -> {
        keys.put(idKey, KeyState.ABSENT);
        keys.put(pathsKey, KeyState.ABSENT);
      }
      case Part.Known<Organisation>(Organisation organisation) -> {
        Account known = estate.accounts().get(account);
        boolean inside =
            account.equals(organisation.managementAccount())
                || (known != null && known.place().isPresent());
        if (inside) {
          keys.put(idKey, KeyState.of(organisation.id()));
          if (organisation.treeKnown()) {
            keys.put(pathsKey, KeyState.of(path(organisation, account)));
          }
        } else if (known != null) {
          // of some other organisation or none: its id is not this one
          keys.put(idKey, KeyState.of("o-other-than-" + organisation.id()));
          keys.put(pathsKey, KeyState.of("o-other-than-" + organisation.id() + "/"));
        }
      }
    }
    return keys;
  }

  /// `o-id/r-root/ou-a/ou-b/`, without the account.
  private String path(Organisation organisation, String account) {
    StringBuilder path = new StringBuilder(organisation.id()).append('/');
    for (OrganisationNode node : estate.levels(account)) {
      if (!node.id().equals(account)) {
        path.append(node.id()).append('/');
      }
    }
    return path.toString();
  }
}
