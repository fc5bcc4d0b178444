package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamBug;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Binds an entry to a payload without telling it: `hmac-sha256:` and the hexadecimal HMAC of the
/// payload's UTF-8 bytes under a random salt of its own. Once payload and salt are erased, nobody
/// can test a guess against what remains.
public final class Commitment {
  public static final int SALT_BYTES = 32;
  private static final String ALGORITHM = "hmac-sha256:";

  private Commitment() {}

  public static String of(byte[] salt, String payload) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      var code = mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
      return ALGORITHM + HexFormat.of().formatHex(code);
    } catch (GeneralSecurityException e) {
      throw new CofferdamBug("every Java platform has HMAC-SHA-256", e);
    }
  }

  static boolean wellFormed(String commitment) {
    return commitment.startsWith(ALGORITHM)
        && commitment.length() == ALGORITHM.length() + 2 * Hash.BYTES
        && commitment
            .substring(ALGORITHM.length())
            .chars()
            .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
