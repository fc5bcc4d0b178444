package io.cofferdam.logs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextProperties {
  @Property
  void timesAreWhatTheLibraryReads(
      @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -17, max = 17) int hours) {
    var instant = Instant.ofEpochSecond(second, nanos);
    var zoned = OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(hours));
    assertThat(IsoTime.parse(instant.toString())).isEqualTo(instant);
    assertThat(IsoTime.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned)))
        .isEqualTo(instant);
  }

  @Property
  void strictTextIsThatOfTheLibraryOrNone(@ForAll byte @Size(max = 12) [] bytes) {
    String expected;
    try {
      expected = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException invalid) {
      expected = null;
    }
    assertThat(Utf8.strict(bytes, 0, bytes.length)).isEqualTo(expected);
  }

  @Property
  void strictTextOfTextIsIt(@ForAll @StringLength(max = 40) String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.strict(bytes, 0, bytes.length))
        .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
  }

  @Property
  void wordsAreTheTextOfTheirBytesWhateverCameBefore(
      @ForAll List<@StringLength(max = 40) String> all) {
    var words = new Words();
    for (var text : all) {
      var bytes = (" " + text + "-").getBytes(StandardCharsets.UTF_8);
      var expected = new String(bytes, 1, bytes.length - 2, StandardCharsets.UTF_8);
      assertThat(words.of(bytes, 1, bytes.length - 1)).isEqualTo(expected);
      assertThat(words.of(bytes, 1, bytes.length - 1)).isEqualTo(expected);
    }
  }

  @Property
  void recentGivesAValueForExactlyTheBytesItWasMadeFrom(@ForAll List<byte @Size(max = 30) []> all) {
    var recent = new Recent<String>();
    for (var bytes : all) {
      var name = Arrays.toString(bytes);
      var known = recent.get(bytes, 0, bytes.length);
      assertThat(known == null || known.equals(name)).isTrue();
      recent.put(bytes, 0, bytes.length, name);
      assertThat(recent.get(bytes, 0, bytes.length)).isEqualTo(name);
    }
  }

  @Test
  void recentDoesNotHoldWhatIsLong() {
    var recent = new Recent<String>();
    var bytes = new byte[Recent.LONGEST + 1];
    recent.put(bytes, 0, bytes.length, "long");
    assertThat(recent.get(bytes, 0, bytes.length)).isNull();
    assertThat(recent.get(bytes, 1, bytes.length)).isNull();
  }

  @Test
  void noTimesAreNull() {
    for (var text :
        List.of(
            "",
            "2026",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00X",
            "2026-01-01T00:00:00+1",
            "2026-01-01T00:00:00.Z")) {
      assertThat(IsoTime.parse(text)).as(text).isNull();
    }
  }

  @Property
  void linesAreTheSameHoweverTheBytesArrive(
      @ForAll @IntRange(min = 1, max = 50) int most, @ForAll @StringLength(max = 300) String text)
      throws IOException {
    var bytes = text.replace('x', '\n').getBytes(StandardCharsets.UTF_8);
    assertThat(lines(bytes, most)).isEqualTo(lines(bytes, Integer.MAX_VALUE));
  }

  private static List<String> lines(byte[] bytes, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    var in = new ByteArrayInputStream(bytes);
    Lines.read(
        new java.io.InputStream() {
          @Override
          public int read() {
            return in.read();
          }

          @Override
          public int read(byte[] to, int from, int length) {
            return in.read(to, from, Math.min(most, length));
          }
        },
        40,
        new Lines.Visitor() {
          @Override
          public void line(byte[] b, int from, int to, long number, long offset, boolean ended) {
            lines.add(
                number + "@" + offset + new String(b, from, to - from, StandardCharsets.UTF_8));
          }

          @Override
          public void tooLong(long number, long offset, byte[] sample) {
            lines.add(number + "@" + offset + " too long");
          }
        });
    return lines;
  }

  @Property
  void escapesAreWhatTheLibraryWrites(@ForAll @StringLength(max = 40) String text) {
    var clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    var encoded = URLEncoder.encode(clean, StandardCharsets.UTF_8);
    assertThat(PercentText.decode(encoded, true)).isEqualTo(clean);
  }

  @Property
  void wordsAreTheirBytes(@ForAll @StringLength(max = 250) String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var words = new Words();
    var first = words.of(bytes, 0, bytes.length);
    assertThat(first).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    assertThat(words.of(bytes, 0, bytes.length)).isEqualTo(first);
  }

  @Test
  void csvFollowsTheQuotes() {
    assertThat(Csv.split("a,\"b,c\", \"d\"\"e\" ,,f")).containsExactly("a", "b,c", "d\"e", "", "f");
    assertThat(Csv.split("\"open")).isNull();
    assertThat(Csv.split("\"a\"b,c")).isNull();
  }
}
