package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.resource.Provider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Measures how fast CloudTrail is read: `java -cp .. io.cofferdam.logs.ReadingSpeed`. Not a test:
/// it prints events and megabytes per second of processor time of one core, hashing and
/// unpacking included.
public final class ReadingSpeed {
  private ReadingSpeed() {}

  public static void main(String[] arguments) throws IOException {
    var events = 60_000;
    for (var share : new int[] {0, 5, 100}) {
      var plain = content(events, share);
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      }
      for (var round = 0; round < 4; round++) {
        time("plain, " + share + " % data events", plain, plain.length, events);
      }
      for (var round = 0; round < 3; round++) {
        time("gzip, " + share + " % data events", packed.toByteArray(), plain.length, events);
      }
    }
  }

  private static void time(String what, byte[] bytes, int size, int events) {
    var sink = new Counting();
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    var start = clock.getCurrentThreadCpuTime();
    var result =
        LogReader.standard((i, n, o, r, s) -> {})
            .read(new LogInput(1, "speed"), new ByteArrayInputStream(bytes), (i, f) -> sink);
    var seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
    if (result.events() + result.passedOver() != events) {
      throw new IllegalStateException("lost events: " + result);
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %,10.0f events/s %6.0f MB/s%n",
        what,
        events / seconds,
        size / seconds / 1e6);
  }

  /// Invented events of about 1,250 bytes, of which `share` percent are reads of objects.
  static byte[] content(int events, int share) {
    var text = new StringBuilder(events * 1600).append("{\"Records\":[");
    var random = new java.util.Random(1);
    for (var i = 0; i < events; i++) {
      text.append(i == 0 ? "" : ",");
      text.append(Samples.record(i, i % 100 < share, random));
    }
    return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final class Counting implements LogSink {
    @Override
    public boolean wants(Provider provider, String service, String action) {
      return action.startsWith("Put");
    }

    @Override
    public void event(Event event) {}

    @Override
    public void passedOver(String account, String region, Instant time) {}

    @Override
    public void undecodable(long record, long offset, String reason, byte[] sample) {}

    @Override
    public void note(String text) {}
  }
}
