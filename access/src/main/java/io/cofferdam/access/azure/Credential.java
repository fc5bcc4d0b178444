package io.cofferdam.access.azure;

import io.cofferdam.access.azure.storage.Sas;
import java.util.Locale;
import java.util.Optional;

/// What a request shows to be authorised.
public sealed interface Credential {

  record Anonymous() implements Credential {}

  /// One of the account's keys.
  ///
  /// @param signature whether that key is still one of the account's
  record SharedKey(Sas.Signature signature) implements Credential {}

  record SharedAccess(Sas sas) implements Credential {}

  /// A token of Microsoft Entra ID.
  ///
  /// @param principalId object id of the user, service principal or managed identity
  /// @param applicationId of the application that acts on the user's behalf, where one does
  record Entra(String principalId, Optional<String> applicationId) implements Credential {
    public Entra {
      principalId = principalId.toLowerCase(Locale.ROOT);
      applicationId = applicationId.map(id -> id.toLowerCase(Locale.ROOT));
    }

    public static Entra of(String principalId) {
      return new Entra(principalId, Optional.empty());
    }
  }
}
