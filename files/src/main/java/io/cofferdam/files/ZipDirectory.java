package io.cofferdam.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Finds out how large the central directory of a zip is without reading it (APPNOTE.TXT 6.3.10,
/// sections 4.3.14 to 4.3.16: end of central directory record, zip64).
final class ZipDirectory {
  private static final int END = 22;
  private static final int LOCATOR = 20;

  private ZipDirectory() {}

  /// Whether there is a central directory of at most `maxBytes`.
  static boolean fits(Path file, long maxBytes) {
    try (var channel = FileChannel.open(file)) {
      var tail = (int) Math.min(channel.size(), END + 0xffff + LOCATOR);
      var buffer = read(channel, channel.size() - tail, tail);
      for (var at = tail - END; at >= 0; at--) {
        if (buffer.getInt(at) == 0x06054b50) {
          var size = Integer.toUnsignedLong(buffer.getInt(at + 12));
          var zip64 = at >= LOCATOR && buffer.getInt(at - LOCATOR) == 0x07064b50;
          if (zip64) {
            size = zip64Size(channel, buffer.getLong(at - LOCATOR + 8));
          }
          return size >= 0 && size <= maxBytes;
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      return false; // reading from front to back will tell what is wrong
    }
  }

  private static long zip64Size(FileChannel channel, long at) throws IOException {
    var record = read(channel, at, 56);
    return record.getInt(0) == 0x06064b50 ? record.getLong(40) : -1;
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("ends early");
      }
    }
    return buffer;
  }
}
