package io.cofferdam.app.investigate;

import io.cofferdam.app.report.LeakReport.SkippedInput;
import io.cofferdam.files.Archive;
import io.cofferdam.files.Content;
import io.cofferdam.files.InputWalk;
import io.cofferdam.files.Reading;
import io.cofferdam.files.Skipped;
import io.cofferdam.files.Walked;
import io.cofferdam.logs.LogReader;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.source.InputSummary;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads all inputs once: plain files on as many threads as there are cores, archive members on the
/// thread that walks.
final class InputReading {
  private final LogReader reader;
  private final EventRouter router;
  private final ProgressListener progress;
  private final List<InputSummary> inputs = new ArrayList<>();
  private final List<SkippedInput> skipped = new ArrayList<>();
  private int seen;
  private long events;

  InputReading(LogReader reader, EventRouter router, ProgressListener progress) {
    this.reader = reader;
    this.router = router;
    this.progress = progress;
  }

  /// What was read and what was not.
  record Outcome(List<InputSummary> inputs, List<SkippedInput> skipped) {}

  /// Reads the inputs, but nothing in `own`, the folder that is being written.
  Outcome read(List<Path> paths, Path own) {
    var files = new ArrayList<Numbered>();
    var ours = own.toAbsolutePath().normalize();
    InputWalk.standard()
        .walk(
            paths,
            each -> {
              switch (each) {
                case Content content when within(ours, content.path()) -> {}
                case Content content when content.independent() ->
                    files.add(new Numbered(next(content), content));
                case Content content -> content(next(content), content);
                case Archive archive -> archive(next(archive), archive);
                case Skipped unread -> skipped(unread.path(), unread.reason());
              }
            });
    files.stream().filter(Numbered::describesOthers).forEach(Numbered::read);
    inParallel(files.stream().filter(file -> !file.describesOthers()).toList());
    inputs.sort(Comparator.comparingInt(InputSummary::number));
    return new Outcome(markTwice(inputs), List.copyOf(skipped));
  }

  private static boolean within(Path folder, String path) {
    try {
      return Path.of(path).toAbsolutePath().normalize().startsWith(folder);
    } catch (InvalidPathException notOurs) {
      return false;
    }
  }

  /// A plain file and its number.
  private final class Numbered {
    private final LogInput input;
    private final Content content;

    private Numbered(LogInput input, Content content) {
      this.input = input;
      this.content = content;
    }

    /// A manifest tells the columns of the inventory files beside it, so it is read before them.
    /// The name only decides the order, not what the file is taken for.
    private boolean describesOthers() {
      return content.path().endsWith("/manifest.json");
    }

    private void read() {
      content(input, content);
    }
  }

  private static void inParallel(List<Numbered> files) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    var shares = new ArrayList<Future<?>>();
    var next = new AtomicInteger();
    try (var workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        shares.add(
            workers.submit(
                () -> {
                  for (int at; (at = next.getAndIncrement()) < files.size(); ) {
                    files.get(at).read();
                  }
                }));
      }
    }
    shares.forEach(InputReading::finish);
  }

  private static void finish(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new CofferdamBug("reading failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CofferdamBug("interrupted while reading", interrupted);
    }
  }

  private synchronized LogInput next(Walked each) {
    seen++;
    return new LogInput(seen, each.path());
  }

  private void content(LogInput input, Content content) {
    try (Reading reading = content.open()) {
      var result = reader.read(input, reading, router);
      router.finished(input, result);
      var facts = reading.finish();
      var summary = result.summary(input, facts.sha256(), facts.bytes(), 0);
      var notes = new ArrayList<>(summary.notes());
      facts.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
      add(
          new InputSummary(
              summary.number(),
              summary.path(),
              summary.sha256(),
              summary.contentSha256(),
              summary.bytes(),
              summary.format(),
              summary.events(),
              summary.undecodable(),
              0,
              summary.first(),
              summary.last(),
              notes));
    } catch (IOException gone) {
      skipped(input.path(), "cannot be opened: permission denied, or it vanished");
    }
  }

  private void archive(LogInput input, Archive archive) {
    var notes = new ArrayList<>(archive.notes());
    notes.addFirst(archive.kind() + " with " + archive.members() + " members");
    if (archive.whole()) {
      notes.removeFirst();
    }
    add(
        new InputSummary(
            input.number(),
            input.path(),
            archive.sha256(),
            "",
            archive.bytes(),
            "archive",
            0,
            0,
            0,
            null,
            null,
            notes));
  }

  private synchronized void add(InputSummary summary) {
    inputs.add(summary);
    events += summary.events();
    progress.reading(inputs.size(), seen, events);
  }

  private synchronized void skipped(String path, String reason) {
    skipped.add(new SkippedInput(path, reason));
  }

  /// Says of inputs with the same content which one stands for them; their records count once.
  private static List<InputSummary> markTwice(List<InputSummary> inputs) {
    var firstWith = new HashMap<String, String>();
    var marked = new ArrayList<InputSummary>();
    for (var each : inputs) {
      var before =
          each.contentSha256().isEmpty() || each.events() == 0
              ? null
              : firstWith.putIfAbsent(each.contentSha256(), each.path());
      marked.add(before == null ? each : twice(each, before));
    }
    return List.copyOf(marked);
  }

  private static InputSummary twice(InputSummary each, String before) {
    var notes = new ArrayList<>(each.notes());
    notes.add("same content as " + before);
    return new InputSummary(
        each.number(),
        each.path(),
        each.sha256(),
        each.contentSha256(),
        each.bytes(),
        each.format(),
        each.events(),
        each.undecodable(),
        each.events(),
        each.first(),
        each.last(),
        notes);
  }
}
