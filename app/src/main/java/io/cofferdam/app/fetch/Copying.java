package io.cofferdam.app.fetch;

import io.cofferdam.aws.AwsObjects;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Copies units to files, several at a time in the order given. A file gets its name once it is
/// whole. A source that only refuses is given up after a few refusals.
final class Copying {
  private static final int AT_A_TIME = 8;
  private static final int TRIES = 4;
  private static final int REFUSALS = 3;

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
  private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
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
    lost.forEach(
        (what, count) ->
            cloud.ended(what, CallOutcome.FAILED, count.get() + " files or days not copied"));
  }

  private void work(List<LogUnit> units, AtomicInteger next) {
    for (int at; (at = next.getAndIncrement()) < units.size(); ) {
      var unit = units.get(at);
      try {
        if (journal.has(unit)) {
          already.incrementAndGet();
        } else if (unit.key().isEmpty()) {
          query(unit);
        } else {
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
    var source = unit.source().words();
    if (refusals(source) >= REFUSALS) {
      lost.computeIfAbsent(source, key -> new AtomicInteger()).incrementAndGet();
      return;
    }
    var path = LocalPath.of(unit, unit.key());
    for (var tries = 1; ; tries++) {
      var digest = sha256();
      var part = part(path);
      CallAnswer answer;
      try (var to =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), digest)) {
        answer = objects.copy(cloud.account(), unit.source().at(), unit.key(), to);
      }
      if (answer.outcome().conclusive()) {
        keep(unit, part, path, digest);
        return;
      }
      Files.delete(part);
      if (tries >= TRIES || answer.trouble() == Trouble.NONE || !rest(tries)) {
        lose(source, answer);
        return;
      }
    }
  }

  /// A source that could not tell one day is not asked for the others.
  private void query(LogUnit unit) throws IOException {
    var source = unit.source().words();
    if (refusals(source) > 0) {
      lost.computeIfAbsent(source, key -> new AtomicInteger()).incrementAndGet();
      return;
    }
    var path = LocalPath.of(unit, DayQuery.name(unit.source()));
    var digest = sha256();
    var part = part(path);
    DayQuery.Written written;
    try (var to =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), digest)) {
      written = queries.write(unit, to);
    }
    if (written.whole() && written.records() > 0) {
      keep(unit, part, path, digest);
    } else {
      Files.delete(part);
      if (written.whole()) {
        journal.write(unit, Optional.empty(), 0, "", clock.instant());
      } else {
        refused.computeIfAbsent(source, key -> new AtomicInteger()).incrementAndGet();
      }
    }
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
    var folder = Optional.ofNullable(out.resolve(path).getParent()).orElse(out);
    Files.createDirectories(folder);
    return Files.createTempFile(folder, ".", ".part");
  }

  private void lose(String source, CallAnswer answer) {
    if (answer.outcome() == CallOutcome.DENIED) {
      if (refused.computeIfAbsent(source, key -> new AtomicInteger()).incrementAndGet() == 1) {
        cloud.ended(source, CallOutcome.DENIED, "s3 GetObject: " + answer.message());
      }
    } else if (lost.computeIfAbsent(source, key -> new AtomicInteger()).get() == 0) {
      cloud.ended(source, answer.outcome(), "s3 GetObject: " + answer.message());
    }
    lost.computeIfAbsent(source, key -> new AtomicInteger()).incrementAndGet();
  }

  private int refusals(String source) {
    var count = refused.get(source);
    return count == null ? 0 : count.get();
  }

  private static boolean rest(int tries) {
    try {
      TimeUnit.MILLISECONDS.sleep(200L << tries);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
