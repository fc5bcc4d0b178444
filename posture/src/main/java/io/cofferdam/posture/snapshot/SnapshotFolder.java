package io.cofferdam.posture.snapshot;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Where things lie in a snapshot's folder:
///
/// - `manifest.json`: version, provider, tool, when it was begun and ended, places asked, counts,
///   the SHA-256 of the journal
/// - `calls.jsonl`: the journal, a line for each call
/// - `objects/ab/abcdef….json`: the answers, each named by the SHA-256 of its bytes
final class SnapshotFolder {
  static final String VERSION = "1";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private SnapshotFolder() {}

  static Path manifest(Path folder) {
    return folder.resolve("manifest.json");
  }

  static Path journal(Path folder) {
    return folder.resolve("calls.jsonl");
  }

  /// Held by the run that writes; gone once the snapshot is finished.
  static Path lock(Path folder) {
    return folder.resolve(".lock");
  }

  /// @throws CofferdamException CFD-POSTURE-0004 where the name is no hash: a journal that was
  ///     changed cannot point out of the folder
  static Path object(Path folder, String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new CofferdamException(
          "CFD-POSTURE-0004",
          ErrorCategory.INVALID_INPUT,
          "the snapshot names an answer `" + shown(hash) + "` [64 hexadecimal digits]",
          "the journal was changed; take the snapshot again");
    }
    return folder.resolve("objects").resolve(hash.substring(0, 2)).resolve(hash + ".json");
  }

  private static String shown(String hash) {
    var text = hash.length() > 80 ? hash.substring(0, 80) + "…" : hash;
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }

  static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /// Of a file of any size.
  static String hash(Path file) throws IOException {
    var digest = digest();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The bytes of a file, where it is one of its own and no larger than allowed: no link, no pipe.
  static byte[] bytes(Path file, long most) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("no file");
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw new IOException("larger than " + most + " bytes");
      }
      return bytes;
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
