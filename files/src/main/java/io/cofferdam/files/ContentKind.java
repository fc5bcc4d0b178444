package io.cofferdam.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// What the first bytes of a file say it is. A tar is known by the checksum of its first header
/// (POSIX.1-2017, pax, "ustar interchange format"), so that old tars without magic are found too.
enum ContentKind {
  PLAIN(""),
  ZIP("zip"),
  TAR("tar"),
  GZIPPED_TAR("tar.gz"),
  GZIPPED_ZIP("zip.gz"),
  SEVEN_ZIP("7-Zip archive"),
  RAR("RAR archive"),
  XZ("xz file"),
  BZIP2("bzip2 file"),
  ZSTANDARD("Zstandard file"),
  LZ4("LZ4 file");

  /// Bytes that [#of] should be given.
  static final int HEAD = 8192;

  private final String words;

  ContentKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static ContentKind of(byte[] head, int length) {
    if (starts(head, length, 0x1f, 0x8b, 8)) {
      var inside = unpacked(head, length);
      return switch (of(inside, inside.length)) {
        case TAR -> GZIPPED_TAR;
        case ZIP -> GZIPPED_ZIP;
        case PLAIN, GZIPPED_TAR, GZIPPED_ZIP, SEVEN_ZIP, RAR, XZ, BZIP2, ZSTANDARD, LZ4 -> PLAIN;
      };
    }
    if (starts(head, length, 'P', 'K', 3, 4)
        || starts(head, length, 'P', 'K', 5, 6)
        || starts(head, length, 'P', 'K', 7, 8)) {
      return ZIP;
    }
    if (starts(head, length, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
      return SEVEN_ZIP;
    }
    if (starts(head, length, 'R', 'a', 'r', '!', 0x1a, 7)) {
      return RAR;
    }
    if (starts(head, length, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(head, length, 'B', 'Z', 'h')
        && length > 9
        && starts(Arrays.copyOfRange(head, 4, 10), 6, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)) {
      return BZIP2;
    }
    if (starts(head, length, 0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTANDARD;
    }
    if (starts(head, length, 0x04, 0x22, 0x4d, 0x18)) {
      return LZ4;
    }
    return tar(head, length) ? TAR : PLAIN;
  }

  private static boolean starts(byte[] head, int length, int... magic) {
    if (length < magic.length) {
      return false;
    }
    for (var i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean tar(byte[] head, int length) {
    if (length < 512 || head[0] == 0) {
      return false;
    }
    var stated = octal(head, 148, 8);
    var sum = 0L;
    var signedSum = 0L;
    for (var i = 0; i < 512; i++) {
      var b = i >= 148 && i < 156 ? (byte) ' ' : head[i];
      sum += b & 0xff;
      signedSum += b;
    }
    return stated >= 0 && (stated == sum || stated == signedSum);
  }

  private static long octal(byte[] head, int from, int length) {
    var value = -1L;
    for (var i = from; i < from + length; i++) {
      if (head[i] >= '0' && head[i] <= '7') {
        value = Math.max(value, 0) * 8 + head[i] - '0';
      } else if (value >= 0 && (head[i] == 0 || head[i] == ' ')) {
        return value;
      } else if (head[i] != ' ') {
        return -1;
      }
    }
    return value;
  }

  /// The first block that a gzip unpacks to.
  private static byte[] unpacked(byte[] head, int length) {
    var block = new byte[512];
    var filled = 0;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(head, 0, length))) {
      for (var n = 0; n >= 0 && filled < block.length; filled += Math.max(n, 0)) {
        n = in.read(block, filled, block.length - filled);
      }
    } catch (IOException e) {
      return Arrays.copyOf(block, filled); // the head is cut off, or damaged: what came decides
    }
    return Arrays.copyOf(block, filled);
  }
}
