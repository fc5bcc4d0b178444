package io.cofferdam.drill.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// Text that grows as UTF-8 bytes. It can be cleared and used again, so that millions of records
/// are written without making garbage.
public final class ByteText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ID_LETTERS =
      "ABCDEFGHJKMNPQRSTVWXYZ0123456789".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  public ByteText(int capacity) {
    this.bytes = new byte[capacity];
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  /// Forgets everything after `end`.
  public void cut(int end) {
    length = Math.min(length, end);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  public ByteText add(String text) {
    int size = text.length();
    room(size);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        return add(rest, 0, rest.length);
      }
      bytes[length++] = (byte) c;
    }
    return this;
  }

  public ByteText add(byte[] source, int from, int count) {
    room(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    return this;
  }

  public ByteText add(ByteText other, int from, int count) {
    return add(other.bytes, from, count);
  }

  public ByteText add(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  public ByteText add(long number) {
    if (number < 0) {
      return add(Long.toString(number));
    }
    int start = length;
    room(20);
    do {
      bytes[length++] = (byte) ('0' + number % 10);
      number /= 10;
    } while (number > 0);
    for (int i = start, j = length - 1; i < j; i++, j--) {
      byte b = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = b;
    }
    return this;
  }

  /// A JSON string with its quotes (RFC 8259, section 7).
  public ByteText quoted(String text) {
    add('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        add('\\').add(c);
      } else if (c < 0x20) {
        add("\\u00").hex(c, 2);
      } else if (c < 0x80) {
        add(c);
      } else {
        int end = i + 1;
        while (end < text.length() && text.charAt(end) >= 0x80) {
          end++;
        }
        add(text.substring(i, end));
        i = end - 1;
      }
    }
    return add('"');
  }

  /// The low `digits` hex digits of a number.
  public ByteText hex(long number, int digits) {
    room(digits);
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(int) (number >>> shift) & 15];
    }
    return this;
  }

  /// Twelve to sixteen letters and digits, as S3 writes its request ids.
  public ByteText letters(long number, int count) {
    room(count);
    long rest = number;
    for (int i = 0; i < count; i++) {
      bytes[length++] = ID_LETTERS[(int) rest & 31];
      rest = (rest >>> 4) ^ (rest << 59);
    }
    return this;
  }

  /// `count` letters that look like base64 of random bytes.
  public ByteText base64(long number, int count) {
    room(count);
    long rest = number;
    for (int i = 0; i < count; i++) {
      bytes[length++] = BASE64[(int) rest & 63];
      rest = rest * 0x5851f42d4c957f2dL + 0x14057b7ef767814fL;
      rest ^= rest >>> 29;
    }
    return this;
  }

  /// A UUID made of two numbers.
  public ByteText uuid(long high, long low) {
    return hex(high >>> 32, 8)
        .add('-')
        .hex(high >>> 16, 4)
        .add("-4")
        .hex(high, 3)
        .add("-a")
        .hex(low >>> 48, 3)
        .add('-')
        .hex(low, 12);
  }

  /// Percent-encodes as S3 does in its logs and inventories: unreserved letters and `/` stay.
  public ByteText percent(String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '-'
              || b == '_'
              || b == '.'
              || b == '~'
              || b == '/';
      if (plain) {
        add((char) b);
      } else {
        add('%');
        add((char) Character.toUpperCase(HEX[(b >> 4) & 15]));
        add((char) Character.toUpperCase(HEX[b & 15]));
      }
    }
    return this;
  }

  public void writeTo(OutputStream out, int from, int count) throws IOException {
    out.write(bytes, from, count);
  }

  public void digestInto(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  public byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
