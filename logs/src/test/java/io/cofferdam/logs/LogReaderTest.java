package io.cofferdam.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers({"D-01", "X-04"})
class LogReaderTest {

  @Test
  void unrecognisedContentIsNamedAndKeptAsOneLetter() {
    var read = Collected.of("some notes of a person\nand more\n");
    assertThat(read.result().format()).isEqualTo("unrecognised");
    assertThat(read.result().undecodable()).isEqualTo(1);
    assertThat(read.reasons.get(0)).contains("format not recognised").contains("cloudtrail");
    assertThat(read.result().contentBytes()).isEqualTo(32);
  }

  @Test
  void contentHashIsOfTheUnpackedBytes() throws NoSuchAlgorithmException {
    var content = Samples.trail(3).getBytes(StandardCharsets.UTF_8);
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    assertThat(Collected.of(content).result().contentSha256()).isEqualTo(hash);
    assertThat(Collected.of(Samples.gzip(content)).result().contentSha256()).isEqualTo(hash);
    assertThat(Collected.of(Samples.gzip(Samples.gzip(content))).result().contentSha256())
        .isEqualTo(hash);
  }

  @Test
  void allMembersOfAGzipAreReadAlsoFromStreamsThatCannotSayWhatIsAvailable() {
    var both = new ByteArrayOutputStream();
    both.writeBytes(
        Samples.gzip("{\"Records\":[" + Samples.record(1, true, new java.util.Random(1)) + "]}"));
    both.writeBytes(
        Samples.gzip("{\"Records\":[" + Samples.record(2, true, new java.util.Random(2)) + "]}"));
    for (var size : new int[] {1, 3, 1 << 16}) {
      var in = new FormatRobustness.Dripping(both.toByteArray(), size);
      var read = Collected.of("a.gz", in, ReadLimits.DEFAULT);
      assertThat(read.result().events()).isEqualTo(2);
      assertThat(read.notes).isEmpty();
    }
  }

  @Test
  void bytesBehindAGzipAreTold() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Samples.gzip(Samples.trail(2)));
    bytes.writeBytes("trailer".getBytes(StandardCharsets.US_ASCII));
    var read = Collected.of(bytes.toByteArray());
    assertThat(read.result().events()).isEqualTo(2);
    assertThat(read.result().whole()).isFalse();
    assertThat(read.notes).anyMatch(note -> note.contains("not gzip follow"));
  }

  @Test
  void alteredGzipContentIsNoted() {
    var packed = Samples.gzip(Samples.trail(2));
    packed[packed.length - 6] ^= 1;
    assertThat(Collected.of(packed).notes).anyMatch(note -> note.contains("checksum"));
  }

  @Test
  void brokenGzipKeepsWhatCameBefore() {
    var packed = Samples.gzip(Samples.trail(4000));
    Arrays.fill(packed, packed.length / 2, packed.length / 2 + 64, (byte) 0xff);
    var read = Collected.of(packed);
    assertThat(read.result().events()).isBetween(100L, 3999L);
    assertThat(read.result().whole()).isFalse();
    assertThat(read.notes).anyMatch(note -> note.contains("gzip"));
  }

  @Test
  void textInUtf16AndWithMarksIsReadAsItsUtf8() {
    var plain = Collected.of(Samples.trail(4));
    for (var charset :
        List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("X-UTF-16LE-BOM"))) {
      var read = Collected.of(Samples.trail(4).getBytes(charset));
      assertThat(read.events).as(charset.name()).isEqualTo(plain.events);
      assertThat(read.notes).as(charset.name()).anyMatch(note -> note.startsWith("recoded"));
    }
    var marked = Collected.of("\ufeff" + Samples.trail(4));
    assertThat(marked.events).hasSize(plain.events.size());
    assertThat(marked.notes).contains("byte order mark removed");
  }

  @Test
  void failingInputEndsTheReadingAndIsTold() {
    var content = Samples.trail(300).getBytes(StandardCharsets.UTF_8);
    var in =
        new InputStream() {
          private final InputStream bytes = new ByteArrayInputStream(content);
          private int left = content.length / 2;

          @Override
          public int read() {
            throw new AssertionError("blocks only");
          }

          @Override
          public int read(byte[] to, int from, int length) throws IOException {
            if (left <= 0) {
              throw new IOException("unexpected end of archive");
            }
            var n = bytes.read(to, from, Math.min(left, length));
            left -= n;
            return n;
          }
        };
    var read = Collected.of("a!/b", in, ReadLimits.DEFAULT);
    assertThat(read.result().events()).isBetween(140L, 150L);
    assertThat(read.result().whole()).isFalse();
    assertThat(read.notes).anyMatch(note -> note.contains("unexpected end of archive"));
  }

  @Test
  void aFaultOfAFormatDoesNotStopTheRun() {
    var format =
        new LogFormat() {
          @Override
          public String name() {
            return "faulty";
          }

          @Override
          public Recognition recognise(Head head) {
            return Recognition.CERTAIN;
          }

          @Override
          public void read(LogInput input, InputStream content, LogSink sink) {
            throw new IndexOutOfBoundsException("seven");
          }
        };
    var reader = new LogReader(List.of(format), ReadLimits.DEFAULT, (i, n, o, r, s) -> {});
    var read = Collected.of("x", new ByteArrayInputStream(new byte[] {1, 2}), reader, true);
    assertThat(read.result().undecodable()).isEqualTo(1);
    assertThat(read.result().whole()).isFalse();
    assertThat(read.reasons.get(0)).contains("faulty").contains("our fault");
  }

  @Test
  void failuresOfTheConsumerAreItsOwn() {
    var reader =
        LogReader.standard(
            (i, n, o, r, s) -> {
              throw new IllegalStateException("disk full");
            });
    var in = new ByteArrayInputStream("what is this".getBytes(StandardCharsets.UTF_8));
    var sink = new LogSinks[1];
    sink[0] = (input, format) -> nothing();
    assertThatThrownBy(() -> reader.read(new LogInput(1, "x"), in, sink[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("disk full");
  }

  private static LogSink nothing() {
    return new LogSink() {
      @Override
      public boolean wants(io.cofferdam.model.resource.Provider p, String s, String a) {
        return false;
      }

      @Override
      public void event(io.cofferdam.model.event.Event event) {}

      @Override
      public void passedOver(String account, String region, java.time.Instant time) {}

      @Override
      public void undecodable(long record, long offset, String reason, byte[] sample) {}

      @Override
      public void note(String text) {}
    };
  }

  @Test
  void columnarFilesAreNamedAndSaidNotToBeRead() {
    var parquet = Collected.of("PAR1\u0015\u0004 binary PAR1");
    assertThat(parquet.result().format()).isEqualTo("parquet");
    assertThat(parquet.reasons.get(0)).contains("not read");
    assertThat(Collected.of("ORC\u0003 binary").result().format()).isEqualTo("orc");
  }

  @Test
  void theSummaryCountsWantedAndUnwantedAlike() {
    var reader = LogReader.standard((i, n, o, r, s) -> {});
    var bytes = Samples.trail(10).getBytes(StandardCharsets.UTF_8);
    var few = Collected.of("x", new ByteArrayInputStream(bytes), reader, false).result();
    var all = Collected.of("x", new ByteArrayInputStream(bytes), reader, true).result();
    assertThat(few.events()).isEqualTo(5);
    assertThat(few.passedOver()).isEqualTo(5);
    assertThat(all.events()).isEqualTo(10);
    var input = new LogInput(3, "x");
    assertThat(few.summary(input, "ab", 5, 0)).isEqualTo(all.summary(input, "ab", 5, 0));
    assertThat(few.first()).hasToString("2026-03-01T00:00:00Z");
    assertThat(few.last()).hasToString("2026-03-01T00:00:09Z");
  }
}
