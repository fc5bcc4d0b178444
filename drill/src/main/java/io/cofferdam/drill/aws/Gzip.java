package io.cofferdam.drill.aws;

import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Gzip at the speed that log volumes need; the header carries no time, so equal text gives equal
/// bytes.
final class Gzip extends GZIPOutputStream {
  Gzip(OutputStream out) throws IOException {
    super(out, 1 << 14);
    def.setLevel(Deflater.BEST_SPEED);
  }

  static void write(Shelf shelf, String path, ByteText text, int from, int to) throws IOException {
    try (var file = shelf.open(path);
        var out = new Gzip(file)) {
      text.writeTo(out, from, to - from);
    }
  }
}
