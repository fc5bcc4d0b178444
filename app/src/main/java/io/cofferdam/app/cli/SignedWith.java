package io.cofferdam.app.cli;

import io.cofferdam.evidence.key.SigningKey;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The person's own key with which a command signs.
final class SignedWith {
  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      required = true,
      description = "Your own Ed25519 private key (PKCS#8 PEM).")
  private Path key;

  SigningKey key() {
    return OwnKey.open(key);
  }
}
