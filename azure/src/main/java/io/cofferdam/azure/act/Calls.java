package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Target;
import java.util.regex.Pattern;

/// Calls about storage accounts, written short. Permissions are actions of Azure roles.
///
/// Source: Microsoft Learn, "Azure permissions for Storage"; REST reference of each call.
final class Calls {
  private static final String TYPE = "Microsoft.Storage/storageAccounts";
  private static final Pattern SUBSCRIPTION =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern GROUP = Pattern.compile("[-\\w()][-\\w._()]{0,88}[-\\w()]|[-\\w()]");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
  private static final Pattern CONTAINER =
      Pattern.compile("\\$(root|web|logs)|[a-z0-9](-?[a-z0-9]){2,62}");

  private Calls() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// Whether the target's names are such as Azure gives: nothing else gets into a path or a host.
  static boolean named(Target target) {
    return SUBSCRIPTION.matcher(target.account()).matches()
        && GROUP.matcher(target.name("group")).matches()
        && !target.name("group").contains("..")
        && ACCOUNT.matcher(target.name("account")).matches()
        && (!target.names().containsKey("container")
            || CONTAINER.matcher(target.name("container")).matches());
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
