package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.azure.arm.ArmReader;
import io.cofferdam.access.azure.arm.ArmReading;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ApiCall;
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
  private AzureEvents() {}

  static List<AzureChange> read(ApiCall call, ResourceKind kind) {
    var shares =
        switch (kind) {
          case AZURE_CONTAINER, AZURE_STORAGE_ACCOUNT -> AzureShares.read(call, kind);
          case S3_BUCKET,
              S3_ACCESS_POINT,
              EBS_SNAPSHOT,
              MACHINE_IMAGE,
              RDS_SNAPSHOT,
              ECR_REPOSITORY,
              KMS_KEY,
              LAMBDA_FUNCTION,
              IAM_ROLE,
              SECRET,
              DATABASE,
              OTHER ->
              List.<Share>of();
        };
    var changes = new ArrayList<AzureChange>();
    for (var share : shares) {
      var names =
          share.resource().kind() == ResourceKind.AZURE_CONTAINER
              ? List.of(AzureSetting.Name.LEVEL)
              : List.of(
                  AzureSetting.Name.ALLOWED, AzureSetting.Name.NETWORK, AzureSetting.Name.RULES);
      for (var name : names) {
        value(call, name)
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
                                false,
                                share.words(),
                                share.principal(),
                                share.ref()))));
      }
    }
    return changes;
  }

  /// What the call set; empty where it left the setting alone.
  private static Optional<Part<AzureSetting>> value(ApiCall call, AzureSetting.Name name) {
    var operation = call.action().toLowerCase(Locale.ROOT);
    if (operation.endsWith("/delete")) {
      return Optional.of(Part.absent());
    }
    if (!operation.endsWith("/write") && !operation.endsWith("/setacl/action")) {
      return Optional.empty();
    }
    var properties = properties(call);
    if (properties.isEmpty()) {
      return Optional.of(Part.unknown("the log tells of a change without what it set"));
    }
    return properties.get().has(field(name))
        ? Optional.of(parsed(properties.get(), name))
        : Optional.empty();
  }

  private static String field(AzureSetting.Name name) {
    return switch (name) {
      case LEVEL -> "publicAccess";
      case ALLOWED -> "allowBlobPublicAccess";
      case NETWORK -> "publicNetworkAccess";
      case RULES -> "networkAcls";
    };
  }

  private static Optional<JsonNode> properties(ApiCall call) {
    for (var text : List.of(call.request(), call.response())) {
      var tree = Json.parse(text);
      for (var body :
          List.of(
              Json.decoded(tree.path("requestbody")),
              Json.decoded(tree.path("responseBody")),
              tree)) {
        if (body.path("properties").isObject()) {
          return Optional.of(body.path("properties"));
        }
      }
    }
    return Optional.empty();
  }

  private static Part<AzureSetting> parsed(JsonNode properties, AzureSetting.Name name) {
    var resource = JsonNodeFactory.instance.objectNode();
    resource.put("id", "/resource").put("name", "resource").set("properties", properties);
    var text = resource.toString();
    return switch (name) {
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
