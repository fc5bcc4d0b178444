package io.cofferdam.app.map;

/// Who may reach a workload, as far as its own configuration tells.
///
/// @param words for a person
/// @param full the same without anything left out
public record Reach(Kind kind, String words, String full) {

  /// How far away those who reach it are.
  public enum Kind {
    /// A security group or a policy lets in everybody.
    INTERNET,
    /// Other accounts are named.
    ACCOUNTS,
    /// A network or another security group.
    NETWORK,
    /// Callers of the provider's API with a permission for it.
    PERMISSION,
    /// Nothing was found.
    NONE
  }
}
