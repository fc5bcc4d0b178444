package io.cofferdam.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// What every format must bear. One class per format extends it; the names of its methods are the
/// columns of the coverage table.
public abstract class FormatRobustness {

  /// The format's name.
  protected abstract String format();

  /// A whole content with several records, invented.
  protected abstract String content();

  /// The same records in another order.
  protected abstract String disorderedContent();

  /// How many records the content has.
  protected abstract int records();

  /// Bytes of one record that can be repeated after a head to a content of any size.
  protected abstract Bomb bombParts();

  /// How a large content is made.
  ///
  /// @param start of a content, `record` to be repeated, `end`
  public record Bomb(String start, String record, String end) {}

  protected String path() {
    return "input";
  }

  private Collected read(byte[] bytes) {
    return Collected.of(path(), bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void normal() {
    var read = read(utf8(content()));
    assertThat(read.result().format()).isEqualTo(format());
    assertThat(read.reasons).isEmpty();
    assertThat(read.result().events() + read.result().passedOver()).isEqualTo(records());
    assertThat(read.result().whole()).isTrue();
    assertThat(read.result().contentSha256()).hasSize(64);
  }

  @Test
  void gzipped() {
    var plain = read(utf8(content()));
    var packed = read(Samples.gzip(content()));
    assertThat(packed.events).isEqualTo(plain.events);
    assertThat(packed.result().contentSha256()).isEqualTo(plain.result().contentSha256());
    assertThat(packed.result().format()).isEqualTo(format());
  }

  /// Cut at every tenth of the content: what came before is read, what is cut is told.
  @Test
  void truncated() {
    var whole = utf8(content());
    var all = read(whole).events;
    for (var tenth = 5; tenth < 10; tenth++) {
      var cut = Arrays.copyOf(whole, whole.length * tenth / 10);
      var read = read(cut);
      assertThat(all).containsAll(complete(read.events, all));
      assertThat(
              read.result().undecodable() > 0
                  || !read.notes.isEmpty()
                  || lineEnd(cut)
                  || read.result().events() + read.result().passedOver() < records())
          .as("something tells that the content was cut")
          .isTrue();
    }
    var packed = Samples.gzip(whole);
    var cutGzip = read(Arrays.copyOf(packed, packed.length * 2 / 3));
    assertThat(cutGzip.notes).anyMatch(note -> note.startsWith("truncated gzip"));
    assertThat(cutGzip.result().whole()).isFalse();
    assertThat(cutGzip.result().contentSha256()).isEmpty();
  }

  /// The last record of a cut line-oriented content may be read from what is left of its line.
  private static List<Event> complete(List<Event> read, List<Event> all) {
    return read.isEmpty() || all.contains(read.getLast()) ? read : read.subList(0, read.size() - 1);
  }

  private static boolean lineEnd(byte[] bytes) {
    return bytes[bytes.length - 1] == '\n';
  }

  /// A small packed content that unpacks to very much is stopped, what came before is kept.
  @Test
  void bomb() {
    var parts = bombParts();
    var limits = new ReadLimits(1L << 40, 50, 1 << 20, 3);
    var read = Collected.of(path(), new ByteArrayInputStream(packedBomb(parts, 8 << 20)), limits);
    assertThat(read.result().format()).isEqualTo(format());
    assertThat(read.result().whole()).isFalse();
    assertThat(read.notes).anyMatch(note -> note.startsWith("unpacking stopped"));
    assertThat(read.result().contentBytes()).isLessThan(4 << 20);
  }

  private static byte[] packedBomb(Bomb parts, int bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(utf8(parts.start()));
      var record = utf8(parts.record());
      for (var written = 0; written < bytes; written += record.length) {
        gzip.write(record);
      }
      gzip.write(utf8(parts.end()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void disordered() {
    var read = read(utf8(disorderedContent()));
    var ordered = read(utf8(content()));
    assertThat(read.reasons).isEmpty();
    assertThat(read.result().events()).isEqualTo(ordered.result().events());
    assertThat(read.result().first()).isEqualTo(ordered.result().first());
    assertThat(read.result().last()).isEqualTo(ordered.result().last());
  }

  @Test
  void anyCutIntoReadsGivesTheSame() {
    var bytes = utf8(content());
    var whole = read(bytes);
    for (var size : new int[] {1, 7, 64, 1021}) {
      var read = Collected.of(path(), new Dripping(bytes, size), ReadLimits.DEFAULT);
      assertThat(read.events).isEqualTo(whole.events);
      assertThat(read.result()).isEqualTo(whole.result());
    }
  }

  @Test
  void emptyContentIsEmptyNotUnrecognised() {
    assertThat(read(new byte[0]).result().format()).isEqualTo(LogReader.EMPTY);
    assertThat(read(Samples.gzip("")).result().format()).isEqualTo(LogReader.EMPTY);
  }

  /// Random damage never throws and never loses a byte silently.
  @Test
  void damagedContentIsReadAsFarAsItGoes() {
    var random = new java.util.Random(11);
    var original = utf8(content());
    for (var round = 0; round < 300; round++) {
      var bytes = original.clone();
      for (var hit = 0; hit <= random.nextInt(6); hit++) {
        var at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
          case 0 -> bytes[at] = (byte) random.nextInt(256);
          case 1 -> bytes[at] = (byte) "{}[]\",:\\\n\0".charAt(random.nextInt(10));
          default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        }
      }
      var read = read(bytes);
      assertThat(read.reasons).noneMatch(reason -> reason.contains("our fault"));
      assertThat(read.result().undecodable()).isEqualTo(read.reasons.size());
    }
  }

  /// Gives at most so many bytes at a time.
  static final class Dripping extends InputStream {
    private final InputStream in;
    private final int most;

    Dripping(byte[] bytes, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      return in.read(to, from, Math.min(length, most));
    }
  }
}
