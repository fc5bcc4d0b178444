package io.cofferdam.evidence.verify;

import java.util.ArrayList;
import java.util.List;

/// The outcome of verifying a pack.
///
/// @param signerEstablished true when a public key was given and the checkpoint is signed by it
public record Verification(List<CheckResult> checks, boolean signerEstablished) {
  public Verification {
    checks = List.copyOf(checks);
  }

  /// True when a check failed, or nothing says who signed. What was not checked for want of an
  /// anchor is said, and is not a doubt.
  public boolean doubt() {
    return !signerEstablished
        || checks.stream().anyMatch(check -> check.status() == CheckResult.Status.FAILED);
  }

  /// What to print, one line per check; the last is `signer: ...`.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    checks.forEach(check -> lines.add(check.line()));
    lines.add(signerEstablished ? "signer: established" : "signer: not established");
    return lines;
  }
}
