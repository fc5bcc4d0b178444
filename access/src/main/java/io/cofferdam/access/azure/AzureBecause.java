package io.cofferdam.access.azure;

/// What a gate decided, for people.
public record AzureBecause(Gate gate, String text) {

  /// The gates in their order.
  public enum Gate {
    TRANSPORT,
    NETWORK,
    LOCK,
    ANONYMOUS,
    SHARED_KEY,
    SHARED_ACCESS_SIGNATURE,
    DENY_ASSIGNMENT,
    ROLE_ASSIGNMENT,
    ACCESS_LIST,
    ACCESS_POLICY
  }

  @Override
  public String toString() {
    return gate + ": " + text;
  }
}
