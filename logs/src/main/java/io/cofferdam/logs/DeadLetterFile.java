package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/// A file of JSON lines, one per record that could not be decoded: `input` (path), `record`,
/// `offset`, `reason`, and `sample`, the record's first bytes (at most 4 KiB) in base64.
///
/// The samples are raw log content: the file is as confidential as the logs themselves. Once
/// `maxBytes` are written further letters are only counted, and the last line says how many
/// (`{"notKept":n,...}`).
public final class DeadLetterFile implements DeadLetters, AutoCloseable {
  public static final int MAX_SAMPLE = 4096;
  public static final long DEFAULT_MAX_BYTES = 64L << 20;

  private final OutputStream out;
  private final long maxBytes;
  private long written;
  private long kept;
  private long notKept;

  public DeadLetterFile(OutputStream out, long maxBytes) {
    this.out = out;
    this.maxBytes = maxBytes;
  }

  public static DeadLetterFile create(Path file) {
    try {
      return new DeadLetterFile(
          new BufferedOutputStream(Files.newOutputStream(file)), DEFAULT_MAX_BYTES);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Letters written to the file.
  public synchronized long kept() {
    return kept;
  }

  /// Letters that were only counted because the file had reached its size.
  public synchronized long notKept() {
    return notKept;
  }

  @Override
  public synchronized void take(
      LogInput input, long record, long offset, String reason, byte[] sample) {
    var cut = sample.length > MAX_SAMPLE ? Arrays.copyOf(sample, MAX_SAMPLE) : sample;
    var line = new StringBuilder(256 + cut.length * 4 / 3).append("{\"input\":");
    quote(line, input.path());
    line.append(",\"record\":").append(record).append(",\"offset\":").append(offset);
    line.append(",\"reason\":");
    quote(line, reason);
    line.append(",\"sample\":\"").append(Base64.getEncoder().encodeToString(cut)).append("\"}\n");
    var bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    if (written + bytes.length > maxBytes) {
      notKept++;
      return;
    }
    write(bytes);
    written += bytes.length;
    kept++;
  }

  @Override
  public synchronized void close() {
    try (out) {
      if (notKept > 0) {
        write(
            ("{\"notKept\":"
                    + notKept
                    + ",\"reason\":\"this file reached its limit of "
                    + maxBytes
                    + " bytes; these were only counted\"}\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static CofferdamException failed(IOException cause) {
    return new CofferdamException(
        "CFD-LOGS-0001",
        ErrorCategory.UNAVAILABLE,
        "the dead-letter file cannot be written [a writable folder with free space]",
        "choose another folder with --out, or free some space",
        cause);
  }

  private static void quote(StringBuilder to, String text) {
    to.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
        to.append(String.format("\\u%04x", (int) c));
      } else {
        to.append(c);
      }
    }
    to.append('"');
  }
}
