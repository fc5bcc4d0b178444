package io.cofferdam.posture.iac;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads a file of limited size, and words what is wrong with one.
public final class BadInput {
  private BadInput() {}

  /// The text of a file.
  ///
  /// @throws CofferdamException CFD-POSTURE-0031 where it cannot be read, is too large or no UTF-8
  public static String text(Path file, long atMost) {
    try {
      if (Files.isDirectory(file)) {
        throw unreadable(file, "is a folder", null);
      }
      try (var in = Files.newInputStream(file)) {
        var bytes = in.readNBytes(Math.toIntExact(atMost) + 1);
        if (bytes.length > atMost) {
          throw unreadable(file, "is larger than " + (atMost >> 20) + " MiB", null);
        }
        return decoded(file, bytes);
      }
    } catch (CharacterCodingException bad) {
      throw unreadable(file, "is not UTF-8", bad);
    } catch (IOException bad) {
      throw unreadable(file, "cannot be read", bad);
    }
  }

  /// UTF-8, or UTF-16 as PowerShell redirects it, told by the byte order mark.
  private static String decoded(Path file, byte[] bytes) throws CharacterCodingException {
    if (begins(bytes, 0x1f, 0x8b)) {
      throw unreadable(file, "is compressed with gzip", null, "unpack it first: gunzip FILE");
    }
    if (begins(bytes, 'P', 'K', 3, 4)) {
      throw unreadable(
          file,
          "is a zip archive",
          null,
          "a saved plan of Terraform is one: terraform show -json PLAN > PLAN.json");
    }
    if (begins(bytes, 0xff, 0xfe)) {
      return decoded(StandardCharsets.UTF_16LE, bytes, 2);
    }
    if (begins(bytes, 0xfe, 0xff)) {
      return decoded(StandardCharsets.UTF_16BE, bytes, 2);
    }
    return decoded(StandardCharsets.UTF_8, bytes, begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0);
  }

  private static String decoded(Charset charset, byte[] bytes, int begin)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin))
        .toString();
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (var at = 0; at < with.length; at++) {
      if (bytes.length <= at || (bytes[at] & 0xff) != with[at]) {
        return false;
      }
    }
    return true;
  }

  private static CofferdamException unreadable(Path file, String what, @Nullable Throwable cause) {
    return unreadable(file, what, cause, "name the file itself, as the tool wrote it");
  }

  private static CofferdamException unreadable(
      Path file, String what, @Nullable Throwable cause, String hint) {
    var refused =
        new CofferdamException(
            "CFD-POSTURE-0031",
            ErrorCategory.INVALID_INPUT,
            "`" + file + "` " + what + " [a file of JSON or YAML in UTF-8]",
            hint);
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }

  /// Where in a file something is wrong: `plan.json:3:7`.
  ///
  /// @param line from 1, or 0 where there is no place
  public static String place(Path file, int line, int column) {
    return line > 0 ? file + ":" + line + ":" + column : file.toString();
  }

  /// A value as it may stand in a message: cut, without control characters.
  public static String shown(String value) {
    var cut = value.length() > 60 ? value.substring(0, 60) + "..." : value;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
