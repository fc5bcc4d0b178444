package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Target;

/// Calls about storage accounts, written short. Permissions are actions of Azure roles.
///
/// Source: Microsoft Learn, "Azure permissions for Storage"; REST reference of each call.
final class Calls {
  private static final String TYPE = "Microsoft.Storage/storageAccounts";

  private Calls() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// The id of the account.
  static String id(Target target) {
    return "/subscriptions/"
        + target.account()
        + "/resourceGroups/"
        + target.name("group")
        + "/providers/"
        + TYPE
        + "/"
        + target.name("account");
  }

  static ActCall getAccount(Target target) {
    return account(target, "StorageAccounts_GetProperties", "/read", object());
  }

  static ActCall listContainers(Target target) {
    return account(target, "BlobContainers_List", "/blobServices/containers/read", object());
  }

  /// Changes these settings of the account and leaves the others. Azure knows no permission
  /// narrower than to write the account.
  static ActCall update(Target target, ObjectNode settings) {
    return account(
        target,
        "StorageAccounts_Update",
        "/write",
        object().set("body", object().set("properties", settings)));
  }

  static ActCall regenerateKey(Target target, String key) {
    return account(
        target,
        "StorageAccounts_RegenerateKey",
        "/regenerateKey/action",
        object().set("body", object().put("keyName", key)));
  }

  private static ActCall account(
      Target target, String operation, String action, ObjectNode parameters) {
    return new ActCall(
        "Microsoft.Storage",
        operation,
        "",
        parameters.put("id", id(target)),
        new Permission(TYPE + action, id(target)));
  }

  static ActCall getAcl(Target target) {
    return container(target, "GetContainerAcl", "getAcl", object());
  }

  static ActCall setAcl(Target target, ObjectNode parameters) {
    return container(target, "SetContainerAcl", "setAcl", parameters);
  }

  private static ActCall container(
      Target target, String operation, String action, ObjectNode parameters) {
    return new ActCall(
        "blob",
        operation,
        "",
        parameters
            .put("account", target.name("account"))
            .put("container", target.name("container")),
        new Permission(
            TYPE + "/blobServices/containers/" + action + "/action",
            id(target) + "/blobServices/default/containers/" + target.name("container")));
  }
}
