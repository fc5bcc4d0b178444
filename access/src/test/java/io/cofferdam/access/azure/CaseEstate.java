package io.cofferdam.access.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.abac.Condition;
import io.cofferdam.access.azure.abac.ConditionReader;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.BuiltInRoles;
import io.cofferdam.access.azure.rbac.ClassicAdministrator;
import io.cofferdam.access.azure.rbac.DenyAssignment;
import io.cofferdam.access.azure.rbac.Directory;
import io.cofferdam.access.azure.rbac.Lock;
import io.cofferdam.access.azure.rbac.Permissions;
import io.cofferdam.access.azure.rbac.PrincipalRef;
import io.cofferdam.access.azure.rbac.PrincipalType;
import io.cofferdam.access.azure.rbac.RoleAssignment;
import io.cofferdam.access.azure.rbac.RoleDefinition;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.rbac.ScopeTree;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PathAccess;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.storage.StoredAccessPolicy;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.azure.vault.VaultAccessPolicy;
import io.cofferdam.access.exposure.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The estate of a case: one account and one vault in a subscription of a small tree, and whatever
/// the case sets.
final class CaseEstate {
  private static final String GROUP = "/subscriptions/s1/resourceGroups/rg1";
  private static final Map<String, String> SCOPES =
      Map.ofEntries(
          Map.entry("root", "/"),
          Map.entry("mg-root", "/providers/Microsoft.Management/managementGroups/mg-root"),
          Map.entry("mg-shop", "/providers/Microsoft.Management/managementGroups/mg-shop"),
          Map.entry("mg-other", "/providers/Microsoft.Management/managementGroups/mg-other"),
          Map.entry("sub", "/subscriptions/s1"),
          Map.entry("other-sub", "/subscriptions/s2"),
          Map.entry("group", GROUP),
          Map.entry("other-group", "/subscriptions/s1/resourceGroups/rg2"),
          Map.entry("account", GROUP + "/providers/Microsoft.Storage/storageAccounts/shopdata"),
          Map.entry("other-account", GROUP + "/providers/Microsoft.Storage/storageAccounts/shop"),
          Map.entry(
              "container",
              GROUP
                  + "/providers/Microsoft.Storage/storageAccounts/shopdata/blobServices/default/"
                  + "containers/retrieval"),
          Map.entry(
              "other-container",
              GROUP
                  + "/providers/Microsoft.Storage/storageAccounts/shopdata/blobServices/default/"
                  + "containers/retrieval2"),
          Map.entry("vault", GROUP + "/providers/Microsoft.KeyVault/vaults/shopvault"),
          Map.entry("other-vault", GROUP + "/providers/Microsoft.KeyVault/vaults/othervault"),
          Map.entry("secret", GROUP + "/providers/Microsoft.KeyVault/vaults/shopvault/secrets/s"));

  private CaseEstate() {}

  static AzureEstate of(JsonNode node) {
    Scope account = scope("account");
    return new AzureEstate(
        roles(node),
        Map.of("shopdata", account(node, account)),
        Map.of("shopvault", vault(node.path("vault"), scope("vault"))));
  }

  static Scope scope(String text) {
    return new Scope(SCOPES.getOrDefault(text, text));
  }

  static Addresses address(String text) {
    return Addresses.parse(text).orElseThrow();
  }

  static Addresses range(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return address(text);
    }
    return new Addresses(
        32, address(text.substring(0, dash)).first(), address(text.substring(dash + 1)).last());
  }

  static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static <T> List<T> each(JsonNode node, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    node.forEach(one -> all.add(read.apply(one)));
    return all;
  }

  private static <T> Part<T> part(JsonNode node, Part<T> unless, Function<JsonNode, T> read) {
    if (node.isMissingNode()) {
      return unless;
    }
    return switch (node.asText()) {
      case "unset" -> Part.absent();
      case "unknown" -> Part.unknown("the case says so");
      default -> Part.known(read.apply(node));
    };
  }

  private static StorageAccount account(JsonNode node, Scope id) {
    JsonNode set = node.path("account");
    Container container =
        new Container(
            node.path("container").asText("retrieval"),
            part(node.path("level"), Part.absent(), n -> PublicAccessLevel.valueOf(n.asText())),
            part(node.path("policies"), Part.absent(), CaseEstate::policies),
            lists(node.path("lists")));
    return new StorageAccount(
        "shopdata",
        id,
        part(set.path("https-only"), Part.known(true), JsonNode::asBoolean),
        part(set.path("public"), Part.absent(), JsonNode::asBoolean),
        part(set.path("keys"), Part.absent(), JsonNode::asBoolean),
        part(set.path("hns"), Part.known(false), JsonNode::asBoolean),
        part(set.path("website"), Part.known(false), JsonNode::asBoolean),
        network(set.path("network")),
        firewall(set.path("firewall")),
        scopes(set.path("endpoints")),
        Map.of(container.name(), container),
        Optional.empty(),
        Optional.ofNullable(set.get("delegation-revoked")).map(n -> Instant.parse(n.asText())));
  }

  private static Part<PublicNetworkAccess> network(JsonNode node) {
    return part(
        node,
        Part.known(PublicNetworkAccess.ENABLED),
        n -> PublicNetworkAccess.valueOf(n.asText()));
  }

  private static Part<NetworkRules> firewall(JsonNode node) {
    return part(
        node,
        Part.known(NetworkRules.OPEN),
        n ->
            new NetworkRules(
                n.path("default").asText().equals("Allow"),
                texts(n.path("addresses")).stream().map(CaseEstate::address).toList(),
                scopes(n.path("subnets")),
                scopes(n.path("resources")),
                Set.copyOf(each(n.path("bypass"), b -> NetworkRules.Bypass.valueOf(b.asText())))));
  }

  private static Set<Scope> scopes(JsonNode node) {
    return Set.copyOf(each(node, n -> scope(n.asText())));
  }

  private static Map<String, StoredAccessPolicy> policies(JsonNode node) {
    Map<String, StoredAccessPolicy> policies = new HashMap<>();
    node.properties()
        .forEach(
            p ->
                policies.put(
                    p.getKey(),
                    new StoredAccessPolicy(
                        time(p.getValue(), "start"),
                        time(p.getValue(), "expiry"),
                        Optional.ofNullable(p.getValue().get("permissions"))
                            .map(JsonNode::asText))));
    return policies;
  }

  private static Optional<Instant> time(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(n -> Instant.parse(n.asText()));
  }

  private static Map<String, PathAccess> lists(JsonNode node) {
    Map<String, PathAccess> lists = new HashMap<>();
    node.properties()
        .forEach(
            l ->
                lists.put(
                    l.getKey(),
                    PathAccess.parse(
                            l.getValue().path("owner").asText("$superuser"),
                            l.getValue().path("group").asText("$superuser"),
                            l.getValue().path("acl").asText(),
                            l.getValue().path("sticky").asBoolean(false))
                        .orElseThrow()));
    return lists;
  }

  private static Vault vault(JsonNode node, Scope id) {
    return new Vault(
        "shopvault",
        id,
        part(node.path("rbac"), Part.known(true), JsonNode::asBoolean),
        part(node.path("policies"), Part.known(List.of()), n -> each(n, CaseEstate::vaultPolicy)),
        network(node.path("network")),
        firewall(node.path("firewall")),
        scopes(node.path("endpoints")));
  }

  private static VaultAccessPolicy vaultPolicy(JsonNode node) {
    return new VaultAccessPolicy(
        new PrincipalRef(node.path("to").asText(), PrincipalType.USER),
        Optional.ofNullable(node.get("application")).map(JsonNode::asText),
        new HashSet<>(texts(node.path("keys"))),
        new HashSet<>(texts(node.path("secrets"))),
        new HashSet<>(texts(node.path("certificates"))));
  }

  private static RoleModel roles(JsonNode node) {
    Map<Scope, Scope> parents = new HashMap<>();
    if (node.has("parents")) {
      node.path("parents")
          .properties()
          .forEach(p -> parents.put(scope(p.getKey()), scope(p.getValue().asText())));
    } else {
      parents.put(scope("sub"), scope("mg-shop"));
      parents.put(scope("other-sub"), scope("mg-other"));
      parents.put(scope("mg-shop"), scope("mg-root"));
      parents.put(scope("mg-other"), scope("mg-root"));
      parents.put(scope("mg-root"), Scope.ROOT);
    }
    Map<String, Set<String>> groups = new HashMap<>();
    node.path("groups")
        .properties()
        .forEach(g -> groups.put(g.getKey(), Set.copyOf(texts(g.getValue()))));
    Map<String, RoleDefinition> roles = new HashMap<>();
    for (JsonNode role : node.path("roles")) {
      String name = role.path("name").asText();
      roles.put(
          name,
          new RoleDefinition(
              name, name, each(role.path("permissions"), CaseEstate::permissions), List.of()));
    }
    return new RoleModel(
        new ScopeTree(parents),
        roles,
        each(node.path("assign"), CaseEstate::assignment),
        each(node.path("deny"), CaseEstate::deny),
        new Directory(groups, Set.copyOf(texts(node.path("unlisted")))),
        List.of(),
        each(node.path("classic"), c -> new ClassicAdministrator(c.asText(), scope("sub"))),
        each(
            node.path("locks"),
            l ->
                new Lock(
                    scope(l.path("at").asText()), Lock.Level.valueOf(l.path("level").asText()))));
  }

  private static Permissions permissions(JsonNode node) {
    return Permissions.of(
        texts(node.path("actions")),
        texts(node.path("notActions")),
        texts(node.path("dataActions")),
        texts(node.path("notDataActions")));
  }

  private static Optional<Condition> condition(JsonNode node) {
    return Optional.ofNullable(node.get("condition"))
        .map(text -> ConditionReader.read(text.asText()).condition());
  }

  private static RoleAssignment assignment(JsonNode node) {
    String role = node.path("role").asText();
    return new RoleAssignment(
        "assignment",
        new PrincipalRef(
            node.path("to").asText(), PrincipalType.valueOf(node.path("type").asText("USER"))),
        BuiltInRoles.byName(role).map(RoleDefinition::id).orElse(role),
        scope(node.path("at").asText()),
        condition(node),
        node.path("eligible").asBoolean(false)
            ? RoleAssignment.State.ELIGIBLE
            : RoleAssignment.State.ACTIVE,
        time(node, "from"),
        time(node, "until"));
  }

  private static DenyAssignment deny(JsonNode node) {
    return new DenyAssignment(
        "deny",
        scope(node.path("at").asText()),
        each(node.path("permissions"), CaseEstate::permissions),
        principals(node.path("to")),
        node.path("everyone").asBoolean(false),
        principals(node.path("excluded")),
        node.path("here-only").asBoolean(false),
        condition(node));
  }

  private static List<PrincipalRef> principals(JsonNode node) {
    return each(node, n -> new PrincipalRef(n.asText(), PrincipalType.USER));
  }
}
