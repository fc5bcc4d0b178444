package io.cofferdam.access.azure.arm;

import io.cofferdam.access.azure.rbac.DenyAssignment;
import io.cofferdam.access.azure.rbac.RoleAssignment;
import io.cofferdam.access.azure.rbac.RoleDefinition;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.Json.Position;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads documents of Azure Resource Manager: one resource, an array of them, or a list reply
/// (`{"value": [...]}`), with `properties` or flattened as the command line prints them.
///
/// Members that are not needed are passed over.
public final class ArmReader {
  private ArmReader() {}

  /// Role definitions (`Microsoft.Authorization/roleDefinitions`).
  public static ArmReading<RoleDefinition> roleDefinitions(String json) {
    return each(json, ArmRoles::definition);
  }

  /// Role assignments, and eligible ones (`roleAssignments`, `roleEligibilitySchedules` and
  /// `roleEligibilityScheduleInstances` of `Microsoft.Authorization`).
  public static ArmReading<RoleAssignment> roleAssignments(String json) {
    return each(json, ArmRoles::assignment);
  }

  /// Deny assignments (`Microsoft.Authorization/denyAssignments`).
  public static ArmReading<DenyAssignment> denyAssignments(String json) {
    return each(json, ArmRoles::deny);
  }

  /// Storage accounts, without their containers (`Microsoft.Storage/storageAccounts`).
  public static ArmReading<StorageAccount> storageAccounts(String json) {
    return each(json, ArmStorage::account);
  }

  /// Containers (`Microsoft.Storage/storageAccounts/blobServices/containers`).
  public static ArmReading<AccountContainer> containers(String json) {
    return each(json, ArmStorage::container);
  }

  /// Vaults (`Microsoft.KeyVault/vaults`).
  public static ArmReading<Vault> vaults(String json) {
    return each(json, ArmVaults::vault);
  }

  private static <T> ArmReading<T> each(String text, Function<ArmNode, T> read) {
    ArmNode.Problems problems = new ArmNode.Problems();
    List<T> values = new ArrayList<>();
    switch (JsonReader.read(text)) {
      case JsonRead.Malformed(String message, Position at) ->
          problems.error(new ArmProblem("CFD-AZURE-0001", at, message));
      case JsonRead.Value(Json json) -> {
        for (Json one : resources(json)) {
          if (one instanceof Json.Members members) {
            values.add(read.apply(new ArmNode(members, problems)));
          } else {
            problems.error(
                new ArmProblem(
                    "CFD-AZURE-0005",
                    one.at(),
                    "a resource is " + one.kind() + " [expected an object]"));
          }
        }
      }
    }
    return problems.reading(values);
  }

  private static List<Json> resources(Json json) {
    if (json instanceof Json.Items(List<Json> list, Position at)) {
      return list;
    }
    if (json instanceof Json.Members members) {
      Optional<Json> value = members.get("value");
      if (value.isPresent() && value.get() instanceof Json.Items(List<Json> list, Position at)) {
        return list;
      }
    }
    return List.of(json);
  }
}
