package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.ledger.Payload;
import io.cofferdam.evidence.pack.PackFiles;
import io.cofferdam.evidence.pack.PackLayout;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The payloads of a pack one after the other, through all its payload files. For one thread.
final class PayloadLines implements AutoCloseable {
  private static final int LONGEST_LINE = 16 << 20;

  private final PackFiles files;
  private final Iterator<String> names;
  private String name = "";
  private @Nullable InputStream in;

  PayloadLines(PackFiles files) {
    this.files = files;
    this.names =
        files.names().stream().filter(each -> each.startsWith(PackLayout.PAYLOADS)).iterator();
  }

  /// The next payload, or none after the last.
  ///
  /// @throws IOException when a line is no payload; the one after it can then be asked for
  Optional<Payload> next() throws IOException {
    while (true) {
      var line = in == null ? null : line(in);
      if (line != null) {
        return Optional.of(parsed(line));
      }
      close();
      if (!names.hasNext()) {
        return Optional.empty();
      }
      name = names.next();
      in = new BufferedInputStream(files.open(name), 1 << 16);
    }
  }

  private Payload parsed(byte[] line) throws IOException {
    try {
      return Payload.parse(line);
    } catch (IOException e) {
      throw new IOException("`" + name + "` holds " + brief(e), e);
    }
  }

  private static String brief(IOException e) {
    var message = e.getMessage();
    return message != null && message.startsWith("a payload line")
        ? message
        : "a line that is not a payload";
  }

  private byte @Nullable [] line(InputStream from) throws IOException {
    var line = new ByteArrayOutputStream(256);
    for (int b = from.read(); b >= 0; b = from.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("`" + name + "` has a line longer than 16 MiB");
      }
      line.write(b);
    }
    if (line.size() > 0) {
      throw new IOException("`" + name + "` is cut off in a line");
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
