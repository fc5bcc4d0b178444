package io.cofferdam.access.azure.arm;

import io.cofferdam.access.azure.rbac.PrincipalRef;
import io.cofferdam.access.azure.rbac.PrincipalType;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.azure.vault.VaultAccessPolicy;
import io.cofferdam.access.exposure.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Key vaults (REST reference, Key Vault, Vaults).
final class ArmVaults {
  private ArmVaults() {}

  static Vault vault(ArmNode node) {
    ArmNode properties = node.object("properties").orElse(node);
    return new Vault(
        node.needed("name"),
        new Scope(node.needed("id")),
        properties.flag("enableRbacAuthorization"),
        Part.known(properties.objects("accessPolicies").stream().map(ArmVaults::policy).toList()),
        ArmNetworks.publicAccess(properties),
        ArmNetworks.rules(properties),
        ArmNetworks.endpoints(properties));
  }

  /// An access policy does not say whether its principal is a group.
  private static VaultAccessPolicy policy(ArmNode node) {
    Optional<ArmNode> permissions = node.object("permissions");
    return new VaultAccessPolicy(
        new PrincipalRef(node.needed("objectId"), PrincipalType.UNTOLD),
        node.text("applicationId"),
        texts(permissions, "keys"),
        texts(permissions, "secrets"),
        texts(permissions, "certificates"));
  }

  private static Set<String> texts(Optional<ArmNode> node, String name) {
    return new HashSet<>(node.map(n -> n.texts(name)).orElse(List.of()));
  }
}
