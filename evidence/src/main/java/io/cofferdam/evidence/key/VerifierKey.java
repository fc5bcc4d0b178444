package io.cofferdam.evidence.key;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public half of a signing key under the name it signs with, as in C2SP signed-note.
///
/// Its line form is `name+keyid+base64(algorithm byte ‖ key)`, the one Go's note package writes.
public final class VerifierKey {
  private static final int LARGEST_FILE = 64 << 10;
  private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String PEM_END = "-----END PUBLIC KEY-----";

  private final String name;
  private final SignatureAlgorithm algorithm;
  private final byte[] raw;

  private VerifierKey(String name, SignatureAlgorithm algorithm, byte[] raw) {
    this.name = name;
    this.algorithm = algorithm;
    this.raw = raw;
  }

  /// The key named after itself: `cofferdam/key-` and the first eight bytes of the SHA-256 of the
  /// raw key, in hexadecimal.
  public static VerifierKey ofRaw(SignatureAlgorithm algorithm, byte[] raw) {
    if (raw.length != algorithm.keyBytes()) {
      throw new IllegalArgumentException("a key of another length");
    }
    var hash = Hash.sha256(raw).hex();
    return new VerifierKey("cofferdam/key-" + hash.substring(0, 16), algorithm, raw.clone());
  }

  /// Reads the line form or a PEM `PUBLIC KEY`; a PEM key gets the name it would give itself.
  public static VerifierKey read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw unreadable(file, "larger than 64 KiB");
      }
      return parse(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, "not readable as a public key", e);
    }
  }

  /// Reads the line form; empty where it is none.
  public static Optional<VerifierKey> ofLine(String line) {
    try {
      return Optional.of(parse(line));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  static VerifierKey parse(String text) {
    if (text.startsWith(PEM_BEGIN)) {
      var end = text.indexOf(PEM_END);
      if (end < 0) {
        throw new IllegalArgumentException("PEM without an end line");
      }
      return fromSpki(Base64.getMimeDecoder().decode(text.substring(PEM_BEGIN.length(), end)));
    }
    var first = text.indexOf('+');
    var second = text.indexOf('+', first + 1);
    if (first < 1 || second < 0) {
      throw new IllegalArgumentException("neither PEM nor name+id+key");
    }
    var typed = Base64.getDecoder().decode(text.substring(second + 1));
    if (typed.length == 0) {
      throw new IllegalArgumentException("no key after the second plus");
    }
    var algorithm =
        SignatureAlgorithm.of(typed[0])
            .orElseThrow(() -> new IllegalArgumentException("an algorithm we do not know"));
    var raw = Arrays.copyOfRange(typed, 1, typed.length);
    if (raw.length != algorithm.keyBytes()) {
      throw new IllegalArgumentException("a key of another length");
    }
    var key = new VerifierKey(text.substring(0, first), algorithm, raw);
    if (!HexFormat.of().formatHex(key.keyId()).equals(text.substring(first + 1, second))) {
      throw new IllegalArgumentException("the key id does not belong to the key");
    }
    return key;
  }

  private static VerifierKey fromSpki(byte[] spki) {
    for (var algorithm : SignatureAlgorithm.values()) {
      var prefix = HexFormat.of().parseHex(algorithm.spkiPrefix());
      if (spki.length == prefix.length + algorithm.keyBytes()
          && Arrays.equals(spki, 0, prefix.length, prefix, 0, prefix.length)) {
        return ofRaw(algorithm, Arrays.copyOfRange(spki, prefix.length, spki.length));
      }
    }
    throw new IllegalArgumentException("not an Ed25519 public key");
  }

  public String name() {
    return name;
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /// The first four bytes of `SHA-256(name ‖ 0x0A ‖ algorithm byte ‖ key)`.
  public byte[] keyId() {
    var digest = Hash.digest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(algorithm.identifier());
    digest.update(raw);
    return Arrays.copyOf(digest.digest(), 4);
  }

  public String line() {
    var typed = new byte[raw.length + 1];
    typed[0] = algorithm.identifier();
    System.arraycopy(raw, 0, typed, 1, raw.length);
    return name
        + "+"
        + HexFormat.of().formatHex(keyId())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  public String pem() {
    return PEM_BEGIN + "\n" + Base64.getEncoder().encodeToString(spki()) + "\n" + PEM_END + "\n";
  }

  private byte[] spki() {
    var prefix = HexFormat.of().parseHex(algorithm.spkiPrefix());
    var spki = Arrays.copyOf(prefix, prefix.length + raw.length);
    System.arraycopy(raw, 0, spki, prefix.length, raw.length);
    return spki;
  }

  /// False also for a signature of the wrong length or shape.
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != algorithm.signatureBytes()) {
      return false;
    }
    try {
      PublicKey key =
          KeyFactory.getInstance(algorithm.jdkName())
              .generatePublic(new X509EncodedKeySpec(spki()));
      var verifier = Signature.getInstance(algorithm.jdkName());
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException | java.security.spec.InvalidKeySpecException e) {
      return false;
    } catch (java.security.InvalidKeyException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new CofferdamBug("every Java 25 has " + algorithm.jdkName(), e);
    }
  }

  private static CofferdamException unreadable(Path file, String why) {
    return unreadable(file, why, new IOException(why));
  }

  private static CofferdamException unreadable(Path file, String why, Exception cause) {
    return new CofferdamException(
        "CFD-EVIDENCE-0010",
        ErrorCategory.INVALID_INPUT,
        "public key file `" + file + "`: " + why + " [a PEM public key or a line name+id+key]",
        "give the .pub.pem or .vkey file that was written beside the signing key",
        cause);
  }
}
