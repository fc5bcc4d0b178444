package io.cofferdam.access.azure.rbac;

import java.util.Locale;

/// A management lock, inherited by everything below its scope; it stops control actions only
/// (Microsoft Learn, "Lock your resources to protect your infrastructure").
public record Lock(Scope scope, Level level) {

  /// What a lock stops.
  public enum Level {
    CAN_NOT_DELETE,
    /// Deleting, changing, and every POST, `listKeys` among them.
    READ_ONLY
  }

  public boolean stops(AzureAction action) {
    if (action.isData()) {
      return false;
    }
    String name = action.name().toLowerCase(Locale.ROOT);
    return switch (level) {
      case CAN_NOT_DELETE -> name.endsWith("/delete");
      case READ_ONLY -> !name.endsWith("/read");
    };
  }
}
