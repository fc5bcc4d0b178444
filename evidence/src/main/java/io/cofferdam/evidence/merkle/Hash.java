package io.cofferdam.evidence.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes that never change.
public final class Hash {
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash with those bytes.
  ///
  /// @throws IllegalArgumentException when it is not 32 bytes
  public static Hash of(byte[] bytes) {
    return at(bytes, 0, bytes.length);
  }

  /// The hash that starts at `from` in a longer array.
  public static Hash at(byte[] bytes, int from) {
    return at(bytes, from, BYTES);
  }

  private static Hash at(byte[] bytes, int from, int length) {
    if (length != BYTES || from + length > bytes.length) {
      throw new IllegalArgumentException("a SHA-256 value has 32 bytes");
    }
    return new Hash(Arrays.copyOfRange(bytes, from, from + BYTES));
  }

  /// The hash written as hexadecimal.
  ///
  /// @throws IllegalArgumentException when it is not 64 hexadecimal digits
  public static Hash fromHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /// The hash written as base64.
  ///
  /// @throws IllegalArgumentException when it is not the base64 of 32 bytes
  public static Hash fromBase64(String base64) {
    return of(Base64.getDecoder().decode(base64));
  }

  /// SHA-256 over the bytes as they are (no tree prefix).
  public static Hash sha256(byte[] content) {
    return new Hash(digest().digest(content));
  }

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  void into(MessageDigest digest) {
    digest.update(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
