package io.cofferdam.access.azure.rbac;

import java.util.Locale;

/// A principal as an assignment names it.
///
/// @param id Entra object id, lower-case
public record PrincipalRef(String id, PrincipalType type) {
  public PrincipalRef {
    id = id.toLowerCase(Locale.ROOT);
  }
}
