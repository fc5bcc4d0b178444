package io.cofferdam.respond.exposure;

import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.storage.PublicAccessLevel;

/// A setting of a storage account or container that decides who gets in without a credential.
sealed interface AzureSetting {

  /// What is set, without its value.
  enum Name {
    THERE("whether the account exists"),
    LEVEL("public access level of the container"),
    ALLOWED("whether the account allows public access"),
    NETWORK("public network access of the account"),
    RULES("firewall of the account");

    private final String words;

    Name(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// The account exists; absent once it is deleted.
  record There() implements AzureSetting {}

  record Level(PublicAccessLevel value) implements AzureSetting {}

  record Allowed(boolean value) implements AzureSetting {}

  record Network(PublicNetworkAccess value) implements AzureSetting {}

  record Rules(NetworkRules value) implements AzureSetting {}
}
