package io.cofferdam.posture.iac;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
        var begin = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb ? 3 : 0;
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin))
            .toString();
      }
    } catch (CharacterCodingException bad) {
      throw unreadable(file, "is not UTF-8", bad);
    } catch (IOException bad) {
      throw unreadable(file, "cannot be read", bad);
    }
  }

  private static CofferdamException unreadable(Path file, String what, @Nullable Throwable cause) {
    var refused =
        new CofferdamException(
            "CFD-POSTURE-0031",
            ErrorCategory.INVALID_INPUT,
            "`" + file + "` " + what + " [a file of JSON or YAML in UTF-8]",
            "name the file itself, not its folder");
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
