package io.cofferdam.posture.control;

import io.cofferdam.model.CofferdamBug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for a finding that stays the same from run to run: the first 128 bits of a SHA-256 over
/// control, resource, account and region, as 32 hexadecimal digits. Outcome, wording, order and
/// time do not change it.
public final class FindingId {
  private static final int BYTES = 16;

  /// So that a later way of naming cannot be taken for this one.
  private static final String DOMAIN = "cofferdam finding 1";

  private FindingId() {}

  /// The name.
  ///
  /// @param resource the ARN
  /// @param region empty where it is global
  public static String of(String control, String resource, String account, String region) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {DOMAIN, control, resource, account, region}) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
