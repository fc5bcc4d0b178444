package io.cofferdam.logs.s3access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/// The quick cut of a line against the pattern that says what a line is.
@Covers("D-01")
class LineStartProperties {
  private static final Pattern START =
      Pattern.compile(
          "(\\S+) (\\S+) \\[([^]]{20,30})] (\\S+) (\\S+) (\\S+) ([A-Z0-9]+\\.[A-Za-z0-9_.]+) (\\S+)"
              + " (?:\"((?:(?!\" (?:\\d{3}|-) ).)*+)\"|(-)) (\\d{3}|-) (\\S+) (\\d+|-) (\\d+|-) (\\d+|-)"
              + " (\\d+|-) ");
  private static final String LINE =
      "own shop [06/Feb/2019:00:00:38 +0000] 192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT k"
          + " \"GET /k HTTP/1.1\" 200 - 113 - 7 - \"-\" \"a\" -";

  @Provide
  Arbitrary<String> lines() {
    var word =
        Arbitraries.of("-", "a", "k%20x", "\"", "REST.GET.OBJECT", "x.y", "200", "\u0001", "");
    var time =
        Arbitraries.of("[06/Feb/2019:00:00:38 +0000]", "[x]", "[06/Feb/2019:00 0:38 +0000x]");
    var uri =
        Arbitraries.of(
            "\"GET /k HTTP/1.1\"", "-", "\"a \" 200 b\"", "\"\"", "\"a\r\"", "\"\u2028\"", "\"x");
    var number = Arbitraries.of("200", "-", "17", "1234", "x");
    return Combinators.combine(
            word.list().ofMinSize(2).ofMaxSize(3),
            time,
            word.list().ofSize(3),
            Arbitraries.of(
                "REST.GET.OBJECT", "S3.EXPIRE.OBJECT", "REST.", ".X", "REST.get.OBJECT", "a.B"),
            word,
            uri,
            number.list().ofMinSize(5).ofMaxSize(7))
        .as(
            (start, at, who, does, key, asked, numbers) ->
                String.join(" ", start)
                    + " "
                    + at
                    + " "
                    + String.join(" ", who)
                    + " "
                    + does
                    + " "
                    + key
                    + " "
                    + asked
                    + " "
                    + String.join(" ", numbers)
                    + " \"-\" \"agent\" -");
  }

  @Property(tries = 20_000)
  void whatIsCutQuicklyIsWhatThePatternCuts(@ForAll("lines") String line) {
    var quick = LineStart.of(line);
    if (quick == null) {
      return;
    }
    var slow = START.matcher(line);
    assertThat(slow.lookingAt()).as(line).isTrue();
    for (int i = 0; i < 15; i++) {
      assertThat(quick.field(i)).as(line).isEqualTo(slow.group(i < 9 ? i + 1 : i + 2));
    }
    assertThat(quick.end()).as(line).isEqualTo(slow.end());
  }

  @Test
  void aPlainLineIsCutQuickly() {
    assertThat(LineStart.of(LINE)).isNotNull();
  }

  @Property
  void everySecondIsReadAsTheFormatterReadsIt(
      @ForAll @LongRange(min = 0, max = 4_102_444_799L) long second) {
    var shape = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);
    var at = java.time.Instant.ofEpochSecond(second);
    var text = OffsetDateTime.ofInstant(at, ZoneOffset.UTC).format(shape);
    var line = S3AccessLine.split(LINE.replace("06/Feb/2019:00:00:38 +0000", text));
    assertThat(line).isNotNull();
    assertThat(line.toAccess(1, 1)).isNotNull().satisfies(a -> assertThat(a.time()).isEqualTo(at));
  }
}
