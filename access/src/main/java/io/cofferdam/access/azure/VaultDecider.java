package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.Firewall;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.azure.vault.VaultAccessPolicy;
import io.cofferdam.access.azure.vault.VaultOperation;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides requests for the data of a vault: its firewall, then either roles or access policies,
/// never both (Microsoft Learn, "Provide access to Key Vault keys, certificates, and secrets with
/// Azure RBAC").
final class VaultDecider {
  private final AzureRequest request;
  private final AzureTarget.Vault target;
  private final Vault vault;
  private final RoleModel roles;
  private final Trace trace;

  VaultDecider(
      AzureRequest request, AzureTarget.Vault target, Vault vault, RoleModel roles, Trace trace) {
    this.request = request;
    this.target = target;
    this.vault = vault;
    this.roles = roles;
    this.trace = trace;
  }

  Ternary decide() {
    if (!request.https()) {
      return trace.fail(Gate.TRANSPORT, "vaults answer over HTTPS only");
    }
    Firewall.Answer answer =
        new Firewall(
                Firewall.Kind.VAULT,
                vault.publicNetworkAccess(),
                vault.networkRules(),
                vault.privateEndpoints())
            .passes(request.origin());
    Ternary network =
        switch (answer.passes()) {
          case TRUE -> trace.pass(Gate.NETWORK, answer.why());
          case FALSE -> trace.fail(Gate.NETWORK, answer.why());
          case UNKNOWN -> trace.unknown(answer.why());
        };
    if (network == Ternary.FALSE) {
      return network;
    }
    if (!(request.credential()
        instanceof Credential.Entra(String principal, Optional<String> application))) {
      return trace.fail(Gate.ANONYMOUS, "vaults accept tokens of Microsoft Entra ID only");
    }
    return network.and(authorised(principal, application));
  }

  private Ternary authorised(String principal, Optional<String> application) {
    return switch (vault.rbac()) {
      case Part.Known<Boolean>(Boolean byRoles) ->
          byRoles ? byRoles(principal) : byPolicies(principal, application);
      case Part.Absent<Boolean> a -> byPolicies(principal, application);
      case Part.Unknown<Boolean> u -> {
        Ternary one = byRoles(principal);
        Ternary other = byPolicies(principal, application);
        yield one == other ? one : trace.unknown("whether roles or access policies decide");
      }
    };
  }

  private Ternary byRoles(String principal) {
    VaultOperation operation = target.operation();
    Scope scope =
        target.object().isEmpty()
            ? vault.id()
            : vault.id().child(operation.kind().segment() + "/" + target.object());
    Attributes attributes = request.attributes().or(RequestAttributes.environment(request));
    return new RbacGate(roles, request.time(), attributes, trace)
        .decide(principal, List.of(operation.action()), Set.of(), scope)
        .granted();
  }

  private Ternary byPolicies(String principal, Optional<String> application) {
    if (vault.policies().isUnknown()) {
      return trace.unknown("the access policies of " + vault.name());
    }
    Ternary any = Ternary.FALSE;
    for (VaultAccessPolicy policy : vault.policies().asOptional().orElse(List.of())) {
      if (!policy.includes(target.operation())
          || (policy.applicationId().isPresent() && !policy.applicationId().equals(application))) {
        continue;
      }
      Ternary holder = roles.directory().is(principal, policy.principal());
      if (holder == Ternary.UNKNOWN) {
        trace.unknown("whether the access policy's principal holds the caller");
      }
      any = any.or(holder);
    }
    return switch (any) {
      case TRUE ->
          trace.pass(
              Gate.ACCESS_POLICY, "an access policy gives " + target.operation().permission());
      case FALSE -> trace.fail(Gate.ACCESS_POLICY, "no access policy gives it");
      case UNKNOWN -> any;
    };
  }
}
