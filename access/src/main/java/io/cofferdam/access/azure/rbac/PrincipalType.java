package io.cofferdam.access.azure.rbac;

/// What an assignment says its principal is.
public enum PrincipalType {
  USER,
  GROUP,
  SERVICE_PRINCIPAL,
  FOREIGN_GROUP,
  DEVICE,
  /// Not said: it may be a group.
  UNTOLD
}
