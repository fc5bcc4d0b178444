package io.cofferdam.access.aws.estate;

import io.cofferdam.access.exposure.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An IAM user or role of the estate.
public sealed interface EstatePrincipal permits IamUser, IamRole {

  String arn();

  /// 12 digits.
  String account();

  /// `AIDA...` or `AROA...`, where told.
  Optional<String> uniqueId();

  Map<String, String> tags();

  /// Inline and attached policies; for a user without those of its groups.
  List<NamedPolicy> policies();

  Part<NamedPolicy> boundary();

  /// The name without path: what stands after the last slash of the ARN.
  default String name() {
    return arn().substring(arn().lastIndexOf('/') + 1);
  }

  /// As a person says it: `role ci-deploy (111122223333)`.
  default String words() {
    return (this instanceof IamUser ? "user " : "role ") + name() + " (" + account() + ")";
  }
}
