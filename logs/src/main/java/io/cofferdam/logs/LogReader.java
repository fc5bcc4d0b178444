package io.cofferdam.logs;

import io.cofferdam.logs.content.Content;
import io.cofferdam.logs.content.Trouble;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one content of any format: finds the format by looking at the first 64 KiB, reads it as a
/// stream, and says what became of every byte. Stateless; may be used by several threads, each with
/// inputs of its own.
///
/// Failure direction: whatever the content is, reading ends normally with what could be read
/// delivered and the rest counted, kept as dead letter or noted. Only failures of the consumer's
/// sink and of the dead-letter file are thrown.
public final class LogReader {
  public static final String UNRECOGNISED = "unrecognised";
  public static final String EMPTY = "empty";

  private final List<LogFormat> formats;
  private final ReadLimits limits;
  private final DeadLetters deadLetters;

  public LogReader(List<LogFormat> formats, ReadLimits limits, DeadLetters deadLetters) {
    this.formats = List.copyOf(formats);
    this.limits = limits;
    this.deadLetters = deadLetters;
  }

  /// A reader of all formats with the default limits.
  public static LogReader standard(DeadLetters deadLetters) {
    return new LogReader(LogFormats.all(), ReadLimits.DEFAULT, deadLetters);
  }

  /// Reads `bytes` to their end; does not close them. They may be gzip.
  public ReadResult read(LogInput input, InputStream bytes, LogSinks sinks) {
    var tally = new Tally(input, deadLetters);
    try {
      return read(input, bytes, sinks, tally);
    } catch (IOException e) {
      throw new UncheckedIOException("content streams do not fail", e);
    }
  }

  private ReadResult read(LogInput input, InputStream bytes, LogSinks sinks, Tally tally)
      throws IOException {
    var content =
        Content.open(
            bytes,
            limits.maxUnpackedBytes(),
            limits.maxRatio(),
            limits.ratioFreeBytes(),
            limits.maxGzipLayers(),
            new Trouble() {
              @Override
              public void note(String text) {
                tally.note(text);
              }

              @Override
              public void cutShort(String why) {
                tally.cutShort(why);
              }
            });
    String name;
    if (blank(content)) {
      name = EMPTY;
      tally.connect(sinks.open(input, name));
    } else {
      var head =
          new Head(content.head(), content.headLength(), content.headIsWhole(), input.path());
      var format = recognise(head, tally);
      name = format == null ? UNRECOGNISED : format.name();
      tally.connect(sinks.open(input, name));
      if (format == null) {
        unrecognised(content, tally);
      } else {
        readAs(format, input, content, tally);
      }
    }
    content.drain();
    return tally.result(name, content.bytes(), content.sha256());
  }

  /// Nothing but white space, or JSON arrays of nothing.
  private static boolean blank(Content content) {
    for (var i = 0; i < content.headLength(); i++) {
      var c = content.head()[i];
      if (" \t\r\n[]".indexOf(c) < 0) {
        return false;
      }
    }
    return content.headIsWhole();
  }

  private @Nullable LogFormat recognise(Head head, Tally tally) {
    LogFormat possible = null;
    for (var format : formats) {
      Recognition answer;
      try {
        answer = format.recognise(head);
      } catch (RuntimeException e) {
        tally.note("the recogniser of " + format.name() + " failed (our fault)");
        continue;
      }
      switch (answer) {
        case CERTAIN -> {
          return format;
        }
        case POSSIBLE -> possible = possible == null ? format : possible;
        case NO -> {}
      }
    }
    return possible;
  }

  private static void readAs(LogFormat format, LogInput input, Content content, Tally tally)
      throws IOException {
    try {
      format.read(input, content.stream(), tally);
    } catch (RuntimeException e) {
      if (tally.threw(e)) {
        throw e;
      }
      tally.undecodable(
          0, -1, "the reader of " + format.name() + " failed here (our fault)", new byte[0]);
      tally.cutShort("reading stopped at a fault of ours; the records before it are kept");
    }
    var left = content.drain();
    if (left > 0) {
      tally.cutShort(left + " bytes at the end were not read");
    }
  }

  private void unrecognised(Content content, Tally tally) {
    var known = formats.stream().map(LogFormat::name).collect(Collectors.joining(", "));
    var sample =
        Arrays.copyOf(content.head(), Math.min(content.headLength(), DeadLetterFile.MAX_SAMPLE));
    tally.undecodable(1, 0, "format not recognised [one of: " + known + "]", sample);
  }
}
