package io.cofferdam.access.azure.arm;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.NetworkRules.Bypass;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Network settings, which storage accounts and vaults write alike.
final class ArmNetworks {
  private ArmNetworks() {}

  static Part<PublicNetworkAccess> publicAccess(ArmNode properties) {
    return properties.word(
        "publicNetworkAccess",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "enabled" -> Optional.of(PublicNetworkAccess.ENABLED);
              case "disabled" -> Optional.of(PublicNetworkAccess.DISABLED);
              case "securedbyperimeter" -> Optional.of(PublicNetworkAccess.SECURED_BY_PERIMETER);
              default -> Optional.empty();
            });
  }

  static Part<NetworkRules> rules(ArmNode properties) {
    Optional<ArmNode> acls = properties.object("networkAcls");
    if (acls.isEmpty()) {
      return properties.has("networkAcls") ? Part.unknown("not readable") : Part.absent();
    }
    ArmNode node = acls.get();
    Part<Boolean> allow =
        node.word(
            "defaultAction",
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "allow" -> Optional.of(true);
                  case "deny" -> Optional.of(false);
                  default -> Optional.empty();
                });
    if (allow.isUnknown()) {
      return Part.unknown("its default action is not known");
    }
    List<Addresses> addresses = new ArrayList<>();
    for (ArmNode rule : node.objects("ipRules")) {
      Optional<Addresses> address = Addresses.parse(rule.needed("value"));
      if (address.isEmpty()) {
        rule.odd(rule.at(), "value");
        return Part.unknown("an IP rule of it cannot be read");
      }
      addresses.add(address.get());
    }
    return Part.known(
        new NetworkRules(
            allow.asOptional().orElse(true),
            addresses,
            scopes(node, "virtualNetworkRules", "id"),
            scopes(node, "resourceAccessRules", "resourceId"),
            bypass(node.text("bypass"))));
  }

  private static Set<Scope> scopes(ArmNode node, String list, String name) {
    Set<Scope> scopes = new HashSet<>();
    node.objects(list).forEach(rule -> scopes.add(new Scope(rule.needed(name))));
    return scopes;
  }

  /// The default is AzureServices.
  private static Set<Bypass> bypass(Optional<String> text) {
    Set<Bypass> bypass = new HashSet<>();
    for (String word : text.orElse("AzureServices").split(",", 20)) {
      switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "azureservices" -> bypass.add(Bypass.AZURE_SERVICES);
        case "logging" -> bypass.add(Bypass.LOGGING);
        case "metrics" -> bypass.add(Bypass.METRICS);
        default -> {}
      }
    }
    return bypass;
  }

  /// Endpoints whose connection is approved.
  static Set<Scope> endpoints(ArmNode properties) {
    Set<Scope> approved = new HashSet<>();
    for (ArmNode connection : properties.objects("privateEndpointConnections")) {
      ArmNode inner = connection.object("properties").orElse(connection);
      boolean accepted =
          inner
              .object("privateLinkServiceConnectionState")
              .flatMap(state -> state.text("status"))
              .map(status -> status.equalsIgnoreCase("Approved"))
              .orElse(false);
      if (accepted) {
        inner
            .object("privateEndpoint")
            .flatMap(endpoint -> endpoint.text("id"))
            .ifPresent(id -> approved.add(new Scope(id)));
      }
    }
    return approved;
  }
}
