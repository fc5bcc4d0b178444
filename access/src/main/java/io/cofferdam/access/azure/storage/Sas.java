package io.cofferdam.access.azure.storage;

import io.cofferdam.access.aws.condition.Addresses;
import java.time.Instant;
import java.util.Optional;

/// A shared access signature, without its signature (Microsoft Learn, "storage-sas-overview").
public sealed interface Sas {

  /// What all kinds say.
  Terms terms();

  /// What every kind says: who may use it, when, for what.
  ///
  /// @param permissions letters of `sp`
  /// @param protocolHttpsOnly whether `spr` is `https`
  /// @param signature whether the key that signed it is still one that the account accepts
  record Terms(
      Optional<String> permissions,
      Optional<Instant> start,
      Optional<Instant> expiry,
      Optional<Addresses> addresses,
      boolean protocolHttpsOnly,
      Signature signature) {}

  /// What is known of the key behind a signature.
  enum Signature {
    ACCEPTED,
    /// The key was regenerated or revoked since, or the signature is forged.
    REJECTED,
    UNTOLD
  }

  /// Signed with an account key, for services as a whole.
  ///
  /// @param services letters of `ss`
  /// @param resourceTypes letters of `srt`: service, container, object
  record Account(Terms terms, String services, String resourceTypes) implements Sas {}

  /// Signed with an account key, for a container, directory or blob.
  ///
  /// @param policy the stored access policy that `si` names
  record Service(Terms terms, Target target, Optional<String> policy) implements Sas {}

  /// Signed with a user delegation key.
  ///
  /// @param delegator object id of who obtained the key (`skoid`)
  /// @param keyStart first instant at which the key is valid (`skt`)
  /// @param keyExpiry `ske`
  /// @param authorizedUser `saoid`: the delegator vouches for this user
  /// @param unauthorizedUser `suoid`: this user must pass the access control lists itself
  record UserDelegation(
      Terms terms,
      Target target,
      String delegator,
      Optional<Instant> keyStart,
      Optional<Instant> keyExpiry,
      Optional<String> authorizedUser,
      Optional<String> unauthorizedUser)
      implements Sas {}

  /// What a signature is for.
  ///
  /// @param path of the blob or directory; empty for a container
  record Target(Kind kind, String container, String path) {

    /// `sr`.
    public enum Kind {
      BLOB,
      CONTAINER,
      DIRECTORY
    }

    /// Whether a blob lies in it.
    public boolean covers(String otherContainer, String blob) {
      return container.equals(otherContainer)
          && switch (kind) {
            case BLOB -> path.equals(blob);
            case CONTAINER -> true;
            case DIRECTORY -> blob.equals(path) || blob.startsWith(path + "/");
          };
    }
  }
}
