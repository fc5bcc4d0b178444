package io.cofferdam.respond.act.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.azure.arm.ArmReader;
import io.cofferdam.access.azure.arm.ArmReading;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.storage.StoredAccessPolicy;
import io.cofferdam.access.exposure.Part;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A storage account as the members of a [io.cofferdam.respond.spi.Claim.Storage] tell it.
///
/// @param assumed whether the account was not read, and is taken to let in everybody
/// @param oldKey whether the key that is given up is accepted
/// @param unread what of it was not understood
record StorageState(
    StorageAccount account,
    boolean assumed,
    boolean oldKey,
    Map<String, Map<String, StoredAccessPolicy>> policies,
    List<String> unread) {
  static StorageState read(JsonNode members) {
    List<String> unread = new ArrayList<>();
    var policies = new LinkedHashMap<String, Map<String, StoredAccessPolicy>>();
    var containers = new LinkedHashMap<String, Container>();
    for (var member : members.path("containers").properties()) {
      var name = member.getKey();
      var read = policies(name, member.getValue().path("policies"), unread);
      policies.put(name, read.asOptional().orElse(Map.of()));
      containers.put(
          name, new Container(name, level(name, member.getValue(), unread), read, Map.of()));
    }
    var document = members.path("account");
    var account = document.isMissingNode() ? Optional.of(open()) : account(document, unread);
    if (account.isEmpty()) {
      unread.add("the account's document is not understood");
    }
    return new StorageState(
        with(account.orElseGet(StorageState::untold), containers),
        document.isMissingNode(),
        members.path("oldKey").asBoolean(true),
        policies,
        unread);
  }

  private static Optional<StorageAccount> account(JsonNode document, List<String> unread) {
    if (!document.at("/properties/networkAcls/ipv6Rules").isEmpty()) {
      unread.add("what its rules for IPv6 let in is not judged");
    }
    return ArmReader.storageAccounts(document.toString())
            instanceof ArmReading.Read<StorageAccount>(var accounts, var _)
        ? accounts.stream().findFirst()
        : Optional.empty();
  }

  private static Part<PublicAccessLevel> level(
      String name, JsonNode container, List<String> unread) {
    return switch (container.path("publicAccess").asText("none").toLowerCase(Locale.ROOT)) {
      case "none" -> Part.known(PublicAccessLevel.NONE);
      case "blob" -> Part.known(PublicAccessLevel.BLOB);
      case "container" -> Part.known(PublicAccessLevel.CONTAINER);
      default -> {
        unread.add("the public access level of " + name + " is not understood");
        yield Part.unknown("not understood");
      }
    };
  }

  private static Part<Map<String, StoredAccessPolicy>> policies(
      String name, JsonNode policies, List<String> unread) {
    if (policies.isMissingNode()) {
      return Part.unknown("stored access policies were not read");
    }
    var read = new LinkedHashMap<String, StoredAccessPolicy>();
    try {
      for (var policy : policies.properties()) {
        read.put(
            policy.getKey(),
            new StoredAccessPolicy(
                text(policy.getValue(), "Start").map(Instant::parse),
                text(policy.getValue(), "Expiry").map(Instant::parse),
                text(policy.getValue(), "Permission")));
      }
      return Part.known(read);
    } catch (DateTimeParseException odd) {
      unread.add("a time in the stored access policies of " + name + " is not understood");
      return Part.unknown("not understood");
    }
  }

  private static Optional<String> text(JsonNode policy, String member) {
    return Optional.ofNullable(policy.path(member).textValue());
  }

  private static StorageAccount untold() {
    return account(Part.unknown("not understood"), Part.unknown("not understood"));
  }

  /// One that lets in everybody.
  private static StorageAccount open() {
    return account(Part.known(true), Part.known(NetworkRules.OPEN));
  }

  private static StorageAccount account(Part<Boolean> flag, Part<NetworkRules> rules) {
    return new StorageAccount(
        "account",
        new Scope("/account"),
        Part.known(false),
        flag,
        flag,
        Part.unknown("not read"),
        Part.unknown("not read"),
        Part.known(PublicNetworkAccess.ENABLED),
        rules,
        Set.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static StorageAccount with(StorageAccount account, Map<String, Container> containers) {
    return new StorageAccount(
        account.name(),
        account.id(),
        account.httpsOnly(),
        account.allowBlobPublicAccess(),
        account.allowSharedKeyAccess(),
        account.hierarchicalNamespace(),
        account.staticWebsite(),
        account.publicNetworkAccess(),
        account.networkRules(),
        account.privateEndpoints(),
        containers,
        account.keysCreated(),
        account.delegationKeysRevoked());
  }

  /// The same account, which every network reaches.
  StorageAccount reachable() {
    return new StorageAccount(
        account.name(),
        account.id(),
        Part.known(false),
        account.allowBlobPublicAccess(),
        account.allowSharedKeyAccess(),
        account.hierarchicalNamespace(),
        account.staticWebsite(),
        Part.known(PublicNetworkAccess.ENABLED),
        Part.known(NetworkRules.OPEN),
        Set.of(),
        account.containers(),
        account.keysCreated(),
        account.delegationKeysRevoked());
  }
}
