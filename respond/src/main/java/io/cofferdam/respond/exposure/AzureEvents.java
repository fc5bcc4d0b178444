package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.azure.arm.ArmReader;
import io.cofferdam.access.azure.arm.ArmReading;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Reads Azure Activity entries into the settings they changed.
///
/// A write whose content the entry does not carry may have set anything.
final class AzureEvents {
  private static final String UNTOLD = "the log tells of a change without what it set";

  private AzureEvents() {}

  /// @param asked what the entry of the operation's start holds of the request; empty where that
  ///     is not among the logs
  static List<AzureChange> read(ApiCall call, ResourceKind kind, String asked) {
    if (kind != ResourceKind.AZURE_CONTAINER && kind != ResourceKind.AZURE_STORAGE_ACCOUNT) {
      return List.of();
    }
    var changes = new ArrayList<AzureChange>();
    for (var share : AzureShares.read(call, kind, asked)) {
      var names =
          share.resource().kind() == ResourceKind.AZURE_CONTAINER
              ? List.of(AzureSetting.Name.LEVEL)
              : List.of(
                  AzureSetting.Name.THERE,
                  AzureSetting.Name.ALLOWED,
                  AzureSetting.Name.NETWORK,
                  AzureSetting.Name.RULES);
      for (var name : names) {
        value(call, name, asked)
            .ifPresent(
                value ->
                    changes.add(
                        new AzureChange(
                            share.resource(),
                            name,
                            share.account(),
                            new Change<>(
                                share.time(),
                                value,
                                name == AzureSetting.Name.LEVEL && made(call),
                                share.words(),
                                share.principal(),
                                share.ref()))));
      }
    }
    return changes;
  }

  /// Settings of a container made at the account's own endpoint, as the storage logs tell them: a
  /// level was set, and not which.
  static Optional<AzureChange> read(ObjectAccess access) {
    if (access.source() != AccessLog.AZURE_BLOB
        || access.store().kind() != ResourceKind.AZURE_CONTAINER
        || !access.key().isEmpty()
        || !access.succeeded()) {
      return Optional.empty();
    }
    return switch (access.action()) {
      case "SetContainerACL", "SetContainerAcl" ->
          Optional.of(endpoint(access, Part.unknown(UNTOLD), false, "access level set"));
      case "CreateContainer" ->
          Optional.of(endpoint(access, Part.unknown(UNTOLD), true, "container made"));
      case "RestoreContainer", "UndeleteContainer" ->
          Optional.of(endpoint(access, Part.unknown(UNTOLD), false, "container restored"));
      case "DeleteContainer" ->
          Optional.of(endpoint(access, Part.absent(), false, "container deleted"));
      default -> Optional.empty();
    };
  }

  private static AzureChange endpoint(
      ObjectAccess access, Part<AzureSetting> value, boolean creates, String words) {
    return new AzureChange(
        access.store(),
        AzureSetting.Name.LEVEL,
        "",
        new Change<>(
            access.time(),
            value,
            creates,
            words + " at the account's own endpoint",
            access.caller().groupingName(),
            access.ref()));
  }

  /// Whether the answer says that the container was not there before: HTTP 201.
  private static boolean made(ApiCall call) {
    return Json.parse(call.response()).path("statusCode").asText("").equalsIgnoreCase("Created");
  }

  /// What the call set; empty where it left the setting alone. The answer tells the whole state,
  /// the request only what it asked for.
  private static Optional<Part<AzureSetting>> value(
      ApiCall call, AzureSetting.Name name, String asked) {
    var operation = call.action().toLowerCase(Locale.ROOT);
    boolean container = name == AzureSetting.Name.LEVEL;
    if (operation.endsWith("/delete")) {
      return Optional.of(
          container || name == AzureSetting.Name.THERE
              ? Part.absent()
              : Part.unknown("a new account under the old name starts afresh"));
    }
    if (!operation.endsWith("/write") && !operation.endsWith("/setacl/action")) {
      return Optional.empty();
    }
    if (name == AzureSetting.Name.THERE) {
      return Optional.of(Part.known(new AzureSetting.There()));
    }
    var properties = properties(call, asked);
    if (properties.isEmpty()) {
      return Optional.of(Part.unknown(UNTOLD));
    }
    for (var told : properties) {
      if (told.has(field(name))) {
        return Optional.of(parsed(told, name));
      }
    }
    // A container is made private unless the request says otherwise (REST reference, "Create
    // Container").
    if (container) {
      return Optional.of(
          made(call)
              ? Part.known(new AzureSetting.Level(PublicAccessLevel.NONE))
              : Part.unknown("the entry does not tell the level"));
    }
    return Optional.empty();
  }

  private static String field(AzureSetting.Name name) {
    return switch (name) {
      case THERE -> "";
      case LEVEL -> "publicAccess";
      case ALLOWED -> "allowBlobPublicAccess";
      case NETWORK -> "publicNetworkAccess";
      case RULES -> "networkAcls";
    };
  }

  private static List<JsonNode> properties(ApiCall call, String asked) {
    var found = new ArrayList<JsonNode>();
    var response = Json.parse(call.response());
    for (var body :
        List.of(
            Json.decoded(response.path("responseBody")),
            Json.parse(call.request()),
            Json.decoded(response.path("requestbody")),
            Json.parse(asked))) {
      if (body.path("properties").isObject()) {
        found.add(body.path("properties"));
      }
    }
    return found;
  }

  private static Part<AzureSetting> parsed(JsonNode properties, AzureSetting.Name name) {
    var resource = JsonNodeFactory.instance.objectNode();
    resource.put("id", "/resource").put("name", "resource").set("properties", properties);
    var text = resource.toString();
    return switch (name) {
      case THERE -> Part.known(new AzureSetting.There());
      case LEVEL ->
          part(
              ArmReader.containers(text),
              c -> c.container().publicAccess(),
              AzureSetting.Level::new);
      case ALLOWED ->
          part(
              ArmReader.storageAccounts(text),
              a -> a.allowBlobPublicAccess(),
              AzureSetting.Allowed::new);
      case NETWORK ->
          part(
              ArmReader.storageAccounts(text),
              a -> a.publicNetworkAccess(),
              AzureSetting.Network::new);
      case RULES ->
          part(ArmReader.storageAccounts(text), a -> a.networkRules(), AzureSetting.Rules::new);
    };
  }

  private static <T, V> Part<AzureSetting> part(
      ArmReading<T> reading, Function<T, Part<V>> of, Function<V, AzureSetting> as) {
    if (!(reading instanceof ArmReading.Read<T>(var values, _)) || values.isEmpty()) {
      return Part.unknown("the log tells of a change whose content cannot be read");
    }
    return of.apply(values.getFirst())
        .asOptional()
        .map(as)
        .<Part<AzureSetting>>map(Part::known)
        .orElse(Part.unknown("the log tells of a change to a value that is not known"));
  }

  /// The account that a container lies in; an account is its own.
  static ResourceId account(ResourceId resource) {
    var host = resource.id();
    var slash = host.indexOf('/', "https://".length());
    return new ResourceId(
        ResourceKind.AZURE_STORAGE_ACCOUNT, slash < 0 ? host : host.substring(0, slash));
  }
}
