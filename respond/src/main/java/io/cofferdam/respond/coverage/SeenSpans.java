package io.cofferdam.respond.coverage;

import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From when to when events of each source were seen. May be told by several threads at once.
///
/// Told of every event, and nearly every one lies where the one before it lay, so the stream that
/// was told of last is remembered. Spans only grow: a remembered one that another thread has since
/// outgrown costs a look-up and no more.
final class SeenSpans {
  private record Stream(String source, String about) {}

  private record Last(String of, String in, Window span) {
    boolean holds(String sameOf, String sameIn, Instant time) {
      return of.equals(sameOf) && in.equals(sameIn) && within(span, time);
    }
  }

  private final Map<Stream, Window> spans = new ConcurrentHashMap<>();
  private volatile @Nullable Last lastCall;
  private volatile @Nullable Last lastAccess;

  /// Takes a management event of an account and region.
  void call(String account, String region, Instant time) {
    var last = lastCall;
    if (last == null || !last.holds(account, region, time)) {
      var about = Sources.accountRegion(account, region);
      lastCall = new Last(account, region, widened(Sources.MANAGEMENT, about, time));
    }
  }

  /// Takes an access to the store `about` as told by the logs `source`.
  void access(String source, String about, Instant time) {
    var last = lastAccess;
    if (last == null || !last.holds(source, about, time)) {
      lastAccess = new Last(source, about, widened(source, about, time));
    }
  }

  private Window widened(String source, String about, Instant time) {
    var stream = new Stream(source, about);
    var known = spans.get(stream);
    if (known != null && within(known, time)) {
      return known;
    }
    return spans.merge(
        stream,
        new Window(time, time),
        (one, other) ->
            new Window(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.until().isAfter(other.until()) ? one.until() : other.until()));
  }

  private static boolean within(Window span, Instant time) {
    return !time.isBefore(span.from()) && !time.isAfter(span.until());
  }

  /// Of what events of the source were seen.
  Set<String> abouts(String source) {
    return spans.keySet().stream()
        .filter(stream -> stream.source().equals(source))
        .map(Stream::about)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean has(String source, String about) {
    return spans.containsKey(new Stream(source, about));
  }
}
