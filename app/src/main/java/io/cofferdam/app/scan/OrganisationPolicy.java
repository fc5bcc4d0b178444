package io.cofferdam.app.scan;

import java.util.List;
import java.util.Optional;

/// What the first account needs, beside what every account needs, to scan an organisation: to learn
/// its accounts, and to assume one role in each.
public final class OrganisationPolicy {
  private OrganisationPolicy() {}

  /// The policy as JSON.
  ///
  /// @param role the name of the role that is assumed
  public static String aws(String role) {
    var checked = new OrganisationRole(role, Optional.empty());
    return new PolicyText()
        .allow("CofferdamListsAccounts", List.of("organizations:ListAccounts"), List.of("*"))
        .allow(
            "CofferdamAssumesItsRole",
            List.of("sts:AssumeRole"),
            List.of("arn:aws:iam::*:role/" + checked.role()))
        .toString();
  }
}
