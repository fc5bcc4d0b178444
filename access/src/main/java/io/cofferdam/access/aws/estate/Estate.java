package io.cofferdam.access.aws.estate;

import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A snapshot of AWS accounts. Everything is keyed by ARN or id and held in that order.
///
/// @param organisation absent where the accounts stand in none
public record Estate(
    Part<Organisation> organisation,
    Map<String, Account> accounts,
    Map<String, EstatePrincipal> principals,
    Map<String, IamGroup> groups,
    Map<String, EstateResource> resources,
    List<VpcEndpoint> endpoints) {
  public Estate {
    accounts = sorted(accounts);
    principals = sorted(principals);
    groups = sorted(groups);
    resources = sorted(resources);
    endpoints = List.copyOf(endpoints);
  }

  private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
    // a sorted map is copied without sorting it again
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /// An estate with nothing in it, outside any organisation.
  public static Estate empty() {
    return new Estate(Part.absent(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
  }

  /// The same with some accounts and resources put in place of those that were there.
  ///
  /// @param gone ARNs of resources that are there no more
  public Estate with(
      Collection<Account> newAccounts, Collection<EstateResource> newResources, Set<String> gone) {
    Map<String, Account> allAccounts = new TreeMap<>(accounts);
    newAccounts.forEach(account -> allAccounts.put(account.id(), account));
    Map<String, EstateResource> allResources = new TreeMap<>(resources);
    gone.forEach(allResources::remove);
    newResources.forEach(resource -> allResources.put(resource.arn(), resource));
    return new Estate(organisation, allAccounts, principals, groups, allResources, endpoints);
  }

  public Optional<EstatePrincipal> principal(String arn) {
    return Optional.ofNullable(principals.get(arn));
  }

  public Collection<IamRole> roles() {
    List<IamRole> roles = new ArrayList<>();
    for (EstatePrincipal principal : principals.values()) {
      if (principal instanceof IamRole role) {
        roles.add(role);
      }
    }
    return roles;
  }

  /// The resource that an ARN names or lies in: an object's bucket, a secret, a key.
  public Optional<EstateResource> resource(String arn) {
    EstateResource exact = resources.get(arn);
    if (exact != null) {
      return Optional.of(exact);
    }
    int slash = arn.indexOf('/');
    return arn.contains(":s3:::") && slash > 0
        ? Optional.ofNullable(resources.get(arn.substring(0, slash)))
        : Optional.empty();
  }

  /// Every identity policy of a principal, its groups' included. A group that the snapshot does
  /// not hold gives a policy without document.
  public List<NamedPolicy> identityPolicies(EstatePrincipal principal) {
    if (!(principal instanceof IamUser user) || user.groups().isEmpty()) {
      return principal.policies();
    }
    List<NamedPolicy> all = new ArrayList<>(user.policies());
    for (String group : user.groups()) {
      IamGroup known = groups.get(group);
      if (known == null) {
        all.add(new NamedPolicy(group, "policies of the group", Optional.empty()));
      } else {
        all.addAll(known.policies());
      }
    }
    return all;
  }

  /// The places from the organisation's root down to the account; empty outside an organisation.
  public List<OrganisationNode> levels(String account) {
    Account known = accounts.get(account);
    if (known == null
        || known.place().isEmpty()
        || !(organisation instanceof Part.Known<Organisation>(Organisation org))) {
      return List.of();
    }
    List<OrganisationNode> levels = new ArrayList<>();
    OrganisationNode node = known.place().get();
    while (node != null && levels.size() <= org.nodes().size()) {
      levels.add(0, node);
      node = org.nodes().get(node.parent());
    }
    return levels;
  }
}
