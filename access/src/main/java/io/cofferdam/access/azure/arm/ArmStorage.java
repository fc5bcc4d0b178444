package io.cofferdam.access.azure.arm;

import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Storage accounts and containers (REST reference, Storage Resource Provider).
final class ArmStorage {
  private ArmStorage() {}

  static StorageAccount account(ArmNode node) {
    ArmNode properties = node.object("properties").orElse(node);
    return new StorageAccount(
        node.needed("name"),
        new Scope(node.needed("id")),
        properties.flag("supportsHttpsTrafficOnly"),
        properties.flag("allowBlobPublicAccess"),
        properties.flag("allowSharedKeyAccess"),
        properties.flag("isHnsEnabled"),
        Part.unknown("the account's document does not tell"),
        ArmNetworks.publicAccess(properties),
        ArmNetworks.rules(properties),
        ArmNetworks.endpoints(properties),
        Map.of(),
        properties.object("keyCreationTime").flatMap(ArmStorage::older),
        Optional.empty());
  }

  private static Optional<Instant> older(ArmNode times) {
    Optional<Instant> one = times.time("key1");
    Optional<Instant> other = times.time("key2");
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return one.get().isBefore(other.get()) ? one : other;
  }

  static AccountContainer container(ArmNode node) {
    String id = node.needed("id");
    int split = id.toLowerCase(Locale.ROOT).indexOf("/blobservices/");
    ArmNode properties = node.object("properties").orElse(node);
    return new AccountContainer(
        new Scope(split < 0 ? id : id.substring(0, split)),
        new Container(
            node.needed("name"),
            level(properties),
            Part.unknown("stored access policies are not in the container's document"),
            Map.of()));
  }

  /// As container documents and requests write it.
  static Part<PublicAccessLevel> level(ArmNode properties) {
    return properties.word(
        "publicAccess",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "none" -> Optional.of(PublicAccessLevel.NONE);
              case "blob" -> Optional.of(PublicAccessLevel.BLOB);
              case "container" -> Optional.of(PublicAccessLevel.CONTAINER);
              default -> Optional.empty();
            });
  }
}
