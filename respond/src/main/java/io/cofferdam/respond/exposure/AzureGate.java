package io.cofferdam.respond.exposure;

import io.cofferdam.access.azure.AzureBecause;
import io.cofferdam.access.azure.AzureEstate;
import io.cofferdam.access.azure.AzureExposure;
import io.cofferdam.access.azure.AzureOpenness;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks the access engine whether settings of an account and one container let a caller without a
/// credential read a blob.
final class AzureGate {
  private static final String NAME = "account";
  private static final String CONTAINER = "container";
  private static final String UNSET = "was set before the logs begin or outside of them";

  private final Map<Map<AzureSetting.Name, Part<AzureSetting>>, Judgement> known = new HashMap<>();

  Judgement judge(Map<AzureSetting.Name, Part<AzureSetting>> state) {
    return known.computeIfAbsent(Map.copyOf(state), AzureGate::ask);
  }

  private static Judgement ask(Map<AzureSetting.Name, Part<AzureSetting>> state) {
    if (state.values().stream().anyMatch(Part.Absent.class::isInstance)) {
      return Judgement.of(ExposureState.CLOSED, "it did not exist");
    }
    var estate = new AzureEstate(RoleModel.EMPTY, Map.of(NAME, account(state)), Map.of());
    return switch (AzureExposure.anonymous(
        estate, NAME, CONTAINER, "any", BlobOperation.GET_BLOB, Instant.EPOCH)) {
      case AzureOpenness.Open(_, var because) ->
          new Judgement(ExposureState.OPEN, reasons(because));
      case AzureOpenness.Closed(var because) ->
          new Judgement(ExposureState.CLOSED, reasons(because));
      case AzureOpenness.Unknown(var residual) ->
          new Judgement(
              ExposureState.UNKNOWN,
              residual.stream().map(r -> Reason.of("not known: " + r)).toList());
    };
  }

  private static List<Reason> reasons(List<AzureBecause> because) {
    return because.stream().map(b -> Reason.of(b.text())).toList();
  }

  private static StorageAccount account(Map<AzureSetting.Name, Part<AzureSetting>> state) {
    Part<Boolean> unknown = Part.unknown("does not matter here");
    Part<PublicAccessLevel> level = unset();
    Part<Boolean> allowed = unset();
    Part<PublicNetworkAccess> network = unset();
    Part<NetworkRules> rules = unset();
    for (var part : state.values()) {
      if (part instanceof Part.Known<AzureSetting>(AzureSetting setting)) {
        switch (setting) {
          case AzureSetting.There() -> {}
          case AzureSetting.Level(var value) -> level = Part.known(value);
          case AzureSetting.Allowed(var value) -> allowed = Part.known(value);
          case AzureSetting.Network(var value) -> network = Part.known(value);
          case AzureSetting.Rules(var value) -> rules = Part.known(value);
        }
      }
    }
    return new StorageAccount(
        NAME,
        new Scope("/account"),
        unknown,
        allowed,
        unknown,
        unknown,
        unknown,
        network,
        rules,
        Set.of(),
        Map.of(CONTAINER, new Container(CONTAINER, level, Part.unknown(""), Map.of())),
        Optional.empty(),
        Optional.empty());
  }

  private static <T> Part<T> unset() {
    return Part.unknown(UNSET);
  }
}
