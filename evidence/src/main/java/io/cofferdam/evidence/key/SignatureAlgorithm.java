package io.cofferdam.evidence.key;

import java.util.Optional;

/// A way to sign a note, with the identifier byte that C2SP signed-note gives it. A further one
/// (ML-DSA-44 cosignatures, say) is a further constant; packs signed by it carry its byte.
public enum SignatureAlgorithm {
  ED25519(0x01, "Ed25519", 32, 64, "302a300506032b6570032100");

  private final int identifier;
  private final String jdkName;
  private final int keyBytes;
  private final int signatureBytes;
  private final String spkiPrefix;

  SignatureAlgorithm(
      int identifier, String jdkName, int keyBytes, int signatureBytes, String spkiPrefix) {
    this.identifier = identifier;
    this.jdkName = jdkName;
    this.keyBytes = keyBytes;
    this.signatureBytes = signatureBytes;
    this.spkiPrefix = spkiPrefix;
  }

  public byte identifier() {
    return (byte) identifier;
  }

  public String jdkName() {
    return jdkName;
  }

  public int keyBytes() {
    return keyBytes;
  }

  public int signatureBytes() {
    return signatureBytes;
  }

  /// The hexadecimal bytes before the raw key in a SubjectPublicKeyInfo (RFC 8410 section 4).
  String spkiPrefix() {
    return spkiPrefix;
  }

  public static Optional<SignatureAlgorithm> of(byte identifier) {
    for (var algorithm : values()) {
      if (algorithm.identifier() == identifier) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
