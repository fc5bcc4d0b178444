package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Provider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads a content with all formats and keeps everything that came of it.
public final class Collected implements LogSink {
  public final List<Event> events = new ArrayList<>();
  public final List<String> reasons = new ArrayList<>();
  public final List<String> notes = new ArrayList<>();
  public final List<String> samples = new ArrayList<>();
  public final List<Long> offsets = new ArrayList<>();
  public long passedOver;
  private final boolean wantAll;
  private ReadResult result;

  private Collected(boolean wantAll) {
    this.wantAll = wantAll;
  }

  public static Collected of(String content) {
    return of("input", content.getBytes(StandardCharsets.UTF_8));
  }

  public static Collected of(byte[] content) {
    return of("input", content);
  }

  public static Collected of(String path, byte[] content) {
    return of(path, new ByteArrayInputStream(content), ReadLimits.DEFAULT);
  }

  public static Collected of(String path, InputStream content, ReadLimits limits) {
    return of(path, content, new LogReader(LogFormats.all(), limits, (i, n, o, r, s) -> {}), true);
  }

  public static Collected of(String path, InputStream content, LogReader reader, boolean all) {
    var sink = new Collected(all);
    sink.result = reader.read(new LogInput(7, path), content, (input, format) -> sink);
    return sink;
  }

  public ReadResult result() {
    return result;
  }

  public List<ObjectAccess> accesses() {
    return events.stream()
        .filter(ObjectAccess.class::isInstance)
        .map(ObjectAccess.class::cast)
        .toList();
  }

  @Override
  public boolean wants(Provider provider, String service, String action) {
    return wantAll;
  }

  @Override
  public void event(Event event) {
    events.add(event);
  }

  @Override
  public void passedOver(String account, String region, Instant time) {
    passedOver++;
  }

  @Override
  public void undecodable(long record, long offset, String reason, byte[] sample) {
    reasons.add(reason);
    offsets.add(offset);
    samples.add(new String(sample, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }
}
