package io.cofferdam.respond.spill;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of numbers and texts, written and then read from the start.
final class Bytes {
  private byte[] buffer = new byte[1 << 10];
  private int end;
  private int at;

  void clear() {
    end = 0;
    at = 0;
  }

  byte[] array() {
    return buffer;
  }

  int length() {
    return end;
  }

  /// From here on reads `length` bytes of what was written elsewhere, beginning at `from`.
  void read(byte[] written, int from, int length) {
    buffer = written;
    at = from;
    end = from + length;
  }

  boolean atEnd() {
    return at >= end;
  }

  private void room(int more) {
    if (buffer.length - end < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + more));
    }
  }

  void number(long value) {
    room(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7fL) != 0) {
      buffer[end++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    buffer[end++] = (byte) rest;
  }

  long number() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte b = buffer[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
      shift += 7;
    }
  }

  void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, end, bytes.length);
    end += bytes.length;
  }

  String text() {
    int length = (int) number();
    var text = new String(buffer, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
