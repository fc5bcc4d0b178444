package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.rbac.AzureAction;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides requests by Azure's order: transport and network, then authorisation by the kind of
/// credential; for Entra tokens deny assignments, role assignments with their conditions, and in a
/// hierarchical namespace the access lists where no role grants.
///
/// Sources stand at each gate. What the documents leave open is Unknown.
public final class AzureDecider {
  private AzureDecider() {}

  public static AzureDecision decide(AzureRequest request, AzureEstate estate) {
    Trace trace = new Trace();
    return trace.decision(
        switch (request.target()) {
          case AzureTarget.Blob blob -> blob(request, blob, estate, trace);
          case AzureTarget.Website website -> website(request, website, estate, trace);
          case AzureTarget.Vault vault -> vault(request, vault, estate, trace);
          case AzureTarget.Control(AzureAction action, Scope resource) ->
              control(request, action, resource, estate, trace);
        });
  }

  private static Ternary blob(
      AzureRequest request, AzureTarget.Blob target, AzureEstate estate, Trace trace) {
    StorageAccount account = estate.accounts().get(target.account());
    return account == null
        ? trace.unknown("the storage account " + target.account())
        : new StorageDecider(request, target, account, estate.roles(), trace).decide();
  }

  private static Ternary vault(
      AzureRequest request, AzureTarget.Vault target, AzureEstate estate, Trace trace) {
    Vault vault = estate.vaults().get(target.vault());
    return vault == null
        ? trace.unknown("the vault " + target.vault())
        : new VaultDecider(request, target, vault, estate.roles(), trace).decide();
  }

  /// The website endpoint serves `$web` to everyone, whatever the account says of public access
  /// (Microsoft Learn, "anonymous-read-access-configure").
  private static Ternary website(
      AzureRequest request, AzureTarget.Website target, AzureEstate estate, Trace trace) {
    StorageAccount account = estate.accounts().get(target.account());
    if (account == null) {
      return trace.unknown("the storage account " + target.account());
    }
    Ternary enabled =
        switch (account.staticWebsite()) {
          case Part.Known<Boolean>(Boolean value) -> Ternary.of(value);
          case Part.Absent<Boolean> a -> Ternary.FALSE;
          case Part.Unknown<Boolean> u -> trace.unknown("whether the static website is on");
        };
    if (enabled == Ternary.FALSE) {
      return trace.fail(Gate.ANONYMOUS, "the account has no static website");
    }
    AzureTarget.Blob read =
        new AzureTarget.Blob(BlobOperation.GET_BLOB, target.account(), "$web", target.path());
    Ternary network = new StorageDecider(request, read, account, estate.roles(), trace).reaches();
    return enabled.and(network) == Ternary.TRUE
        ? trace.pass(Gate.ANONYMOUS, "the static website serves $web to everyone")
        : enabled.and(network);
  }

  /// Resource Manager knows no firewall of the resource, but locks.
  private static Ternary control(
      AzureRequest request, AzureAction action, Scope resource, AzureEstate estate, Trace trace) {
    if (!(request.credential()
        instanceof Credential.Entra(String principal, Optional<String> application))) {
      return trace.fail(Gate.ANONYMOUS, "Resource Manager accepts Entra tokens only");
    }
    RbacGate rbac =
        new RbacGate(
            estate.roles(),
            request.time(),
            request.attributes().or(RequestAttributes.environment(request)),
            trace);
    return rbac.locked(action, resource)
        ? Ternary.FALSE
        : rbac.decide(principal, List.of(action), Set.of(), resource).granted();
  }
}
