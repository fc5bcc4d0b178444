package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.Firewall;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.BlobOperation.ListNeed;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides requests to blob storage.
///
/// Keys, account and service signatures and anonymous requests know no principal, so no role,
/// condition, deny assignment or access list counts for them; a user delegation signature gives no
/// more than its delegator holds (Microsoft Learn, "data-lake-storage-access-control-model",
/// "storage-sas-overview").
final class StorageDecider {
  private final AzureRequest request;
  private final AzureTarget.Blob target;
  private final StorageAccount account;
  private final RoleModel roles;
  private final Trace trace;
  private final Attributes attributes;

  StorageDecider(
      AzureRequest request,
      AzureTarget.Blob target,
      StorageAccount account,
      RoleModel roles,
      Trace trace) {
    this.request = request;
    this.target = target;
    this.account = account;
    this.roles = roles;
    this.trace = trace;
    this.attributes = RequestAttributes.of(request, target, account);
  }

  Ternary decide() {
    Ternary reaches = reaches();
    return reaches == Ternary.FALSE ? reaches : reaches.and(authorised());
  }

  /// Whether the request gets to the account at all.
  Ternary reaches() {
    Ternary transport = transport();
    return transport == Ternary.FALSE ? transport : transport.and(network());
  }

  private Ternary transport() {
    if (request.https()) {
      return Ternary.TRUE;
    }
    return switch (account.httpsOnly()) {
      case Part.Known<Boolean>(Boolean required) ->
          required
              ? trace.fail(Gate.TRANSPORT, "the account requires secure transfer")
              : Ternary.TRUE;
      case Part.Absent<Boolean> a -> trace.unknown("whether secure transfer is required");
      case Part.Unknown<Boolean> u -> trace.unknown("whether secure transfer is required");
    };
  }

  private Ternary network() {
    Firewall firewall =
        new Firewall(
            Firewall.Kind.STORAGE,
            account.publicNetworkAccess(),
            account.networkRules(),
            account.privateEndpoints());
    Firewall.Answer answer = firewall.passes(request.origin());
    if (answer.passes() == Ternary.FALSE && readsLogs()) {
      return trace.unknown("whether the logging exception of the firewall reaches the request");
    }
    return switch (answer.passes()) {
      case TRUE -> trace.pass(Gate.NETWORK, answer.why());
      case FALSE -> trace.fail(Gate.NETWORK, answer.why());
      case UNKNOWN -> trace.unknown(answer.why());
    };
  }

  private boolean readsLogs() {
    return target.container().equals("$logs")
        && (target.operation() == BlobOperation.GET_BLOB
            || target.operation() == BlobOperation.LIST_BLOBS)
        && account
            .networkRules()
            .asOptional()
            .map(rules -> rules.bypass().contains(NetworkRules.Bypass.LOGGING))
            .orElse(false);
  }

  private Ternary authorised() {
    return switch (request.credential()) {
      case Credential.Anonymous a -> anonymous();
      case Credential.SharedKey(Sas.Signature signature) -> sharedKey(signature);
      case Credential.SharedAccess(Sas sas) -> sharedAccess(sas);
      case Credential.Entra(String principal, Optional<String> application) -> entra(principal);
    };
  }

  private Ternary anonymous() {
    PublicAccessLevel needed = target.operation().anonymous();
    if (needed == PublicAccessLevel.NONE) {
      return trace.fail(Gate.ANONYMOUS, "no anonymous request can " + target.operation());
    }
    Ternary level = level(needed);
    if (level == Ternary.FALSE) {
      return level;
    }
    Ternary allowed =
        switch (account.allowBlobPublicAccess()) {
          case Part.Known<Boolean>(Boolean value) ->
              value
                  ? Ternary.TRUE
                  : trace.fail(Gate.ANONYMOUS, "the account disallows anonymous access");
          case Part.Absent<Boolean> a ->
              trace.unknown("whether the account, where it was never set, allows public access");
          case Part.Unknown<Boolean> u -> trace.unknown("whether the account allows public access");
        };
    return level.and(allowed) == Ternary.TRUE
        ? trace.pass(Gate.ANONYMOUS, "the container is public and the account allows it")
        : level.and(allowed);
  }

  private Ternary level(PublicAccessLevel needed) {
    Part<PublicAccessLevel> level =
        account
            .container(target.container())
            .map(Container::publicAccess)
            .orElse(Part.unknown("the container is not known"));
    return switch (level) {
      case Part.Unknown<PublicAccessLevel> u ->
          trace.unknown("the public access level of " + target.container());
      case Part.Absent<PublicAccessLevel> a ->
          trace.fail(Gate.ANONYMOUS, "the container is private, as containers are by default");
      case Part.Known<PublicAccessLevel>(PublicAccessLevel value) ->
          value.compareTo(needed) >= 0
              ? Ternary.TRUE
              : trace.fail(
                  Gate.ANONYMOUS, "the container's public access level " + value + " is too low");
    };
  }

  private Ternary sharedKey(Sas.Signature signature) {
    if (target.operation() == BlobOperation.GET_USER_DELEGATION_KEY) {
      return trace.fail(Gate.SHARED_KEY, "only Entra tokens obtain user delegation keys");
    }
    Ternary allowed = SharedKeyGate.allowed(account, trace);
    if (allowed == Ternary.FALSE) {
      return allowed;
    }
    return allowed.and(
        switch (signature) {
          case ACCEPTED -> trace.pass(Gate.SHARED_KEY, "an account key gives everything");
          case REJECTED -> trace.fail(Gate.SHARED_KEY, "the key is not one of the account's");
          case UNTOLD -> trace.unknown("whether the key is still the account's");
        });
  }

  private Ternary sharedAccess(Sas sas) {
    Ternary own = new SasGate(request, target, account, trace).decide(sas);
    if (own == Ternary.FALSE || !(sas instanceof Sas.UserDelegation delegation)) {
      return own;
    }
    Ternary both = own.and(entra(delegation.delegator()));
    return delegation.unauthorizedUser().isEmpty()
        ? both
        : both.and(lists(delegation.unauthorizedUser().get(), Ternary.FALSE));
  }

  private Ternary entra(String principal) {
    BlobOperation operation = target.operation();
    if (operation == BlobOperation.GET_CONTAINER_ACL
        || operation == BlobOperation.SET_CONTAINER_ACL) {
      return trace.unknown("whether Entra tokens may " + operation + ": the documents differ");
    }
    Scope scope =
        operation.level() == BlobOperation.Level.ACCOUNT
            ? account.id()
            : account.containerScope(target.container());
    RbacGate rbac = new RbacGate(roles, request.time(), attributes, trace);
    RbacGate.Answer answer =
        rbac.decide(principal, operation.actions(), operation.subOperations(), scope);
    if (answer.granted() == Ternary.TRUE
        || answer.denied() == Ternary.TRUE
        || operation.level() == BlobOperation.Level.ACCOUNT) {
      return answer.granted();
    }
    Ternary byLists = byLists(principal, rbac, scope).and(answer.denied().not());
    return answer.granted().or(byLists);
  }

  /// What a hierarchical namespace adds: super-users, then access lists.
  private Ternary byLists(String principal, RbacGate rbac, Scope scope) {
    Ternary hierarchical =
        switch (account.hierarchicalNamespace()) {
          case Part.Known<Boolean>(Boolean value) -> Ternary.of(value);
          case Part.Absent<Boolean> a -> Ternary.FALSE;
          case Part.Unknown<Boolean> u ->
              trace.unknown("whether the account has a hierarchical namespace");
        };
    if (hierarchical == Ternary.FALSE) {
      return hierarchical;
    }
    Ternary superUser =
        target.operation().actions().get(0).isData()
            ? rbac.decide(principal, List.of(BlobOperation.RUN_AS_SUPER_USER), Set.of(), scope)
                .granted()
            : Ternary.FALSE;
    if (superUser == Ternary.TRUE) {
      return hierarchical;
    }
    Ternary read =
        target.operation().listNeed() == ListNeed.APPEND
            ? rbac.decide(principal, BlobOperation.GET_BLOB.actions(), Set.of(), scope).granted()
            : Ternary.FALSE;
    return hierarchical.and(superUser.or(lists(principal, read)));
  }

  private Ternary lists(String principal, Ternary readByRole) {
    Container container =
        account
            .container(target.container())
            .orElse(
                new Container(target.container(), Part.unknown(""), Part.unknown(""), Map.of()));
    return new AccessListGate(container, roles.directory(), principal, trace)
        .decide(target.operation().listNeed(), target.path(), readByRole);
  }
}
