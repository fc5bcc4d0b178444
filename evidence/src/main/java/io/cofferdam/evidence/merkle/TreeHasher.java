package io.cofferdam.evidence.merkle;

import java.security.MessageDigest;

/// Hashes leaves and nodes apart (RFC 9162 section 2.1.1): a leaf is `SHA-256(0x00 ‖ entry)`, a
/// node `SHA-256(0x01 ‖ left ‖ right)`, the empty tree `SHA-256()`. For one thread.
public final class TreeHasher {
  private final MessageDigest sha256 = Hash.digest();

  public Hash leaf(byte[] entry) {
    sha256.update((byte) 0);
    sha256.update(entry);
    return Hash.of(sha256.digest());
  }

  /// The leaf of an entry that lies within a longer array.
  public Hash leaf(byte[] bytes, int from, int length) {
    sha256.update((byte) 0);
    sha256.update(bytes, from, length);
    return Hash.of(sha256.digest());
  }

  public Hash node(Hash left, Hash right) {
    sha256.update((byte) 1);
    left.into(sha256);
    right.into(sha256);
    return Hash.of(sha256.digest());
  }

  public Hash empty() {
    return Hash.of(sha256.digest());
  }
}
