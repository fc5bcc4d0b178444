package io.cofferdam.logs.azure.storage;

import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import java.util.Locale;

/// Who made a request, by the log's word for how it was authenticated (`Anonymous`, `SAS`,
/// `SAS Key`, `DelegationSas`, `AccountKey`, `Account Key`, `Authenticated`, `OAuth`, `Kerberos`,
/// `TrustedAccess`).
record BlobCaller(
    String authentication,
    String objectId,
    String upn,
    String appId,
    String tenant,
    String tokenHash,
    String address,
    String userAgent) {

  Caller caller() {
    var kind =
        switch (word()) {
          case "anonymous" -> CallerKind.ANONYMOUS;
          case "sas",
              "saskey",
              "delegationsas",
              "userdelegationsas",
              "accountkey",
              "authenticated" ->
              CallerKind.SHARED_KEY;
          case "oauth", "kerberos" ->
              upn.isEmpty() && !appId.isEmpty() && objectId.isEmpty()
                  ? CallerKind.SERVICE
                  : upn.isEmpty() ? CallerKind.UNKNOWN : CallerKind.USER;
          case "trustedaccess" -> CallerKind.SERVICE;
          default -> CallerKind.UNKNOWN;
        };
    return new Caller(
        kind, principal(kind), "", tenant, keyName(), objectId, address, userAgent, "");
  }

  private String word() {
    return authentication.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "");
  }

  private String principal(CallerKind kind) {
    if (kind == CallerKind.ANONYMOUS) {
      return "anonymous";
    }
    if (!upn.isEmpty()) {
      return upn;
    }
    if (!objectId.isEmpty()) {
      return objectId;
    }
    if (!appId.isEmpty()) {
      return appId;
    }
    return kind == CallerKind.SHARED_KEY ? authentication : "";
  }

  boolean sharedSignature() {
    return word().endsWith("sas") || word().equals("saskey");
  }

  /// The token's hash names key and signature without giving them away: enough to tell bearers of
  /// one signature from those of another. `key1(<hash>),SasSignature(<hash>)` is cut to the last.
  private String keyName() {
    var signature = tokenHash.lastIndexOf("SasSignature(");
    return signature >= 0 ? tokenHash.substring(signature) : tokenHash;
  }
}
