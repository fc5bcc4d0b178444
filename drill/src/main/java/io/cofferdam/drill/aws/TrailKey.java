package io.cofferdam.drill.aws;

import io.cofferdam.model.CofferdamBug;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/// The RSA key that signs digest files, made from a seed: it protects nothing but a drill.
public final class TrailKey {
  private final KeyPair pair;

  private TrailKey(KeyPair pair) {
    this.pair = pair;
  }

  public static TrailKey of(long seed, int bits) {
    try {
      var random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(ByteBuffer.allocate(8).putLong(seed).array());
      var maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(bits, random);
      return new TrailKey(maker.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new CofferdamBug("the Java runtime lacks RSA", missing);
    }
  }

  /// SHA256withRSA over the text, hex, as digest files carry it.
  String sign(String text) {
    try {
      var signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(pair.getPrivate());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signer.sign());
    } catch (GeneralSecurityException missing) {
      throw new CofferdamBug("the Java runtime lacks SHA256withRSA", missing);
    }
  }

  /// The PKCS#1 form of the public key (RFC 8017, appendix A.1.1), as `aws cloudtrail
  /// list-public-keys` gives it: the content of the BIT STRING in the X.509 form.
  byte[] pkcs1() {
    byte[] x509 = x509();
    int at = 0;
    while (x509[at] != 0x03) {
      at = x509[at] == 0x30 && at < 5 ? at + header(x509, at) : at + 2 + x509[at + 1];
    }
    int start = at + header(x509, at) + 1;
    return java.util.Arrays.copyOfRange(x509, start, x509.length);
  }

  private static int header(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return first < 0x80 ? 2 : 2 + (first & 0x7f);
  }

  byte[] x509() {
    return pair.getPublic().getEncoded();
  }

  /// The key as PEM (RFC 7468).
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(x509())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /// Names the key: MD5 of its PKCS#1 form, 32 hex digits.
  String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(pkcs1()));
    } catch (GeneralSecurityException missing) {
      throw new CofferdamBug("the Java runtime lacks MD5", missing);
    }
  }
}
