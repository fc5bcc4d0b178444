package io.cofferdam.azure.act;

/// Limits that several acts share.
final class Limits {
  /// Setting, and the value that means the same as none.
  static final String UNSET =
      "an account that never had %s set is sent null to go back; where Azure keeps the value"
          + " instead, going back stops and says so, and `%s` set by hand means the same";

  static final String UNGUARDED =
      "Azure takes no condition on a change of an account: one by somebody else in the moment"
          + " between reading and changing is seen only when the act is verified";

  private Limits() {}
}
