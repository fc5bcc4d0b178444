package io.cofferdam.app.soak;

import io.cofferdam.logs.LogFormats;
import io.cofferdam.logs.LogReader;
import io.cofferdam.logs.ReadLimits;
import io.cofferdam.logs.ReadResult;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.resource.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One content read by all formats into a sink that wants everything, counts for itself, and keeps
/// the faults that the reader turns into dead letters.
final class WatchedReading implements LogSink {
  static final ReadLimits LIMITS = new ReadLimits(1L << 30, 200, 32L << 20, 3);

  private @Nullable Throwable fault;
  private long records;
  private long lastRecord = -1;
  private long passedOver;
  private long undecodable;
  private long deadLetters;
  private long notes;
  private long textLength;

  private WatchedReading() {}

  /// Reads to the end and checks the accounts.
  static ReadResult of(InputStream content, String path) {
    var watched = new WatchedReading();
    var formats = new ArrayList<LogFormat>();
    for (var format : LogFormats.all()) {
      formats.add(watched.guarded(format));
    }
    var reader = new LogReader(formats, LIMITS, (i, r, o, w, s) -> watched.deadLetters++);
    var result = reader.read(new LogInput(0, path), content, (input, format) -> watched);
    watched.check(result);
    return result;
  }

  private void check(ReadResult result) {
    if (fault != null) {
      throw new Finding("the reader of " + result.format() + " threw", fault);
    }
    Finding.unless(
        records == result.events(),
        "events told " + result.events() + " differ from events given " + records);
    Finding.unless(passedOver == result.passedOver(), "passed over is not what was told");
    Finding.unless(
        undecodable == result.undecodable() && undecodable == deadLetters,
        "undecodable records and dead letters differ");
    Finding.unless(result.whole() || !result.notes().isEmpty(), "not whole, and no note says why");
    Finding.unless(
        result.contentSha256().isEmpty() != result.whole(), "a hash must mean the whole content");
    var first = result.first();
    var last = result.last();
    Finding.unless(
        records == 0 || (first != null && last != null && !last.isBefore(first)),
        "events without their times");
  }

  private LogFormat guarded(LogFormat format) {
    return new LogFormat() {
      @Override
      public String name() {
        return format.name();
      }

      @Override
      public Recognition recognise(Head head) {
        try {
          return format.recognise(head);
        } catch (RuntimeException | StackOverflowError e) {
          throw kept(e);
        }
      }

      @Override
      public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
        try {
          format.read(input, content, sink);
        } catch (RuntimeException | StackOverflowError e) {
          throw kept(e);
        }
      }
    };
  }

  private RuntimeException kept(Throwable thrown) {
    fault = thrown;
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }

  @Override
  public boolean wants(Provider provider, String service, String action) {
    return true;
  }

  @Override
  public void event(Event event) {
    if (event.ref().record() != lastRecord) {
      lastRecord = event.ref().record();
      records++;
    }
    textLength += event.toString().length(); // everything an event holds can be told
  }

  @Override
  public void passedOver(String account, String region, Instant time) {
    passedOver++;
  }

  @Override
  public void undecodable(long record, long offset, String reason, byte[] sample) {
    undecodable++;
    Finding.unless(!reason.isBlank() && reason.length() < 2000, "a dead letter without a reason");
  }

  @Override
  public void note(String text) {
    notes++;
    Finding.unless(!text.isBlank() && text.length() < 2000, "a note that says nothing or too much");
  }

  List<Long> told() {
    return List.of(notes, textLength);
  }
}
