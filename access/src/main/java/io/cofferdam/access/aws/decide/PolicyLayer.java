package io.cofferdam.access.aws.decide;

/// The kinds of policy that take part in a decision.
public enum PolicyLayer {
  SERVICE_CONTROL("service control policy"),
  RESOURCE_CONTROL("resource control policy"),
  ENDPOINT("VPC endpoint policy"),
  RESOURCE("resource policy"),
  ACCESS_POINT("access point policy"),
  IDENTITY("identity policy"),
  BOUNDARY("permission boundary"),
  SESSION("session policy"),
  GRANT("key grant"),
  ACL("access control list"),
  PUBLIC_ACCESS_BLOCK("public access block"),
  ACCOUNT_ROOT("the account's root user"),
  /// A rule that holds whatever the policies say.
  SERVICE_RULE("rule of the service");

  private final String words;

  PolicyLayer(String words) {
    this.words = words;
  }

  /// Whether its statements must name whom they speak of.
  boolean namesPrincipals() {
    return this == RESOURCE || this == ACCESS_POINT;
  }

  /// The layer as a person says it.
  public String words() {
    return words;
  }
}
