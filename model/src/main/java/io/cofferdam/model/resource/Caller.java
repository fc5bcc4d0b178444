package io.cofferdam.model.resource;

/// Who made a call, as one log line names them. Text that the log did not give is empty, never
/// null.
///
/// @param principal the principal that acts: user or assumed-role ARN, `anonymous`, service name,
///     Azure object id or UPN
/// @param issuer the role behind a session (`sessionContext.sessionIssuer.arn`), or empty
/// @param account the account, tenant or canonical owner the principal belongs to
/// @param accessKeyId the id (never the secret) of the key that signed
/// @param principalId the provider's unique id, e.g. `AROA...:session`
/// @param address source address as logged; may be a service name such as `athena.amazonaws.com`
/// @param vpcEndpoint the VPC endpoint the call came through, or empty
public record Caller(
    CallerKind kind,
    String principal,
    String issuer,
    String account,
    String accessKeyId,
    String principalId,
    String address,
    String userAgent,
    String vpcEndpoint) {

  public static final Caller UNKNOWN =
      new Caller(CallerKind.UNKNOWN, "", "", "", "", "", "", "", "");

  /// The name under which reads are grouped: the role behind a session, else the principal.
  public String groupingName() {
    return issuer.isEmpty() ? principal : issuer;
  }
}
