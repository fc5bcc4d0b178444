package io.cofferdam.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.files.BoundedLines.Line;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("X-04")
class BoundedLinesTest {
  private static List<Line> lines(InputStream in, int longest) throws IOException {
    var lines = new BoundedLines(in, longest);
    var all = new ArrayList<Line>();
    for (var next = lines.next(); next.isPresent(); next = lines.next()) {
      all.add(next.get());
    }
    return all;
  }

  private static List<Line> lines(String text, int longest) throws IOException {
    return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
  }

  @Test
  void anOverlongLineIsToldAndTheNextOneIsRead() throws IOException {
    assertThat(lines("ab\r\n" + "x".repeat(200_000) + "\nlast", 10))
        .containsExactly(new Line.Text("ab"), new Line.TooLong(), new Line.Text("last"));
  }

  @Test
  void theLimitItselfIsKept() throws IOException {
    assertThat(lines("0123456789\n0123456789a\n", 10))
        .containsExactly(new Line.Text("0123456789"), new Line.TooLong());
  }

  @Test
  void whatIsNotUtf8IsTold() throws IOException {
    var bytes = new byte[] {'a', '\n', (byte) 0xff, '\n', 'b'};
    assertThat(lines(new ByteArrayInputStream(bytes), 10))
        .containsExactly(new Line.Text("a"), new Line.Undecodable(), new Line.Text("b"));
  }

  @Test
  void aByteOrderMarkIsOneOnTheFirstLineOnly() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFF\n", 10))
        .containsExactly(new Line.Text("a"), new Line.Text("\uFEFF"));
  }

  /// An overlong line is refused at its limit: a bomb of gigabytes on one line is not unpacked to
  /// its end before anybody hears of it.
  @Test
  void anOverlongLineIsToldBeforeItsEnd() throws IOException {
    var read = new long[1];
    var endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 'x');
            read[0] += length;
            return length;
          }
        };
    assertThat(new BoundedLines(endless, 1000).next()).contains(new Line.TooLong());
    assertThat(read[0]).isLessThan(1 << 20);
  }
}
