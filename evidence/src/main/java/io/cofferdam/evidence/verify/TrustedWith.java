package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.key.VerifierKey;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// What the person who verifies holds and trusts, apart from the pack.
///
/// @param keptCheckpoint a checkpoint file kept elsewhere
/// @param authorities certificates of the time stamp authority; none when not known
public record TrustedWith(
    Optional<VerifierKey> key, Optional<Path> keptCheckpoint, List<X509Certificate> authorities) {
  public TrustedWith {
    authorities = List.copyOf(authorities);
  }

  public static TrustedWith nothing() {
    return new TrustedWith(Optional.empty(), Optional.empty(), List.of());
  }

  public TrustedWith key(VerifierKey given) {
    return new TrustedWith(Optional.of(given), keptCheckpoint, authorities);
  }

  public TrustedWith checkpoint(Path given) {
    return new TrustedWith(key, Optional.of(given), authorities);
  }

  public TrustedWith authorities(List<X509Certificate> given) {
    return new TrustedWith(key, keptCheckpoint, given);
  }
}
