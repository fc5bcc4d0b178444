package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.resource.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what goes through to the consumer's sink.
final class Tally implements LogSink {
  private static final int MAX_NOTES = 50;

  private final LogInput input;
  private final DeadLetters deadLetters;
  private final Set<String> notes = new LinkedHashSet<>();
  private @Nullable LogSink sink;
  private long notesLeftOut;
  private long events;
  private long lastRecord = -1;
  private long passedOver;
  private long undecodable;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private boolean whole = true;
  private @Nullable RuntimeException failure;

  Tally(LogInput input, DeadLetters deadLetters) {
    this.input = input;
    this.deadLetters = deadLetters;
  }

  /// From here on the consumer hears of everything; notes taken before are handed on now.
  void connect(LogSink consumer) {
    sink = consumer;
    notes.forEach(note -> guarded(() -> consumer.note(note)));
  }

  private LogSink sink() {
    if (sink == null) {
      throw new IllegalStateException("no sink connected");
    }
    return sink;
  }

  /// Something kept records from being seen.
  void cutShort(String why) {
    whole = false;
    note(why);
  }

  @Override
  public boolean wants(Provider provider, String service, String action) {
    try {
      return sink().wants(provider, service, action);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void event(Event event) {
    // a record may give two events: a copy is a read and a write
    if (event.ref().record() != lastRecord) {
      lastRecord = event.ref().record();
      events++;
    }
    seen(event.time());
    try {
      sink().event(event);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void passedOver(String account, String region, Instant time) {
    passedOver++;
    seen(time);
    try {
      sink().passedOver(account, region, time);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void undecodable(long record, long offset, String reason, byte[] sample) {
    undecodable++;
    var cut =
        sample.length > DeadLetterFile.MAX_SAMPLE
            ? Arrays.copyOf(sample, DeadLetterFile.MAX_SAMPLE)
            : sample;
    guarded(
        () -> {
          deadLetters.take(input, record, offset, reason, cut);
          sink().undecodable(record, offset, reason, cut);
        });
  }

  @Override
  public void note(String text) {
    if (notes.contains(text)) {
      return;
    }
    if (notes.size() >= MAX_NOTES) {
      notesLeftOut++;
      return;
    }
    notes.add(text);
    var consumer = sink;
    if (consumer != null) {
      guarded(() -> consumer.note(text));
    }
  }

  /// Remembers a failure of the consumer, which is the caller's own and not the content's.
  private RuntimeException failed(RuntimeException e) {
    failure = e;
    return e;
  }

  /// Whether this was thrown by the consumer.
  boolean threw(RuntimeException e) {
    return failure == e;
  }

  private void seen(Instant time) {
    if (first == null || time.isBefore(first)) {
      first = time;
    }
    if (last == null || time.isAfter(last)) {
      last = time;
    }
  }

  private void guarded(Runnable consumer) {
    try {
      consumer.run();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  ReadResult result(String format, long contentBytes, String contentSha256) {
    List<String> said = new ArrayList<>(notes);
    if (notesLeftOut > 0) {
      said.add("further notes left out: " + notesLeftOut);
    }
    return new ReadResult(
        format,
        contentBytes,
        whole ? contentSha256 : "",
        events,
        passedOver,
        undecodable,
        first,
        last,
        whole,
        said);
  }
}
