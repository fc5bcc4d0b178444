package io.cofferdam.app.fetch;

import java.util.Optional;

/// A place where logs lie.
///
/// @param kind what they are: `cloudtrail`, `cloudtrail-digest`, `s3-access`, `vpc-flow`, `config`,
///     `s3-inventory`, `log-group`, `event-history`, `guardduty`, `securityhub`
/// @param account whose logs they are
/// @param region of which region, or empty
/// @param at the bucket, log group or detector
/// @param prefix of the keys in a bucket, or empty
/// @param days for how long they are kept, or empty where nothing says so
record LogSource(
    String kind, String account, String region, String at, String prefix, Optional<Integer> days) {

  String words() {
    return kind
        + " of "
        + account
        + (region.isEmpty() ? "" : " in " + region)
        + " from "
        + at
        + (prefix.isEmpty() ? "" : "/" + prefix);
  }

  LogSource keptFor(Optional<Integer> other) {
    return new LogSource(kind, account, region, at, prefix, other);
  }
}
