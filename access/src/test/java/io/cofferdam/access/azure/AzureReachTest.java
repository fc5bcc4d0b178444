package io.cofferdam.access.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.access.azure.AzureReach.Way;
import io.cofferdam.access.azure.rbac.ManagedIdentity;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Covers("P-02")
class AzureReachTest {
  private static final Scope MACHINE =
      new Scope(
          "/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1");
  private static final Scope IDENTITY =
      new Scope(
          "/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.ManagedIdentity/"
              + "userAssignedIdentities/reader");

  private static List<Way> ways(String yaml, List<ManagedIdentity> identities) throws IOException {
    AzureCase one = new AzureCase("reach", new YAMLMapper().readTree(yaml));
    AzureEstate estate = one.estate();
    RoleModel roles = estate.roles();
    return AzureReach.ways(
        one.request(),
        new AzureEstate(
            new RoleModel(
                roles.scopes(),
                roles.roles(),
                roles.assignments(),
                roles.denies(),
                roles.directory(),
                identities,
                roles.classicAdministrators(),
                roles.locks()),
            estate.accounts(),
            estate.vaults()));
  }

  @Test
  void whoListsKeysHoldsTheData() throws IOException {
    assertThat(
            ways(
                "{do: GET_BLOB, as: ana,"
                    + " assign: [{role: Storage Account Contributor, to: ana, at: group}]}",
                List.of()))
        .extracting(Way::kind)
        .containsExactly(Way.Kind.ACCOUNT_KEY);
  }

  @Test
  void keysThatAreRefusedAreNoWay() throws IOException {
    assertThat(
            ways(
                "{do: GET_BLOB, as: ana, account: {keys: false},"
                    + " assign: [{role: Storage Account Contributor, to: ana, at: group}]}",
                List.of()))
        .isEmpty();
  }

  @Test
  void ownerMayAssignItselfARole() throws IOException {
    assertThat(
            ways(
                "{do: GET_BLOB, as: ana, account: {keys: false},"
                    + " assign: [{role: Owner, to: ana, at: sub}]}",
                List.of()))
        .extracting(Way::kind)
        .containsExactly(Way.Kind.ROLE_ASSIGNMENT);
  }

  @Test
  void whoRunsCodeOnAMachineActsAsItsIdentity() throws IOException {
    List<Way> ways =
        ways(
            "{do: GET_BLOB, as: ana, assign: ["
                + "{role: Virtual Machine Contributor, to: ana, at: group},"
                + "{role: Storage Blob Data Reader, to: vm-id, at: account}]}",
            List.of(new ManagedIdentity("vm-id", Optional.empty(), List.of(MACHINE))));

    assertThat(ways).hasSize(1);
    assertThat(ways.get(0).kind()).isEqualTo(Way.Kind.MANAGED_IDENTITY);
    assertThat(ways.get(0).steps().get(0)).contains("runs code on").contains("vm1");
  }

  @Test
  void whoMayAssignAnIdentityActsAsIt() throws IOException {
    assertThat(
            ways(
                "{do: GET_BLOB, as: ana, assign: ["
                    + "{role: Managed Identity Operator, to: ana, at: group},"
                    + "{role: Storage Blob Data Reader, to: ua-id, at: account}]}",
                List.of(new ManagedIdentity("ua-id", Optional.of(IDENTITY), List.of()))))
        .extracting(Way::kind)
        .containsExactly(Way.Kind.MANAGED_IDENTITY);
  }

  @Test
  void identitiesThatRunEachOtherEnd() throws IOException {
    Scope other = new Scope(MACHINE.path() + "b");
    assertThat(
            ways(
                "{do: GET_BLOB, as: ana, assign: ["
                    + "{role: Virtual Machine Contributor, to: ana, at: group},"
                    + "{role: Virtual Machine Contributor, to: one, at: group},"
                    + "{role: Virtual Machine Contributor, to: two, at: group}]}",
                List.of(
                    new ManagedIdentity("one", Optional.empty(), List.of(MACHINE)),
                    new ManagedIdentity("two", Optional.empty(), List.of(other)))))
        .isEmpty();
  }

  @Test
  void vaultContributorWritesItselfAnAccessPolicyOnlyWhereTheyCount() throws IOException {
    String assigned = "assign: [{role: Key Vault Contributor, to: ana, at: vault}]}";

    assertThat(
            ways(
                "{do: GET_SECRET, object: s, as: ana, vault: {rbac: false}, " + assigned,
                List.of()))
        .extracting(Way::kind)
        .containsExactly(Way.Kind.ACCESS_POLICY);
    assertThat(
            ways(
                "{do: GET_SECRET, object: s, as: ana, vault: {rbac: true}, " + assigned, List.of()))
        .isEmpty();
  }
}
