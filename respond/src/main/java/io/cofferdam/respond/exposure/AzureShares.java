package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.json.Json;
import java.util.List;
import java.util.Locale;

/// Reads Azure Activity entries that open storage or hand out keys to it.
///
/// Handing out a key or a delegation key allows any number of shared-access signatures, and making
/// one from a key leaves no log.
final class AzureShares {
  private AzureShares() {}

  static List<Share> read(ApiCall call, ResourceKind kind) {
    return read(call, kind, "");
  }

  static List<Share> read(ApiCall call, ResourceKind kind, String asked) {
    var path = call.resources().isEmpty() ? "" : call.resources().getFirst();
    var account = segment(path, "storageaccounts");
    if (account.isEmpty()) {
      return List.of();
    }
    var container = segment(path, "containers");
    var host = "https://" + account + ".blob.core.windows.net";
    var id =
        kind == ResourceKind.AZURE_CONTAINER && !container.isEmpty()
            ? new ResourceId(ResourceKind.AZURE_CONTAINER, host + "/" + container)
            : new ResourceId(ResourceKind.AZURE_STORAGE_ACCOUNT, host);
    var operation = call.action().toLowerCase(Locale.ROOT);
    var access = access(call, asked);
    var opens =
        access.startsWith("publicAccess Blob")
            || access.startsWith("publicAccess Container")
            || access.startsWith("allowBlobPublicAccess true");
    return List.of(
        new Share(
            id,
            call.time(),
            words(operation, access),
            call.caller().groupingName(),
            opens ? List.of(new Audience.Anyone()) : List.of(),
            call.account(),
            call.ref()));
  }

  private static String words(String operation, String access) {
    var name = operation.substring(operation.indexOf('/') + 1);
    if (operation.endsWith("/action")) {
      return name.contains("list") || name.contains("generate")
          ? name + ": whoever got it can sign shared access that no log shows"
          : name;
    }
    return name + (access.isEmpty() ? "" : ": " + access);
  }

  /// The setting that the entry's properties or request body tell, or empty.
  private static String access(ApiCall call, String asked) {
    for (var text : List.of(call.request(), call.response(), asked)) {
      var tree = Json.parse(text);
      for (var body :
          List.of(
              tree,
              Json.decoded(tree.path("requestbody")),
              Json.decoded(tree.path("responseBody")))) {
        var found = setting(body.path("properties"));
        found = found.isEmpty() ? setting(body) : found;
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static String setting(JsonNode properties) {
    for (var name : List.of("publicAccess", "allowBlobPublicAccess")) {
      var value = properties.path(name);
      if (value.isValueNode() && !value.isNull()) {
        return name + " " + value.asText();
      }
    }
    return "";
  }

  /// The path segment after the one named, both in any case.
  private static String segment(String path, String name) {
    var parts = path.split("/", -1);
    for (var i = 0; i + 1 < parts.length; i++) {
      if (parts[i].equalsIgnoreCase(name)) {
        return parts[i + 1].toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
