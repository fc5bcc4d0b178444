package io.cofferdam.posture.estate;

import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a snapshot tells of the organisation that its accounts stand in (AWS Organizations API
/// Reference: DescribeOrganization, ListRoots, ListOrganizationalUnitsForParent,
/// ListAccountsForParent, ListPolicies, DescribePolicy, ListTargetsForPolicy). Only the management
/// account and delegated administrators may ask for more than the first.
///
/// @param id `o-...`
/// @param management the management account, 12 digits
/// @param accounts the root or unit that each account stands in
/// @param parents the place above each unit; empty for the root
/// @param names of root and units, by id
/// @param unread why the tree or its service control policies are not known; empty where they are
/// @param rcpsUnread the same for resource control policies
public record OrganisationFacts(
    String id,
    String management,
    Map<String, String> accounts,
    Map<String, String> parents,
    Map<String, String> names,
    List<String> unread,
    List<String> rcpsUnread) {
  static final String UNIT = "org-unit";
  static final String SCP = "org-scp";
  static final String RCP = "org-rcp";

  public OrganisationFacts {
    accounts = Map.copyOf(accounts);
    parents = Map.copyOf(parents);
    names = Map.copyOf(names);
    unread = List.copyOf(unread);
    rcpsUnread = List.copyOf(rcpsUnread);
  }

  /// Whether an account belongs to it; false also where the tree does not tell.
  public boolean holds(String account) {
    return account.equals(management) || accounts.containsKey(account);
  }

  /// The organisation of the accounts; of several that whose tree was read, else the first by id.
  /// Empty where they stand in none, or it is not known whether they do.
  public static Optional<OrganisationFacts> of(Inventory inventory) {
    Map<String, String> managements = new TreeMap<>();
    Map<String, String> ofAccount = new TreeMap<>();
    for (var account : ofType(inventory, Traversal.ACCOUNT)) {
      var id = account.fact("organisation.Id").asText("");
      if (!id.isEmpty()) {
        managements.putIfAbsent(id, account.fact("organisation.MasterAccountId").asText("unknown"));
        ofAccount.put(account.account(), id);
      }
    }
    if (managements.isEmpty()) {
      return Optional.empty();
    }
    var tree = new Tree();
    ofType(inventory, UNIT).forEach(tree::add);
    var id =
        tree.organisations.stream()
            .filter(managements::containsKey)
            .findFirst()
            .orElse(managements.keySet().iterator().next());
    Set<String> unread = new LinkedHashSet<>(tree.missing);
    unread.addAll(missing(inventory, UNIT));
    unread.addAll(missing(inventory, SCP));
    if (unread.isEmpty() && !tree.parents.containsValue("")) {
      unread.add("organizations:ListRoots tells of no root");
    }
    ofAccount.forEach(
        (account, of) -> {
          if (of.equals(id) && unread.isEmpty() && !tree.accounts.containsKey(account)) {
            unread.add("organizations:ListAccountsForParent does not tell of account " + account);
          }
        });
    return Optional.of(
        new OrganisationFacts(
            id,
            managements.getOrDefault(id, "unknown"),
            tree.accounts,
            tree.parents,
            tree.names,
            List.copyOf(unread),
            missing(inventory, RCP)));
  }

  /// What was not learnt of policies or places: of single ones, or of all where none was listed.
  private static List<String> missing(Inventory inventory, String type) {
    Set<String> missing = new LinkedHashSet<>();
    var known = ofType(inventory, type);
    known.forEach(each -> each.gaps().forEach(gap -> missing.add(gap.words())));
    if (known.isEmpty()) {
      for (var gap : inventory.gaps()) {
        if (gap.type().equals(type)) {
          missing.add(gap.gap().words());
        }
      }
    }
    return List.copyOf(missing);
  }

  static List<Resource> ofType(Inventory inventory, String type) {
    return inventory.ofType(type);
  }

  /// Root, units and accounts, gathered place by place.
  private static final class Tree {
    private final Set<String> organisations = new LinkedHashSet<>();
    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    void add(Resource unit) {
      var id = unit.fact("Id").asText("");
      var path = unit.id().split("/", -1);
      if (path.length > 1) {
        organisations.add(path[1]);
      }
      names.put(id, unit.name());
      if (id.startsWith("r-")) {
        parents.put(id, "");
      }
      unit.fact("units.OrganizationalUnits")
          .forEach(child -> parents.put(child.path("Id").asText(""), id));
      unit.fact("accounts.Accounts")
          .forEach(account -> accounts.put(account.path("Id").asText(""), id));
    }
  }
}
