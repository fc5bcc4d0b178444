package io.cofferdam.respond.reads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A 128-bit fingerprint of a text: the first half of its SHA-256, so that nobody who chooses
/// object names can make two of them count as one.
public record Fingerprint(long high, long low) {
  private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(Fingerprint::sha);

  public static Fingerprint of(String text) {
    byte[] hash = SHA.get().digest(text.getBytes(StandardCharsets.UTF_8));
    return new Fingerprint(number(hash, 0), number(hash, 8));
  }

  private static long number(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
