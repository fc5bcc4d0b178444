package io.cofferdam.access.aws.policy;

/// One entry of a Principal element (AWS JSON policy elements: Principal).
public sealed interface PrincipalName {

  /// `"*"` or `{"AWS": "*"}`: everybody, anonymous callers too.
  record Everyone() implements PrincipalName {}

  /// An account: its number or the ARN of its root.
  record Account(String id) implements PrincipalName {}

  /// The ARN of a user, role, role session or federated user.
  record Arn(String arn) implements PrincipalName {

    /// The account in the ARN.
    public String account() {
      String[] fields = arn.split(":", 6);
      return fields.length > 4 ? fields[4] : "";
    }
  }

  /// The unique id (`AIDA...`, `AROA...`) that stands for a principal since deleted; matches
  /// nobody.
  record Deleted(String id) implements PrincipalName {}

  /// An AWS service, e.g. `logging.s3.amazonaws.com`; `*` for any.
  record Service(String name) implements PrincipalName {}

  /// An identity provider; `*` for any.
  record Federated(String provider) implements PrincipalName {}

  /// An account by its S3 canonical user id.
  record CanonicalUser(String id) implements PrincipalName {}
}
