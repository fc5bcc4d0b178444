package io.cofferdam.evidence.verify;

import java.nio.file.Path;

/// Checks a pack with what the person who verifies holds. Uses no network and changes nothing.
public final class PackVerifier {
  private final TrustedWith trusted;

  public PackVerifier(TrustedWith trusted) {
    this.trusted = trusted;
  }

  /// Checks a pack; a hostile one fails checks and never crashes.
  ///
  /// @param pack a folder or a zip file
  /// @throws io.cofferdam.model.CofferdamException when there is no folder and no zip file
  public Verification verify(Path pack) {
    return new Verification(
        java.util.List.of(CheckResult.notChecked("pack", "" + pack + trusted)), false);
  }
}
