package io.cofferdam.app.fetch;

import io.cofferdam.aws.AwsObjects;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Copies units to files, several at a time in the order given. A file gets its name once it is
/// whole. What was not copied is counted.
final class Copying {
  private static final int AT_A_TIME = 8;
  private static final int TRIES = 4;

  private final LogCloud cloud;
  private final AwsObjects objects;
  private final DayQuery queries;
  private final FetchJournal journal;
  private final Path out;
  private final Clock clock;
  private final FetchProgress progress;
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong already = new AtomicLong();
  private final Refusals refusals = new Refusals();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();

  Copying(
      LogCloud cloud,
      AwsObjects objects,
      DayQuery queries,
      FetchJournal journal,
      Path out,
      Clock clock,
      FetchProgress progress) {
    this.cloud = cloud;
    this.objects = objects;
    this.queries = queries;
    this.journal = journal;
    this.out = out;
    this.clock = clock;
    this.progress = progress;
  }

  long files() {
    return files.get();
  }

  long bytes() {
    return bytes.get();
  }

  long already() {
    return already.get();
  }

  void copy(List<LogUnit> units) throws IOException {
    all(units);
    var after = refusals.again();
    after.refused().forEach(this::lost);
    all(after.readable());
    lost.forEach(
        (what, count) ->
            cloud.ended(what, CallOutcome.FAILED, count.get() + " files or days not copied"));
  }

  private void all(List<LogUnit> units) throws IOException {
    var next = new AtomicInteger();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new CompletableFuture<?>[AT_A_TIME];
      for (var i = 0; i < AT_A_TIME; i++) {
        workers[i] = CompletableFuture.runAsync(() -> work(units, next), pool);
      }
      CompletableFuture.allOf(workers).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException io) {
        throw io.getCause() == null ? new IOException(io.getMessage()) : io.getCause();
      }
      throw new CofferdamBug("copying failed", failed);
    }
  }

  private void work(List<LogUnit> units, AtomicInteger next) {
    for (int at; (at = next.getAndIncrement()) < units.size(); ) {
      var unit = units.get(at);
      try {
        if (journal.has(unit)) {
          already.incrementAndGet();
        } else if (unit.key().isEmpty()) {
          query(unit);
        } else if (!refusals.later(unit)) {
          object(unit);
        }
      } catch (IOException full) {
        next.set(units.size());
        throw new UncheckedIOException(full);
      }
      progress.copied(at + 1, units.size(), bytes.get());
    }
  }

  private void object(LogUnit unit) throws IOException {
    var path = journal.place(unit, LocalPath.of(unit, unit.key()));
    var listed = new AwsObjects.Listed(unit.source().at(), unit.key(), unit.tag(), unit.size());
    for (var tries = 1; ; tries++) {
      var digest = FileHash.digest();
      var part = part(path);
      try {
        CallAnswer answer;
        try (var to = hashed(part, digest)) {
          answer = objects.copy(cloud.account(), listed, to);
        }
        if (answer.outcome().conclusive()) {
          keep(unit, part, path, digest);
          refusals.copied(unit);
          return;
        }
        if (tries >= TRIES || answer.trouble() == Trouble.NONE || !TryPause.after(tries)) {
          lose(unit, answer);
          return;
        }
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /// A source that could not tell one day is not asked for the others.
  private void query(LogUnit unit) throws IOException {
    var source = unit.source().words();
    if (silent.contains(source)) {
      lost(unit);
      return;
    }
    var path = journal.place(unit, LocalPath.of(unit, queries.name(unit)));
    var digest = FileHash.digest();
    var part = part(path);
    try {
      DayQuery.Written written;
      try (var to = hashed(part, digest)) {
        written = queries.write(unit, to);
      }
      if (!written.whole()) {
        silent.add(source);
        expiring(unit);
      } else if (written.records() > 0) {
        keep(unit, part, path, digest);
      } else {
        journal.write(unit, Optional.empty(), 0, "", clock.instant());
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static OutputStream hashed(Path part, MessageDigest digest) throws IOException {
    return new DigestOutputStream(
        new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), digest);
  }

  private void keep(LogUnit unit, Path part, Path path, MessageDigest digest) throws IOException {
    var size = Files.size(part);
    Files.move(part, out.resolve(path), StandardCopyOption.REPLACE_EXISTING);
    journal.write(
        unit, Optional.of(path), size, HexFormat.of().formatHex(digest.digest()), clock.instant());
    files.incrementAndGet();
    bytes.addAndGet(size);
  }

  private Path part(Path path) throws IOException {
    return CopyFolder.part(Optional.ofNullable(out.resolve(path).getParent()).orElse(out));
  }

  private void lose(LogUnit unit, CallAnswer answer) {
    var source = unit.source().words();
    if (answer.outcome() == CallOutcome.DENIED) {
      if (refusals.refused(unit)) {
        cloud.ended(source, CallOutcome.DENIED, "s3 GetObject: " + answer.message());
      }
    } else if (!lost.containsKey(source)) {
      cloud.ended(source, answer.outcome(), "s3 GetObject: " + answer.message());
    }
    lost(unit);
  }

  private void lost(LogUnit unit) {
    lost.computeIfAbsent(unit.source().words(), key -> new AtomicInteger()).incrementAndGet();
    expiring(unit);
  }

  private void expiring(LogUnit unit) {
    unit.expires().ifPresent(day -> cloud.notCopied(unit.source().words(), day));
  }
}
