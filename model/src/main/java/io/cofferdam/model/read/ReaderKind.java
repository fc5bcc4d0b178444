package io.cofferdam.model.read;

/// Why a reader counts as somebody the data was not meant for.
public enum ReaderKind {
  /// No credential at all.
  ANONYMOUS,
  /// A principal of an account that is not the company's.
  FOREIGN_ACCOUNT,
  /// A workload's credential used from an address that is provably not its home.
  OUTSIDE_HOME,
  /// A principal of the company that is not among the store's declared readers.
  UNDECLARED,
  /// The user named the principal, key or address.
  NAMED,
  /// A workload's credential used from an address that may not be its home: counts in the estimate
  /// and at most, never in at least.
  SUSPECTED
}
