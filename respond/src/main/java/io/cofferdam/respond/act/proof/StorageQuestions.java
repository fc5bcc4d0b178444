package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.AzureDecider;
import io.cofferdam.access.azure.AzureDecision;
import io.cofferdam.access.azure.AzureEstate;
import io.cofferdam.access.azure.AzureRequest;
import io.cofferdam.access.azure.AzureTarget;
import io.cofferdam.access.azure.Credential;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.Firewall;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.storage.StoredAccessPolicy;
import io.cofferdam.model.Ternary;
import io.cofferdam.respond.spi.Claim.Storage.Outsiders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The ways into a storage account, asked of its state before a change and after it.
final class StorageQuestions {
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

  private static final Addresses SOMEWHERE = Addresses.parse("203.0.113.77").orElseThrow();

  private static final String ANY = "any-container";

  private final StorageState before;
  private final StorageState after;
  private final Instant now;

  StorageQuestions(StorageState before, StorageState after, Instant now) {
    this.before = before;
    this.after = after;
    this.now = now;
  }

  /// One way in.
  sealed interface Question {
    /// Who could do what, as a sentence.
    String words();

    /// Whether a change that is to shut these out is meant to close it.
    boolean meant(Outsiders closes);
  }

  /// By what a request shows.
  ///
  /// @param kinds whom it belongs to
  /// @param time when it is shown: a signature may be for later
  record By(
      String words,
      Set<Outsiders> kinds,
      Credential credential,
      BlobOperation operation,
      String container,
      Instant time)
      implements Question {
    @Override
    public boolean meant(Outsiders closes) {
      return kinds.contains(closes);
    }
  }

  /// By where it comes from.
  record From(String words, Set<Outsiders> kinds, Origin origin) implements Question {
    @Override
    public boolean meant(Outsiders closes) {
      return kinds.contains(closes);
    }
  }

  List<Question> all() {
    List<Question> all = new ArrayList<>();
    var containers = new TreeSet<>(before.account().containers().keySet());
    containers.addAll(after.account().containers().keySet());
    for (var container : containers) {
      anonymous(container, all);
      policies(container, all);
    }
    keys(containers.isEmpty() ? ANY : containers.first(), all);
    all.addAll(StorageNetworks.questions(before.account(), after.account()));
    return all;
  }

  private void anonymous(String container, List<Question> all) {
    for (var operation : List.of(BlobOperation.GET_BLOB, BlobOperation.LIST_BLOBS)) {
      all.add(
          new By(
              "anyone could " + verb(operation) + " " + container + " without a credential",
              EnumSet.of(Outsiders.ANONYMOUS),
              new Credential.Anonymous(),
              operation,
              container,
              now));
    }
  }

  /// A signature takes from its policy what that says, and says the rest itself.
  private void policies(String container, List<Question> all) {
    var policies = new LinkedHashMap<String, Set<StoredAccessPolicy>>();
    for (var state : List.of(before, after)) {
      state
          .policies()
          .getOrDefault(container, Map.of())
          .forEach(
              (id, policy) ->
                  policies.computeIfAbsent(id, each -> new LinkedHashSet<>()).add(policy));
    }
    policies.forEach(
        (id, versions) -> {
          for (var policy : versions) {
            for (var operation : operations()) {
              all.add(
                  new By(
                      "who has a signature under policy "
                          + id
                          + " could "
                          + verb(operation)
                          + " "
                          + container,
                      EnumSet.of(Outsiders.KEY_HOLDERS),
                      new Credential.SharedAccess(signed(id, policy, container)),
                      operation,
                      container,
                      policy.start().filter(start -> start.isAfter(now)).orElse(now)));
            }
          }
        });
  }

  private Sas signed(String id, StoredAccessPolicy policy, String container) {
    return new Sas.Service(
        new Sas.Terms(
            policy.permissions().isPresent() ? Optional.empty() : Optional.of("rcwdl"),
            Optional.empty(),
            policy.expiry().isPresent() ? Optional.empty() : Optional.of(FAR),
            Optional.empty(),
            false,
            Sas.Signature.ACCEPTED),
        new Sas.Target(Sas.Target.Kind.CONTAINER, container, ""),
        Optional.of(id));
  }

  private static List<BlobOperation> operations() {
    return List.of(
        BlobOperation.GET_BLOB,
        BlobOperation.LIST_BLOBS,
        BlobOperation.OVERWRITE_BLOB,
        BlobOperation.DELETE_BLOB);
  }

  private void keys(String container, List<Question> all) {
    var terms =
        new Sas.Terms(
            Optional.of("rcwdl"),
            Optional.empty(),
            Optional.of(now.plus(AHEAD)),
            Optional.empty(),
            false,
            Sas.Signature.ACCEPTED);
    var target = new Sas.Target(Sas.Target.Kind.CONTAINER, container, "");
    var ways = new LinkedHashMap<String, Credential>();
    ways.put("who has a key of the account", new Credential.SharedKey(Sas.Signature.ACCEPTED));
    ways.put(
        "who has a signature for the account",
        new Credential.SharedAccess(new Sas.Account(terms, "bfqt", "sco")));
    ways.put(
        "who has a signature for a container",
        new Credential.SharedAccess(new Sas.Service(terms, target, Optional.empty())));
    ways.forEach(
        (who, credential) ->
            all.add(
                new By(
                    who + " could read blobs",
                    EnumSet.of(Outsiders.KEY_HOLDERS),
                    credential,
                    BlobOperation.GET_BLOB,
                    container,
                    now)));
    all.add(
        new By(
            "who has the key that is given up, or something signed with it, could read blobs",
            EnumSet.of(Outsiders.OLD_KEY_HOLDERS),
            new Credential.SharedKey(Sas.Signature.UNTOLD),
            BlobOperation.GET_BLOB,
            container,
            now));
  }

  private static String verb(BlobOperation operation) {
    return switch (operation) {
      case GET_BLOB -> "read blobs of";
      case LIST_BLOBS -> "list";
      case OVERWRITE_BLOB -> "write to";
      default -> "delete from";
    };
  }

  /// Whether it is open in a state.
  Ternary answer(Question question, StorageState state) {
    return switch (question) {
      case By by -> decided(by, state);
      case From(var _, var _, var origin) ->
          new Firewall(
                  Firewall.Kind.STORAGE,
                  state.account().publicNetworkAccess(),
                  state.account().networkRules(),
                  state.account().privateEndpoints())
              .passes(origin)
              .passes();
    };
  }

  private Ternary decided(By by, StorageState state) {
    var account = state.reachable();
    var credential =
        by.credential() instanceof Credential.SharedKey(Sas.Signature signature)
                && signature == Sas.Signature.UNTOLD
            ? new Credential.SharedKey(
                state.oldKey() ? Sas.Signature.ACCEPTED : Sas.Signature.REJECTED)
            : by.credential();
    var request =
        new AzureRequest(
            new AzureTarget.Blob(by.operation(), account.name(), by.container(), "any-blob"),
            credential,
            new Origin.Internet(SOMEWHERE),
            true,
            by.time(),
            Attributes.NONE);
    var estate = new AzureEstate(RoleModel.EMPTY, Map.of(account.name(), account), Map.of());
    return switch (AzureDecider.decide(request, estate)) {
      case AzureDecision.Allowed _ -> Ternary.TRUE;
      case AzureDecision.Denied _ -> Ternary.FALSE;
      case AzureDecision.Unknown _ -> Ternary.UNKNOWN;
    };
  }
}
