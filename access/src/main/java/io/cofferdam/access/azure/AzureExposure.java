package io.cofferdam.access.azure;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.vault.Vault;
import io.cofferdam.access.azure.vault.VaultOperation;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks whether a container, blob or vault is open to anyone, or to anyone who holds a signature.
///
/// Anyone means a caller without a credential from an address that no rule fixes; a rule for a
/// range broader than /8 fixes nothing. Every answer Open is a request that [AzureDecider] allows.
public final class AzureExposure {
  private static final BigInteger SLASH_EIGHT = BigInteger.ONE.shiftLeft(24);
  private static final List<String> CANDIDATES =
      List.of("203.0.113.77", "198.51.100.77", "192.0.2.77", "100.128.0.77", "233.252.0.77");

  private AzureExposure() {}

  /// Whether anyone can do this to the container's blobs without a credential.
  ///
  /// @param operation such as GET_BLOB or LIST_BLOBS
  /// @param path of the blob, or the directory listed
  public static AzureOpenness anonymous(
      AzureEstate estate,
      String account,
      String container,
      String path,
      BlobOperation operation,
      Instant time) {
    AzureTarget target = new AzureTarget.Blob(operation, account, container, path);
    return ask(estate, target, new Credential.Anonymous(), rules(estate, account), time);
  }

  /// Whether anyone who holds the signature can do this. A signature that names addresses is asked
  /// about from those.
  public static AzureOpenness holder(
      AzureEstate estate,
      String account,
      String container,
      String path,
      BlobOperation operation,
      Sas sas,
      Instant time) {
    AzureTarget target = new AzureTarget.Blob(operation, account, container, path);
    return ask(
        estate,
        target,
        new Credential.SharedAccess(sas),
        sas.terms().addresses().isPresent() ? Optional.empty() : rules(estate, account),
        time);
  }

  /// Whether anyone can read from the vault: never without an Entra token.
  public static AzureOpenness vault(AzureEstate estate, String vault, Instant time) {
    return ask(
        estate,
        new AzureTarget.Vault(VaultOperation.GET_SECRET, vault, "any"),
        new Credential.Anonymous(),
        Optional.ofNullable(estate.vaults().get(vault))
            .map(Vault::networkRules)
            .flatMap(part -> part.asOptional()),
        time);
  }

  private static Optional<NetworkRules> rules(AzureEstate estate, String account) {
    return Optional.ofNullable(estate.accounts().get(account))
        .map(StorageAccount::networkRules)
        .flatMap(part -> part.asOptional());
  }

  private static AzureOpenness ask(
      AzureEstate estate,
      AzureTarget target,
      Credential credential,
      Optional<NetworkRules> rules,
      Instant time) {
    Set<String> residual = new LinkedHashSet<>();
    List<AzureBecause> because = new ArrayList<>();
    List<Addresses> origins =
        credential instanceof Credential.SharedAccess(Sas sas)
                && sas.terms().addresses().isPresent()
            ? List.of(single(sas.terms().addresses().get()))
            : origins(rules);
    for (Addresses origin : origins) {
      AzureRequest request =
          new AzureRequest(
              target, credential, new Origin.Internet(origin), true, time, Attributes.NONE);
      switch (AzureDecider.decide(request, estate)) {
        case AzureDecision.Allowed(List<AzureBecause> reasons) -> {
          return new AzureOpenness.Open(request, reasons);
        }
        case AzureDecision.Denied(List<AzureBecause> reasons) ->
            reasons.stream().filter(r -> !because.contains(r)).forEach(because::add);
        case AzureDecision.Unknown(List<String> open, List<AzureBecause> reasons) ->
            residual.addAll(open);
      }
    }
    return residual.isEmpty()
        ? new AzureOpenness.Closed(because)
        : new AzureOpenness.Unknown(List.copyOf(residual));
  }

  private static Addresses single(Addresses range) {
    return new Addresses(range.bits(), range.first(), range.first());
  }

  /// An address that no narrow rule names, and one of each broad range.
  private static List<Addresses> origins(Optional<NetworkRules> rules) {
    List<Addresses> ranges = rules.map(NetworkRules::addresses).orElse(List.of());
    List<Addresses> narrow = ranges.stream().filter(r -> !broad(r)).toList();
    List<Addresses> origins = new ArrayList<>();
    CANDIDATES.stream()
        .map(text -> Addresses.parse(text).orElseThrow())
        .filter(address -> ranges.stream().noneMatch(r -> r.contains(address)))
        .findFirst()
        .ifPresent(origins::add);
    for (Addresses range : ranges) {
      if (broad(range)) {
        outside(range, narrow).ifPresent(origins::add);
      }
    }
    if (origins.isEmpty()) {
      origins.add(Addresses.parse(CANDIDATES.get(0)).orElseThrow());
    }
    return origins;
  }

  private static boolean broad(Addresses range) {
    return range.last().subtract(range.first()).compareTo(SLASH_EIGHT) >= 0;
  }

  /// An address of the range outside the narrow ones, which lie apart by at most their own number.
  private static Optional<Addresses> outside(Addresses range, List<Addresses> narrow) {
    BigInteger at = range.first().add(BigInteger.valueOf(0x01000001));
    for (int tries = 0; tries <= narrow.size() && at.compareTo(range.last()) <= 0; tries++) {
      Addresses address = new Addresses(range.bits(), at, at);
      Optional<Addresses> holder = narrow.stream().filter(n -> n.contains(address)).findFirst();
      if (holder.isEmpty()) {
        return Optional.of(address);
      }
      at = holder.get().last().add(BigInteger.ONE);
    }
    return Optional.of(new Addresses(range.bits(), range.first(), range.first()));
  }
}
