package io.cofferdam.app.scan.theirs;

import java.util.Optional;

/// What another service says of a resource, in its own words.
///
/// @param source who says it: `AWS Config`, `Security Hub`
/// @param rule the rule or control of theirs
/// @param status their word: `FAILED`, `NON_COMPLIANT`
/// @param severity their word, or empty
/// @param resource as they name it
/// @param ours the resource of our findings that it is, where that is sure
/// @param title what they say, or empty
/// @param at when they say they looked, as they write it, or empty
public record TheirFinding(
    String source,
    String rule,
    String status,
    String severity,
    String resource,
    Optional<String> ours,
    String title,
    String account,
    String region,
    String at) {

  /// Whether they say that something is wrong.
  public boolean complains() {
    return status.equals("FAILED") || status.equals("NON_COMPLIANT");
  }
}
