package io.cofferdam.app.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/// Makes hostile inputs out of good ones: what a byte-wise fuzzer seldom reaches, such as deep
/// nesting, huge numbers, records of many MiB, gzip around everything, other encodings.
final class Mutator {
  private static final int LARGEST = 24 << 20;

  private final RandomGenerator random;
  private final List<byte[]> words;

  Mutator(RandomGenerator random, List<byte[]> words) {
    this.random = random;
    this.words = words;
  }

  /// One to six changes in a row.
  byte[] mutate(byte[] seed, byte[] other) {
    var bytes = seed;
    for (var changes = 1 + random.nextInt(6); changes > 0; changes--) {
      var next = random.nextInt(60) == 0 ? large(bytes) : change(bytes, other);
      bytes = next.length <= LARGEST ? next : bytes;
    }
    return bytes;
  }

  private byte[] change(byte[] it, byte[] other) {
    return switch (random.nextInt(19)) {
      case 0, 1 -> flipped(it);
      case 2 -> Arrays.copyOf(it, place(it));
      case 3 -> put(it, place(it), part(it));
      case 4 -> put(it, place(it), part(other));
      case 5 -> joined(Arrays.copyOf(it, place(it)), tail(other));
      case 6 -> cut(it);
      case 7, 8 -> put(it, place(it), words.get(random.nextInt(words.size())));
      case 9 -> number(it);
      case 10 -> put(it, place(it), nest(40 << random.nextInt(9)));
      case 11 -> put(it, place(it), badUtf8());
      case 12 -> valueSwapped(it);
      case 13 -> lines(it, other);
      case 14 -> put(it, place(it), new byte[1 << random.nextInt(12)]);
      case 15 -> encoded(it);
      case 16 -> gzip(it);
      case 17 -> joined(it, it);
      default -> put(it, 0, words.get(random.nextInt(words.size())));
    };
  }

  /// Something of up to many MiB.
  private byte[] large(byte[] it) {
    var size = 1 << (16 + random.nextInt(8));
    var unit =
        switch (random.nextInt(5)) {
          case 0 -> new byte[] {(byte) random.nextInt(256)};
          case 1 -> part(it);
          case 2 -> it;
          case 3 -> words.get(random.nextInt(words.size()));
          default -> text(random.nextBoolean() ? "[" : "{\"a\":");
        };
    if (unit.length == 0) {
      return it;
    }
    var many = new byte[size];
    for (var at = 0; at < size; at += unit.length) {
      System.arraycopy(unit, 0, many, at, Math.min(unit.length, size - at));
    }
    var grown = put(it, place(it), many);
    return random.nextInt(3) == 0 ? gzip(grown) : grown;
  }

  private int place(byte[] it) {
    return random.nextInt(it.length + 1);
  }

  private byte[] part(byte[] it) {
    var from = place(it);
    var until = Math.min(it.length, from + 1 + random.nextInt(1 << random.nextInt(1, 14)));
    return Arrays.copyOfRange(it, from, until);
  }

  private byte[] tail(byte[] it) {
    return Arrays.copyOfRange(it, place(it), it.length);
  }

  private byte[] flipped(byte[] it) {
    if (it.length == 0) {
      return it;
    }
    var copy = it.clone();
    for (var flips = 1 + random.nextInt(8); flips > 0; flips--) {
      var at = random.nextInt(copy.length);
      copy[at] =
          random.nextBoolean()
              ? (byte) (copy[at] ^ 1 << random.nextInt(8))
              : (byte) random.nextInt(256);
    }
    return copy;
  }

  private byte[] cut(byte[] it) {
    var from = place(it);
    var until = Math.min(it.length, from + random.nextInt(1 << random.nextInt(1, 12)));
    return joined(Arrays.copyOf(it, from), Arrays.copyOfRange(it, until, it.length));
  }

  /// Puts an odd number where a number stands.
  private byte[] number(byte[] it) {
    var at = place(it);
    while (at < it.length && (it[at] < '0' || it[at] > '9')) {
      at++;
    }
    var end = at;
    while (end < it.length && it[end] >= '0' && it[end] <= '9') {
      end++;
    }
    var odd =
        switch (random.nextInt(10)) {
          case 0 -> "9223372036854775808";
          case 1 -> "-9223372036854775808";
          case 2 -> "1e999999999";
          case 3 -> "9".repeat(1 << random.nextInt(14));
          case 4 -> "-1";
          case 5 -> "0x7f";
          case 6 -> "2147483648";
          case 7 -> "0." + "0".repeat(400) + "1";
          case 8 -> "";
          default -> Long.toString(random.nextLong());
        };
    return joined(Arrays.copyOf(it, at), joined(text(odd), Arrays.copyOfRange(it, end, it.length)));
  }

  private byte[] nest(int depth) {
    return text(
        switch (random.nextInt(5)) {
          case 0 -> "[".repeat(depth);
          case 1 -> "{\"a\":".repeat(depth);
          case 2 -> "[".repeat(depth) + "]".repeat(depth);
          case 3 -> "(".repeat(depth);
          default -> "{\"Records\":[".repeat(depth);
        });
  }

  private byte[] badUtf8() {
    return switch (random.nextInt(5)) {
      case 0 -> new byte[] {(byte) 0xc0, (byte) 0x80};
      case 1 -> new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
      case 2 -> new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80};
      case 3 -> new byte[] {(byte) 0xe2, (byte) 0x82};
      default -> text("\\ud800");
    };
  }

  /// Another value behind some colon, comma or semicolon.
  private byte[] valueSwapped(byte[] it) {
    var at = place(it);
    while (at < it.length && it[at] != ':' && it[at] != ',' && it[at] != ';') {
      at++;
    }
    var end = Math.min(it.length, at + 1);
    while (end < it.length && it[end] != ',' && it[end] != '}' && it[end] != '\n') {
      end++;
    }
    var values = List.of("null", "true", "[]", "{}", "\"\"", "0", "\"", "-", "[{}]", "{\"a\":1}");
    var value = text(values.get(random.nextInt(values.size())));
    return joined(
        Arrays.copyOf(it, Math.min(it.length, at + 1)),
        joined(value, Arrays.copyOfRange(it, end, it.length)));
  }

  /// Lines of both, in another order.
  private byte[] lines(byte[] it, byte[] other) {
    var all = new java.util.ArrayList<String>();
    all.addAll(List.of(new String(it, StandardCharsets.ISO_8859_1).split("\n", 200)));
    all.addAll(List.of(new String(other, StandardCharsets.ISO_8859_1).split("\n", 200)));
    var end = random.nextBoolean() ? "\n" : "\r\n";
    var out = new StringBuilder();
    for (var wanted = random.nextInt(all.size() + 1); wanted > 0; wanted--) {
      out.append(all.get(random.nextInt(all.size()))).append(end);
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] encoded(byte[] it) {
    if (it.length > 1 << 20) {
      return it;
    }
    var string = new String(it, StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> string.getBytes(StandardCharsets.UTF_16);
      case 1 -> string.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, it);
      default -> text(string.replace("\n", "\r"));
    };
  }

  private static byte[] put(byte[] it, int at, byte[] what) {
    return joined(Arrays.copyOf(it, at), joined(what, Arrays.copyOfRange(it, at, it.length)));
  }

  private static byte[] joined(byte[] one, byte[] two) {
    var both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] it) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(it);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
