package io.cofferdam.access.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.azure.abac.Condition;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.AzureAction;
import io.cofferdam.access.azure.rbac.DenyAssignment;
import io.cofferdam.access.azure.rbac.PrincipalType;
import io.cofferdam.access.azure.rbac.RoleAssignment;
import io.cofferdam.access.azure.rbac.RoleDefinition;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-01")
class ArmReaderTest {
  private static <T> T one(ArmReading<T> reading) {
    assertThat(reading).isInstanceOf(ArmReading.Read.class);
    List<T> values = ((ArmReading.Read<T>) reading).values();
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static <T> List<ArmProblem> refused(ArmReading<T> reading) {
    assertThat(reading).isInstanceOf(ArmReading.Refused.class);
    return ((ArmReading.Refused<T>) reading).problems();
  }

  @Test
  void roleDefinitionAsResourceManagerReturnsIt() {
    RoleDefinition role =
        one(
            ArmReader.roleDefinitions(
                """
                {"value": [{"properties": {"roleName": "Reader of blobs", "type": "CustomRole",
                  "assignableScopes": ["/subscriptions/S1"], "permissions": [{"actions": [],
                  "notActions": [], "dataActions": ["Microsoft.Storage/*/blobs/read"],
                  "notDataActions": []}]},
                  "id": "/subscriptions/s1/providers/Microsoft.Authorization/roleDefinitions/AB-1",
                  "type": "Microsoft.Authorization/roleDefinitions", "name": "AB-1"}]}
                """));

    assertThat(role.id()).isEqualTo("ab-1");
    assertThat(
            role.includes(
                AzureAction.data(
                    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read")))
        .isTrue();
  }

  @Test
  void roleAssignmentAsTheCommandLinePrintsIt() {
    RoleAssignment assignment =
        one(
            ArmReader.roleAssignments(
                """
                [{"condition": "@Resource[a:b] StringEquals 'c'", "conditionVersion": "2.0",
                  "id": "/x/roleAssignments/1", "principalId": "P-1", "principalType": "Group",
                  "roleDefinitionId": "/subscriptions/s1/providers/x/roleDefinitions/R-1",
                  "scope": "/subscriptions/s1", "type": "Microsoft.Authorization/roleAssignments"}]
                """));

    assertThat(assignment.principal().id()).isEqualTo("p-1");
    assertThat(assignment.principal().type()).isEqualTo(PrincipalType.GROUP);
    assertThat(assignment.roleId()).isEqualTo("r-1");
    assertThat(assignment.condition().orElseThrow()).isInstanceOf(Condition.Compare.class);
    assertThat(assignment.state()).isEqualTo(RoleAssignment.State.ACTIVE);
  }

  @Test
  void eligibleAssignmentIsNotInForce() {
    RoleAssignment assignment =
        one(
            ArmReader.roleAssignments(
                """
                {"type": "Microsoft.Authorization/roleEligibilityScheduleInstances",
                 "properties": {"principalId": "p", "roleDefinitionId": "r", "scope": "/",
                 "startDateTime": "2026-01-01T00:00:00Z", "conditionVersion": "9.0",
                 "condition": "x"}}
                """));

    assertThat(assignment.state()).isEqualTo(RoleAssignment.State.ELIGIBLE);
    assertThat(assignment.from()).isPresent();
    assertThat(assignment.condition().orElseThrow()).isInstanceOf(Condition.Unreadable.class);
  }

  @Test
  void denyAssignmentOfEveryone() {
    DenyAssignment deny =
        one(
            ArmReader.denyAssignments(
                """
                {"properties": {"denyAssignmentName": "d", "scope": "/subscriptions/s1",
                 "doNotApplyToChildScopes": true, "permissions": [{"actions": ["*"]}],
                 "principals": [{"id": "00000000-0000-0000-0000-000000000000",
                 "type": "SystemDefined"}], "excludePrincipals": [{"id": "x", "type": "User"}]}}
                """));

    assertThat(deny.allPrincipals()).isTrue();
    assertThat(deny.principals()).isEmpty();
    assertThat(deny.excluded()).hasSize(1);
    assertThat(deny.doNotApplyToChildScopes()).isTrue();
  }

  @Test
  void storageAccountWithItsFirewall() {
    StorageAccount account =
        one(
            ArmReader.storageAccounts(
                """
                {"id": "/subscriptions/s1/resourceGroups/r/providers/Microsoft.Storage/\
                storageAccounts/shopdata", "name": "shopdata", "properties": {
                 "allowBlobPublicAccess": false, "isHnsEnabled": true, "allowSharedKeyAccess": null,
                 "publicNetworkAccess": "Enabled", "keyCreationTime": {
                 "key1": "2026-01-02T00:00:00.1234567Z", "key2": "2026-01-01T00:00:00Z"},
                 "networkAcls": {"bypass": "AzureServices, Logging", "defaultAction": "Deny",
                 "ipRules": [{"value": "203.0.113.0/24", "action": "Allow"}],
                 "virtualNetworkRules": [{"id": "/v/subnets/a", "state": "Succeeded"}],
                 "resourceAccessRules": [{"tenantId": "t", "resourceId": "/r"}]},
                 "privateEndpointConnections": [{"properties": {"privateEndpoint": {"id": "/pe/1"},
                 "privateLinkServiceConnectionState": {"status": "Approved"}}}, {"properties": {
                 "privateEndpoint": {"id": "/pe/2"}, "privateLinkServiceConnectionState": {
                 "status": "Pending"}}}]}}
                """));

    assertThat(account.allowBlobPublicAccess()).isEqualTo(Part.known(false));
    assertThat(account.allowSharedKeyAccess()).isEqualTo(Part.absent());
    assertThat(account.publicNetworkAccess()).isEqualTo(Part.known(PublicNetworkAccess.ENABLED));
    assertThat(account.networkRules().asOptional().orElseThrow().allowByDefault()).isFalse();
    assertThat(account.networkRules().asOptional().orElseThrow().bypass()).hasSize(2);
    assertThat(account.privateEndpoints()).hasSize(1);
    assertThat(account.keysCreated()).hasToString("Optional[2026-01-01T00:00:00Z]");
  }

  @Test
  void containerAndItsAccount() {
    AccountContainer container =
        one(
            ArmReader.containers(
                """
                {"id": "/s/storageAccounts/shopdata/blobServices/default/containers/docs",
                 "name": "docs", "properties": {"publicAccess": "Container"}}
                """));

    assertThat(container.account().path()).isEqualTo("/s/storageaccounts/shopdata");
    assertThat(container.container().publicAccess())
        .isEqualTo(Part.known(PublicAccessLevel.CONTAINER));
  }

  @Test
  void vaultWithAccessPolicies() {
    Vault vault =
        one(
            ArmReader.vaults(
                """
                {"id": "/s/vaults/v", "name": "v", "properties": {"accessPolicies": [{"tenantId":
                 "t", "objectId": "O-1", "permissions": {"keys": ["Get"], "secrets": ["all"]}}],
                 "networkAcls": {"defaultAction": "Allow", "bypass": "None"}}}
                """));

    assertThat(vault.rbac()).isEqualTo(Part.absent());
    assertThat(vault.policies().asOptional().orElseThrow()).hasSize(1);
    assertThat(vault.networkRules().asOptional().orElseThrow().bypass()).isEmpty();
  }

  @Test
  void valueThatIsNotKnownMakesItsSettingUnknown() {
    ArmReading<AccountContainer> reading =
        ArmReader.containers(
            "{\"id\": \"/a\", \"name\": \"n\",\n \"properties\": {\"publicAccess\": \"Everyone\"}}");

    assertThat(one(reading).container().publicAccess().isUnknown()).isTrue();
    ArmProblem warning = ((ArmReading.Read<AccountContainer>) reading).warnings().get(0);
    assertThat(warning.at().line()).isEqualTo(2);
    assertThat(warning.message()).contains("`publicAccess`").doesNotContain("Everyone");
  }

  @Test
  void addressRuleThatCannotBeReadMakesTheFirewallUnknown() {
    StorageAccount account =
        one(
            ArmReader.storageAccounts(
                """
                {"id": "/a", "name": "n", "properties": {"networkAcls": {"defaultAction": "Deny",
                 "ipRules": [{"value": "everything"}]}}}
                """));

    assertThat(account.networkRules().isUnknown()).isTrue();
  }

  @Test
  void problemsSayWhereAndWhatWasExpected() {
    List<ArmProblem> problems =
        refused(
            ArmReader.roleAssignments(
                "[{\"principalId\": 7,\n \"scope\": \"/\", \"roleDefinitionId\": \"r\"},\n 5]"));

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).toString())
        .isEqualTo(
            "CFD-AZURE-0002 line 1, column 18: `principalId` is a number [expected a string]");
    assertThat(problems.get(1).at().line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[",
        "null",
        "7",
        "\"text\"",
        "[null]",
        "{\"value\": 3}",
        "{\"properties\": []}",
        "{\"properties\": {\"permissions\": {}}}",
        "{\"properties\": {\"networkAcls\": {\"ipRules\": [[]]}}}",
        "{\"a\": 1, \"a\": 2}",
      })
  void hostileTextIsAnswered(String text) {
    isRefusedWithAReason(ArmReader.roleDefinitions(text));
    isRefusedWithAReason(ArmReader.denyAssignments(text));
    isRefusedWithAReason(ArmReader.storageAccounts(text));
    isRefusedWithAReason(ArmReader.containers(text));
    isRefusedWithAReason(ArmReader.vaults(text));
    assertThat(refused(ArmReader.roleAssignments(text))).isNotEmpty();
  }

  @Test
  void deepAndLongTextIsRefused() {
    assertThat(refused(ArmReader.vaults("[".repeat(100_000)))).hasSize(1);
    assertThat(refused(ArmReader.vaults("[" + "1,".repeat(1_000) + "1]"))).hasSize(100);
  }

  /// None of the hostile texts is a list of anything.
  private static void isRefusedWithAReason(ArmReading<?> reading) {
    if (reading instanceof ArmReading.Refused<?>(var problems)) {
      assertThat(problems).isNotEmpty();
      assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    } else if (reading instanceof ArmReading.Read<?>(var values, var warnings)) {
      assertThat(values.isEmpty() || !warnings.isEmpty())
          .as("%s is taken for whole", values)
          .isTrue();
    }
  }
}
