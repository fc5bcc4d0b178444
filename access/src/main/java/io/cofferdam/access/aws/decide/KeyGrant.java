package io.cofferdam.access.aws.decide;

import java.util.List;
import java.util.Map;

/// A grant on a KMS key, as ListGrants tells it.
///
/// @param granteePrincipal an ARN, or the name of a service
/// @param retiringPrincipal who may retire it beside the grantee; empty where nobody is named
/// @param operations e.g. `Decrypt`
/// @param contextEquals the encryption context must be exactly this, unless empty
/// @param contextSubset the encryption context must include this
public record KeyGrant(
    String grantId,
    String granteePrincipal,
    String retiringPrincipal,
    List<String> operations,
    Map<String, String> contextEquals,
    Map<String, String> contextSubset) {
  public KeyGrant {
    operations = List.copyOf(operations);
    contextEquals = Map.copyOf(contextEquals);
    contextSubset = Map.copyOf(contextSubset);
  }

  /// A grant that names nobody to retire it.
  public KeyGrant(
      String grantId,
      String granteePrincipal,
      List<String> operations,
      Map<String, String> contextEquals,
      Map<String, String> contextSubset) {
    this(grantId, granteePrincipal, "", operations, contextEquals, contextSubset);
  }
}
