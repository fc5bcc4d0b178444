package io.cofferdam.posture.scene;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.Set;
import java.util.TreeSet;

/// Who counts as inside: the accounts of the data map, those that were read, their organisation as
/// far as it was read, and the partners named.
///
/// @param accounts the company's own
/// @param organisations the company's own organisation ids
/// @param partners accounts and organisations that are meant to reach something
/// @param declared whether the data map names accounts; else the zone is what was read
public record TrustZone(
    Set<String> accounts, Set<String> organisations, Set<String> partners, boolean declared) {
  public TrustZone {
    accounts = Set.copyOf(accounts);
    organisations = Set.copyOf(organisations);
    partners = Set.copyOf(partners);
  }

  static TrustZone of(Inventory inventory, DataMap map) {
    var accounts = new TreeSet<String>(map.ownAccounts());
    var organisations = new TreeSet<String>();
    for (Resource account : inventory.ofType(Traversal.ACCOUNT)) {
      accounts.add(account.account());
      var organisation = account.fact("organisation.Id").asText("");
      if (!organisation.isEmpty()) {
        organisations.add(organisation);
      }
    }
    return new TrustZone(
        accounts,
        organisations,
        Set.copyOf(map.expected().partners()),
        !map.ownAccounts().isEmpty());
  }

  /// Whether an account is inside by its number alone. An account that is not may still belong to
  /// an organisation that is.
  public boolean holds(String account) {
    return accounts.contains(account) || partners.contains(account);
  }

  public boolean holdsOrganisation(String id) {
    return organisations.contains(id) || partners.contains(id);
  }
}
