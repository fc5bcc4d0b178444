package io.cofferdam.access.azure;

import io.cofferdam.access.azure.rbac.AzureAction;
import io.cofferdam.access.azure.rbac.ManagedIdentity;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// By which ways a principal gets at data, the detours among them.
///
/// Whoever may list an account's keys holds all of its data (Microsoft Learn,
/// "data-lake-storage-access-control-model"); whoever may write access policies of a vault gives
/// them to itself ("Azure Key Vault security"); whoever runs code on a resource acts as its
/// managed identities.
public final class AzureReach {
  /// Actions that let code run as the identity of the resource. The list is from memory and not
  /// complete: it can show a way, never that there is none.
  private static final List<String> RUNS_CODE =
      List.of(
          "Microsoft.Compute/virtualMachines/runCommand/action",
          "Microsoft.Compute/virtualMachines/runCommands/write",
          "Microsoft.Compute/virtualMachines/extensions/write",
          "Microsoft.Compute/virtualMachineScaleSets/extensions/write",
          "Microsoft.Web/sites/publishxml/action",
          "Microsoft.Web/sites/write",
          "Microsoft.ContainerInstance/containerGroups/containers/exec/action",
          "Microsoft.ContainerService/managedClusters/runCommand/action",
          "Microsoft.MachineLearningServices/workspaces/computes/write");

  private static final String ASSIGN =
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action";

  private AzureReach() {}

  /// A way to the data.
  ///
  /// @param steps what the principal does, in order; the decisions say why it can
  public record Way(Kind kind, List<String> steps, AzureDecision decision) {
    public Way {
      steps = List.copyOf(steps);
    }

    /// What makes the way.
    public enum Kind {
      DIRECT,
      ACCOUNT_KEY,
      MANAGED_IDENTITY,
      ROLE_ASSIGNMENT,
      ACCESS_POLICY
    }
  }

  /// The ways that are open or may be; decisions are Allowed or Unknown.
  ///
  /// @param request with the credential of the principal
  public static List<Way> ways(AzureRequest request, AzureEstate estate) {
    List<Way> ways = new ArrayList<>();
    if (request.credential() instanceof Credential.Entra entra) {
      ways(entra.principalId(), request, estate, new HashSet<>(), List.of(), ways);
    }
    return List.copyOf(ways);
  }

  private static void ways(
      String principal,
      AzureRequest request,
      AzureEstate estate,
      Set<String> seen,
      List<String> before,
      List<Way> into) {
    if (!seen.add(principal)) {
      return;
    }
    AzureRequest own = seen.size() == 1 ? request : request.with(Credential.Entra.of(principal));
    Way.Kind direct = before.isEmpty() ? Way.Kind.DIRECT : Way.Kind.MANAGED_IDENTITY;
    add(into, direct, before, "asks for the data", AzureDecider.decide(own, estate));
    byKey(own, estate, before, into);
    byRole(own, estate, before, into);
    byAccessPolicy(own, estate, before, into);
    for (ManagedIdentity identity : estate.roles().identities()) {
      Optional<String> step = actsAs(own, identity, estate);
      if (step.isPresent()) {
        List<String> steps = new ArrayList<>(before);
        steps.add(step.get());
        ways(identity.principalId(), request, estate, seen, steps, into);
      }
    }
  }

  private static void add(
      List<Way> into, Way.Kind kind, List<String> before, String step, AzureDecision decision) {
    if (!(decision instanceof AzureDecision.Denied)) {
      List<String> steps = new ArrayList<>(before);
      steps.add(step);
      into.add(new Way(kind, steps, decision));
    }
  }

  private static AzureDecision control(
      AzureRequest request, String action, Scope resource, AzureEstate estate) {
    return AzureDecider.decide(
        request.with(new AzureTarget.Control(AzureAction.control(action), resource)), estate);
  }

  private static void byKey(
      AzureRequest request, AzureEstate estate, List<String> before, List<Way> into) {
    StorageAccount account =
        request.target() instanceof AzureTarget.Blob blob
            ? estate.accounts().get(blob.account())
            : null;
    if (account == null) {
      return;
    }
    AzureDecision list =
        control(request, "Microsoft.Storage/storageAccounts/listKeys/action", account.id(), estate);
    AzureDecision use =
        AzureDecider.decide(request.with(new Credential.SharedKey(Sas.Signature.ACCEPTED)), estate);
    if (!(use instanceof AzureDecision.Denied)) {
      add(
          into,
          Way.Kind.ACCOUNT_KEY,
          before,
          "lists the keys of " + account.name() + " and uses one",
          use instanceof AzureDecision.Unknown ? use : list);
    }
  }

  private static Optional<Scope> resource(AzureTarget target, AzureEstate estate) {
    return switch (target) {
      case AzureTarget.Blob blob ->
          Optional.ofNullable(estate.accounts().get(blob.account())).map(StorageAccount::id);
      case AzureTarget.Website website ->
          Optional.ofNullable(estate.accounts().get(website.account())).map(StorageAccount::id);
      case AzureTarget.Vault vault ->
          Optional.ofNullable(estate.vaults().get(vault.vault())).map(Vault::id);
      case AzureTarget.Control control -> Optional.of(control.resource());
    };
  }

  private static void byRole(
      AzureRequest request, AzureEstate estate, List<String> before, List<Way> into) {
    resource(request.target(), estate)
        .ifPresent(
            id ->
                add(
                    into,
                    Way.Kind.ROLE_ASSIGNMENT,
                    before,
                    "assigns itself a role at " + id,
                    control(request, "Microsoft.Authorization/roleAssignments/write", id, estate)));
  }

  private static void byAccessPolicy(
      AzureRequest request, AzureEstate estate, List<String> before, List<Way> into) {
    Vault vault =
        request.target() instanceof AzureTarget.Vault target
            ? estate.vaults().get(target.vault())
            : null;
    if (vault == null || vault.rbac().equals(Part.known(true))) {
      return;
    }
    add(
        into,
        Way.Kind.ACCESS_POLICY,
        before,
        "writes itself an access policy of " + vault.name(),
        control(request, "Microsoft.KeyVault/vaults/accessPolicies/write", vault.id(), estate));
  }

  /// How the caller can act as the identity: by code on what it is attached to, or by attaching it.
  private static Optional<String> actsAs(
      AzureRequest request, ManagedIdentity identity, AzureEstate estate) {
    for (Scope compute : identity.attachedTo()) {
      for (String action : RUNS_CODE) {
        if (fits(action, compute)
            && !(control(request, action, compute, estate) instanceof AzureDecision.Denied)) {
          return Optional.of("runs code on " + compute + " by " + action);
        }
      }
    }
    return identity
        .resource()
        .filter(id -> !(control(request, ASSIGN, id, estate) instanceof AzureDecision.Denied))
        .map(id -> "attaches the identity " + id + " to a resource of its own");
  }

  /// Whether the action is one of the resource's type: `Microsoft.Compute/virtualMachines/...` on
  /// `.../providers/microsoft.compute/virtualmachines/name`.
  private static boolean fits(String action, Scope resource) {
    String[] parts = action.split("/", 3);
    String type = "/providers/" + parts[0] + "/" + parts[1] + "/";
    return resource.path().contains(new Scope(type).path() + "/");
  }
}
