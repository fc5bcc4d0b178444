package io.cofferdam.azure.act;

import static io.cofferdam.azure.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What the acts on an account read: all its settings, so that a change to another one is seen, and
/// its containers with their levels.
///
/// Members: `id`, `settings` (the `properties` of its document but for what the service alone
/// writes), `rest` (location, kind, sku, tags, identity), `keys` (for each key the time when it was
/// made, as the name of a member), `containers` (name and level), `provisioning`.
final class AccountState {
  /// What changes without anybody's doing, or with each change.
  private static final Set<String> VOLATILE =
      Set.of(
          "provisioningState",
          "keyCreationTime",
          "statusOfPrimary",
          "statusOfSecondary",
          "failoverInProgress",
          "geoReplicationStats",
          "lastGeoFailoverTime",
          "blobRestoreStatus",
          "accountMigrationInProgress",
          "storageAccountSkuConversionStatus");

  private AccountState() {}

  static ActState look(Target target, Looking looking) {
    var state = object();
    if (!AzureTargets.named(target)) {
      return new ActState(state);
    }
    var account = looking.body(Calls.getAccount(target));
    if (account.isMissingNode()) {
      return new ActState(state);
    }
    state.set("id", account.path("id"));
    state.set("provisioning", account.at("/properties/provisioningState"));
    var settings = state.putObject("settings");
    for (var setting : account.path("properties").properties()) {
      if (!VOLATILE.contains(setting.getKey()) && !setting.getValue().isNull()) {
        settings.set(setting.getKey(), setting.getValue());
      }
    }
    withoutProgress(settings.path("networkAcls"));
    var rest = state.putObject("rest");
    for (var member : List.of("location", "kind", "sku", "tags", "identity")) {
      if (account.has(member)) {
        rest.set(member, account.path(member));
      }
    }
    var keys = state.putObject("keys");
    for (var key : List.of("key1", "key2")) {
      var made = account.at("/properties/keyCreationTime").path(key).asText("at an untold time");
      keys.putObject(key).put(made, true);
    }
    var containers = state.putObject("containers");
    for (var container : looking.body(Calls.listContainers(target)).path("value")) {
      containers.put(
          container.path("name").asText(), container.at("/properties/publicAccess").asText("None"));
    }
    return new ActState(state);
  }

  /// A rule for a virtual network tells how far its making is.
  private static void withoutProgress(JsonNode networkAcls) {
    for (var rule : networkAcls.path("virtualNetworkRules")) {
      if (rule instanceof ObjectNode members) {
        members.remove("state");
      }
    }
  }

  /// Why nothing can be done to it; empty where something can.
  private static Optional<String> obstacle(Target target, ActState state) {
    var name = target.name("account");
    if (state.at("/id").isMissingNode()) {
      return Optional.of(
          "there is no storage account `" + name + "` in group `" + target.name("group") + "`");
    }
    if (!state.at("/provisioning").asText("Succeeded").equals("Succeeded")) {
      return Optional.of(
          "account "
              + name
              + " is being changed: its state is `"
              + state.at("/provisioning").asText()
              + "` [Succeeded]: plan again later");
    }
    return Optional.empty();
  }

  /// What an act proposes where nothing stands in its way.
  static Proposal unhindered(Target target, ActState state, Supplier<Proposal> proposal) {
    return obstacle(target, state).<Proposal>map(Proposal.Impossible::new).orElseGet(proposal);
  }

  static JsonNode setting(ActState state, String name) {
    return state.at("/settings").path(name);
  }

  /// A step that gives one setting another value, and its inverse. Where it had none the inverse
  /// sends null, which takes it away in a merge patch.
  static Step change(Target target, ActState state, String words, String name, JsonNode value) {
    var before = setting(state, name);
    ObjectNode back = object().set(name, before.isMissingNode() ? NullNode.getInstance() : before);
    return new Step(
        words,
        Calls.update(target, object().set(name, value)),
        List.of(new Made("/settings/" + name, value)),
        Optional.of(Calls.update(target, back)));
  }

  /// What is to be proved: whom it shuts out, and that nothing else of the account is changed.
  ///
  /// @param touched the settings that the act may change
  static List<Claim> claims(
      Target target,
      Claim.Storage.Outsiders closes,
      Set<String> touched,
      ActState before,
      ActState after) {
    var what = "storage account " + target.name("account");
    return List.of(
        new Claim.Storage(what, closes, members(before), members(after)),
        new Claim.Kept(
            "the other settings of " + what,
            settings(touched, before),
            settings(touched, after),
            "more settings are told than before"));
  }

  private static ObjectNode members(ActState state) {
    var members = object();
    ObjectNode account = members.putObject("account");
    var id = state.at("/id").asText("/account");
    account.put("id", id).put("name", id.substring(id.lastIndexOf('/') + 1));
    account.set("properties", state.at("/settings").isObject() ? state.at("/settings") : object());
    var containers = members.putObject("containers");
    for (var container : state.at("/containers").properties()) {
      containers.putObject(container.getKey()).set("publicAccess", container.getValue());
    }
    return members;
  }

  /// Each value with its place, so that the order of members does not matter.
  private static Set<String> settings(Set<String> touched, ActState state) {
    var settings = new TreeSet<String>();
    for (var setting : state.at("/settings").properties()) {
      if (!touched.contains(setting.getKey())) {
        values(setting.getKey(), setting.getValue(), settings);
      }
    }
    values("", state.at("/rest"), settings);
    return settings;
  }

  private static void values(String place, JsonNode node, Set<String> into) {
    if (node.isContainerNode() && !node.isEmpty()) {
      var at = 0;
      for (var member : node.properties()) {
        values(
            place.isEmpty() ? member.getKey() : place + "/" + member.getKey(),
            member.getValue(),
            into);
      }
      for (var item : node.isArray() ? node : object()) {
        values(place + "/" + at++, item, into);
      }
    } else {
      into.add(place + " " + node);
    }
  }
}
