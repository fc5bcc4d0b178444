package io.cofferdam.files;

import io.cofferdam.model.CofferdamBug;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Makes digests.
final class Hashes {
  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new CofferdamBug("every Java platform has SHA-256", e);
    }
  }
}
