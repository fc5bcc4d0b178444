package io.cofferdam.evidence.key;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// The key that signs checkpoints. Whoever holds it can sign another history, which only an anchor
/// outside their reach would show.
public final class SigningKey {
  private static final String PKCS8_PREFIX = "302e020100300506032b657004220420";
  private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String PEM_END = "-----END PRIVATE KEY-----";

  private final PrivateKey key;
  private final VerifierKey verifier;

  private SigningKey(PrivateKey key, VerifierKey verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  public static SigningKey generate(SecureRandom random) {
    var seed = new byte[32];
    random.nextBytes(seed);
    return ofSeed(seed);
  }

  /// The key with that secret seed (RFC 8032 section 5.1.5).
  public static SigningKey ofSeed(byte[] seed) {
    var prefix = HexFormat.of().parseHex(PKCS8_PREFIX);
    var pkcs8 = Arrays.copyOf(prefix, prefix.length + seed.length);
    System.arraycopy(seed, 0, pkcs8, prefix.length, seed.length);
    try {
      return ofPkcs8(pkcs8);
    } catch (IOException e) {
      throw new CofferdamBug("a seed is always a key", e);
    }
  }

  static SigningKey ofPem(String pem) throws IOException {
    var begin = pem.indexOf(PEM_BEGIN);
    var end = pem.indexOf(PEM_END);
    if (begin < 0 || end < begin) {
      throw new IOException("no PEM private key in it");
    }
    try {
      return ofPkcs8(
          Base64.getMimeDecoder().decode(pem.substring(begin + PEM_BEGIN.length(), end)));
    } catch (IllegalArgumentException e) {
      throw new IOException("broken base64", e);
    }
  }

  private static SigningKey ofPkcs8(byte[] pkcs8) throws IOException {
    try {
      var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      var seed =
          ((EdECPrivateKey) key)
              .getBytes()
              .orElseThrow(() -> new IOException("the key hides its seed"));
      var raw = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
      return new SigningKey(key, VerifierKey.ofRaw(SignatureAlgorithm.ED25519, raw));
    } catch (GeneralSecurityException e) {
      throw new IOException("not an Ed25519 private key", e);
    }
  }

  String pem() {
    return PEM_BEGIN
        + "\n"
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n"
        + PEM_END
        + "\n";
  }

  public VerifierKey verifier() {
    return verifier;
  }

  public byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance(verifier.algorithm().jdkName());
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0011",
          ErrorCategory.INTERNAL,
          "the signing key `" + verifier.name() + "` cannot sign",
          "",
          e);
    }
  }

  /// Never the key itself.
  @Override
  public String toString() {
    return "signing key " + verifier.name();
  }
}
