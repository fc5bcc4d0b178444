package io.cofferdam.access.aws.decide;

/// The kinds of policy that take part in a decision.
public enum PolicyLayer {
  SERVICE_CONTROL("service control policy"),
  RESOURCE_CONTROL("resource control policy"),
  ENDPOINT("VPC endpoint policy"),
  RESOURCE("resource policy"),
  IDENTITY("identity policy"),
  BOUNDARY("permission boundary"),
  SESSION("session policy"),
  GRANT("key grant"),
  ACL("access control list"),
  PUBLIC_ACCESS_BLOCK("public access block"),
  ACCOUNT_ROOT("the account's root user");

  private final String words;

  PolicyLayer(String words) {
    this.words = words;
  }

  /// The layer as a person says it.
  public String words() {
    return words;
  }
}
