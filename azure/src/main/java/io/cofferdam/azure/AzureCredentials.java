package io.cofferdam.azure;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What calls are authorised with. Secrets are asked for when a call is made, and are never shown.
///
/// @param management gives a token of Microsoft Entra ID for `https://management.azure.com/`; empty
///     text where there is none
/// @param blob for the data of accounts
public record AzureCredentials(Supplier<String> management, ForBlobs blob) {
  private static final Pattern HEADER = Pattern.compile("[!-~]+");

  /// How requests to the blob service are authorised.
  public sealed interface ForBlobs {}

  /// By a token of Microsoft Entra ID for `https://storage.azure.com/`: may do what the roles of
  /// its holder allow.
  public record Token(Supplier<String> token) implements ForBlobs {}

  /// By a key of the account: may do everything with its data.
  ///
  /// @param account its name
  /// @param key in Base64
  public record AccountKey(String account, Supplier<String> key) implements ForBlobs {
    @Override
    public String toString() {
      return "a key of account " + account;
    }
  }

  /// The value of the header `Authorization`. A text that cannot stand in a header is left out, so
  /// that no message has to name it: the service then refuses the call.
  static String bearer(Supplier<String> token) {
    var text = token.get();
    return "Bearer " + (HEADER.matcher(text).matches() ? text : "");
  }
}
