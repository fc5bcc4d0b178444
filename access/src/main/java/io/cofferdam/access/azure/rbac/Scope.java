package io.cofferdam.access.azure.rbac;

import java.util.Locale;

/// A scope of Azure: the root `/`, a management group, a subscription, a resource group, a
/// resource or a part of one (Microsoft Learn, "Understand scope for Azure RBAC"). Case does not
/// matter in resource ids.
///
/// @param path lower-case, without a slash at the end but for the root
public record Scope(String path) {
  private static final String SUBSCRIPTIONS = "/subscriptions/";
  private static final String MANAGEMENT_GROUPS =
      "/providers/microsoft.management/managementgroups/";

  public static final Scope ROOT = new Scope("/");

  public Scope {
    path = path.strip().toLowerCase(Locale.ROOT);
    while (path.length() > 1 && path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (path.isEmpty()) {
      path = "/";
    }
  }

  public static Scope managementGroup(String name) {
    return new Scope(MANAGEMENT_GROUPS + name);
  }

  /// A child scope, such as a container of an account.
  public Scope child(String relative) {
    return new Scope(path + "/" + relative);
  }

  public boolean isRoot() {
    return path.equals("/");
  }

  public boolean isManagementGroup() {
    return path.startsWith(MANAGEMENT_GROUPS);
  }

  /// The subscription that the scope is or lies in; the scope itself where there is none.
  public Scope subscription() {
    if (!path.startsWith(SUBSCRIPTIONS)) {
      return this;
    }
    int end = path.indexOf('/', SUBSCRIPTIONS.length());
    return end < 0 ? this : new Scope(path.substring(0, end));
  }

  public boolean isInSubscription() {
    return path.startsWith(SUBSCRIPTIONS);
  }

  /// Whether the other is this scope or lies below it within one subscription.
  boolean covers(Scope other) {
    return path.equals(other.path) || other.path.startsWith(path + "/");
  }

  @Override
  public String toString() {
    return path;
  }
}
