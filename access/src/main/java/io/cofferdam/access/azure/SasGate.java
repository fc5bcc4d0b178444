package io.cofferdam.access.azure;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.storage.StoredAccessPolicy;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a shared access signature itself allows (REST reference, "Create an account SAS", "Create a
/// service SAS", "Create a user delegation SAS", "Define a stored access policy").
final class SasGate {
  private final AzureRequest request;
  private final AzureTarget.Blob target;
  private final StorageAccount account;
  private final Trace trace;

  SasGate(AzureRequest request, AzureTarget.Blob target, StorageAccount account, Trace trace) {
    this.request = request;
    this.target = target;
    this.account = account;
    this.trace = trace;
  }

  Ternary decide(Sas sas) {
    Ternary own =
        switch (sas) {
          case Sas.Account a -> keyAllowed().and(account(a));
          case Sas.Service s -> keyAllowed().and(service(s));
          case Sas.UserDelegation d -> delegation(d);
        };
    Ternary answer = own.and(terms(sas.terms()));
    if (answer == Ternary.FALSE) {
      return answer;
    }
    return answer.and(signature(sas.terms().signature()));
  }

  private Ternary fail(String text) {
    return trace.fail(Gate.SHARED_ACCESS_SIGNATURE, text);
  }

  private Ternary keyAllowed() {
    return SharedKeyGate.allowed(account, trace);
  }

  private Ternary signature(Sas.Signature signature) {
    return switch (signature) {
      case ACCEPTED ->
          trace.pass(Gate.SHARED_ACCESS_SIGNATURE, "the signature allows it and is accepted");
      case REJECTED -> fail("the key that signed it is no longer accepted");
      case UNTOLD -> trace.unknown("whether the key that signed it is still the account's");
    };
  }

  private Ternary terms(Sas.Terms terms) {
    Ternary address = Ternary.TRUE;
    if (terms.addresses().isPresent()) {
      address =
          request.origin() instanceof Origin.Internet(Addresses from)
              ? terms.addresses().get().contains(from)
                  ? Ternary.TRUE
                  : fail("the caller's address is not one the signature names")
              : trace.unknown("the caller's address, which the signature limits");
    }
    Ternary protocol =
        terms.protocolHttpsOnly() && !request.https()
            ? fail("the signature is for HTTPS only")
            : Ternary.TRUE;
    return address.and(protocol);
  }

  private Ternary account(Sas.Account sas) {
    BlobOperation operation = target.operation();
    if (sas.services().indexOf('b') < 0) {
      return fail("the signature is not for the blob service");
    }
    if (sas.resourceTypes().indexOf(operation.resourceType()) < 0) {
      return fail("the signature is not for this type of resource");
    }
    return letters(sas.terms().permissions().orElse(""), operation.accountSasLetters())
        .and(inTime(sas.terms().start(), sas.terms().expiry()));
  }

  private Ternary service(Sas.Service sas) {
    Optional<String> permissions = sas.terms().permissions();
    Optional<Instant> start = sas.terms().start();
    Optional<Instant> expiry = sas.terms().expiry();
    if (sas.policy().isPresent()) {
      Part<Map<String, StoredAccessPolicy>> policies =
          account
              .container(target.container())
              .map(c -> c.policies())
              .orElse(Part.unknown("the container is not known"));
      if (policies.isUnknown()) {
        return trace.unknown("the stored access policies of " + target.container());
      }
      StoredAccessPolicy policy = policies.asOptional().orElse(Map.of()).get(sas.policy().get());
      if (policy == null) {
        return fail("the stored access policy it names does not exist");
      }
      if (twice(permissions, policy.permissions())
          || twice(start, policy.start())
          || twice(expiry, policy.expiry())) {
        return fail("it repeats what its stored access policy says, which is refused");
      }
      permissions = permissions.or(policy::permissions);
      start = start.or(policy::start);
      expiry = expiry.or(policy::expiry);
    }
    return covers(sas.target())
        .and(letters(permissions.orElse(""), target.operation().sasLetters()))
        .and(inTime(start, expiry));
  }

  private static boolean twice(Optional<?> one, Optional<?> other) {
    return one.isPresent() && other.isPresent();
  }

  private Ternary delegation(Sas.UserDelegation sas) {
    if (sas.keyExpiry().map(end -> !request.time().isBefore(end)).orElse(false)
        || sas.keyStart().map(from -> request.time().isBefore(from)).orElse(false)) {
      return fail("the user delegation key is not valid at that time");
    }
    Optional<Instant> revoked = account.delegationKeysRevoked();
    if (revoked.isPresent() && !request.time().isBefore(revoked.get())) {
      if (sas.keyStart().isEmpty()) {
        return trace.unknown("when the user delegation key was made");
      }
      if (sas.keyStart().get().isBefore(revoked.get())) {
        return fail("user delegation keys were revoked after this one was made");
      }
    }
    return covers(sas.target())
        .and(letters(sas.terms().permissions().orElse(""), target.operation().sasLetters()))
        .and(inTime(sas.terms().start(), sas.terms().expiry()));
  }

  private Ternary covers(Sas.Target of) {
    boolean listing = target.operation() == BlobOperation.LIST_BLOBS;
    boolean covers =
        of.covers(target.container(), target.path())
            && !(listing && of.kind() == Sas.Target.Kind.BLOB);
    return covers ? Ternary.TRUE : fail("the signature is for another resource");
  }

  private Ternary letters(String given, String anyOf) {
    for (int i = 0; i < anyOf.length(); i++) {
      if (given.indexOf(anyOf.charAt(i)) >= 0) {
        return Ternary.TRUE;
      }
    }
    return fail(
        anyOf.isEmpty()
            ? "no signature of this kind can allow " + target.operation()
            : "the signature's permissions hold none of `" + anyOf + "`");
  }

  /// From the start, and before the expiry, which must be told.
  private Ternary inTime(Optional<Instant> start, Optional<Instant> expiry) {
    if (expiry.isEmpty()) {
      return fail("the signature has no expiry, which is required");
    }
    if (start.map(from -> request.time().isBefore(from)).orElse(false)) {
      return fail("the signature is not valid before " + start.get());
    }
    return request.time().isBefore(expiry.get())
        ? Ternary.TRUE
        : fail("the signature expired at " + expiry.get());
  }
}
