package io.cofferdam.logs.text;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads formats of one record per line of text: what is too long or not UTF-8 goes to the dead
/// letters here, every other line to the format.
public final class TextLines {
  private TextLines() {}

  /// Decodes one line.
  @FunctionalInterface
  public interface Decoder {
    /// Empty where the line was taken, else what is wrong with it and what was expected.
    String decode(String line, long number);
  }

  /// Reads all lines of a content.
  public static void read(InputStream content, LogSink sink, Decoder decoder) throws IOException {
    Lines.read(
        content,
        new Lines.Visitor() {
          @Override
          public void line(
              byte[] buffer, int from, int to, long number, long offset, boolean ended) {
            var text = Utf8.strict(buffer, from, to);
            if (text != null && text.isBlank()) {
              return;
            }
            var wrong = text == null ? "line is not valid UTF-8" : decoder.decode(text, number);
            if (!wrong.isEmpty()) {
              var sample = Arrays.copyOfRange(buffer, from, Math.min(to, from + 4096));
              sink.undecodable(
                  number,
                  offset,
                  ended ? wrong : wrong + "; the content ends inside this line (truncated)",
                  sample);
            }
          }

          @Override
          public void tooLong(long number, long offset, byte[] sample) {
            sink.undecodable(
                number, offset, "line longer than " + Lines.MAX_LINE + " bytes", sample);
          }
        });
  }

  /// The first complete lines of a head that are not blank, at most `count`.
  public static List<String> head(Head head, int count) {
    var text = new String(head.bytes(), 0, head.length(), StandardCharsets.UTF_8);
    var end = head.whole() ? text.length() : text.lastIndexOf('\n') + 1;
    return text.substring(0, end).lines().filter(line -> !line.isBlank()).limit(count).toList();
  }
}
