package io.cofferdam.app.fetch;

import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of files of any size, in hexadecimal.
final class FileHash {
  private static final int CHUNK = 1 << 16;

  private FileHash() {}

  static String sha256(Path file) throws IOException {
    return begin(file, Long.MAX_VALUE);
  }

  /// Of as many bytes at a file's beginning; of all where it has fewer.
  static String begin(Path file, long bytes) throws IOException {
    var digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      var chunk = new byte[CHUNK];
      for (var left = bytes; left > 0; ) {
        var read = in.read(chunk, 0, (int) Math.min(CHUNK, left));
        if (read < 0) {
          break;
        }
        digest.update(chunk, 0, read);
        left -= read;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
