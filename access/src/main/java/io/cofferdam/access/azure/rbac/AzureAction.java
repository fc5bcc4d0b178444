package io.cofferdam.access.azure.rbac;

/// An action of a resource provider, such as
/// `Microsoft.Storage/storageAccounts/listKeys/action`.
///
/// @param isData whether it is one on data, granted by data actions alone
public record AzureAction(String name, boolean isData) {
  public static AzureAction control(String name) {
    return new AzureAction(name, false);
  }

  public static AzureAction data(String name) {
    return new AzureAction(name, true);
  }
}
