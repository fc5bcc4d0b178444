package io.cofferdam.store.killed;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.respond.casebook.CaseBook;
import io.cofferdam.respond.casebook.LedgerDelivery;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import io.cofferdam.respond.playbook.run.PlaybookRunner;
import io.cofferdam.respond.playbook.run.RunPhase;
import io.cofferdam.respond.playbook.run.RunState;
import io.cofferdam.store.CaseStore;
import io.cofferdam.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process that carries a run on from wherever it stands to the end of its course, unless it is
/// killed. It knows what is on record and outside, and nothing else.
final class RunningPlaybook {
  private static final SigningKey LEDGER_KEY = SigningKey.ofSeed(new byte[32]);
  private static final int MOST_ANSWERS = 3_000;
  private static final long SILENT_SECONDS = 30;

  private final Task task;
  private final Outside outside;
  private final CaseBook book;
  private final PlaybookRunner runner;
  private final MadePeople people;

  /// What the process is to do.
  ///
  /// @param folder where the ledger and the world outside are
  /// @param turnAt how many steps are done when people turn back
  /// @param ring whether it begins by waiting for a timer
  /// @param stopAt where it says that it can be killed, as [Boundaries] takes it
  record Task(
      String store,
      Path folder,
      String playbook,
      Course course,
      int turnAt,
      boolean ring,
      String stopAt,
      boolean stays) {
    static Task read(String[] words) {
      return new Task(
          words[0],
          Path.of(words[1]),
          words[2],
          Course.valueOf(words[3]),
          Integer.parseInt(words[4]),
          Boolean.parseBoolean(words[5]),
          words[6],
          Boolean.parseBoolean(words[7]));
    }

    String[] words() {
      return new String[] {
        store,
        folder.toString(),
        playbook,
        course.name(),
        String.valueOf(turnAt),
        String.valueOf(ring),
        stopAt,
        String.valueOf(stays)
      };
    }
  }

  private RunningPlaybook(
      Task task, Outside outside, CaseBook book, PlaybookRunner runner, MadePeople people) {
    this.task = task;
    this.outside = outside;
    this.book = book;
    this.runner = runner;
    this.people = people;
  }

  public static void main(String[] words) throws InterruptedException {
    var task = Task.read(words);
    var outside = Outside.in(task.folder());
    var boundaries = new Boundaries(task.stopAt(), task.stays());
    try (var store = CaseStore.open(StoreAddress.parse(task.store()), Outside.START);
        var setting = store.timers(outside::now, _ -> {})) {
      var book =
          new CaseBook(
              new Watched.Journal(store.journal(), boundaries),
              new LedgerDelivery(
                  new Watched.Outbox(store.outbox(), boundaries),
                  task.folder().resolve("ledger"),
                  RunningPlaybook::key,
                  Duration.ofSeconds(30)));
      var runner =
          new PlaybookRunner(
              book::record,
              new CountingCloud(outside, book, boundaries),
              new Watched.Clocks(setting, outside, boundaries),
              outside::now);
      var people = new MadePeople(book, runner, outside, boundaries);
      var running = new RunningPlaybook(task, outside, book, runner, people);
      if (book.read(MadePeople.ID).isEmpty()) {
        people.openCase();
      }
      if (task.ring()) {
        running.ring(store);
      }
      var phase = running.toTheEnd();
      boundaries.passed().forEach(place -> say("passed " + place));
      say("ended " + phase);
    }
  }

  /// That of the ledger.
  static SigningKey key() {
    return LEDGER_KEY;
  }

  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /// A timer came due while nobody ran: it rings, and what rings carries the run on.
  private void ring(CaseStore store) throws InterruptedException {
    var carriedOn = new CountDownLatch(1);
    try (var timers =
        store.timers(
            outside::now,
            run -> {
              outside.add("rung", Instant.now().toString());
              runner.go(MadePeople.ID, run.substring(run.indexOf('/') + 1));
              outside.add("rang", run);
              carriedOn.countDown();
            })) {
      outside.add("up", Instant.now().toString());
      timers.start();
      if (!carriedOn.await(SILENT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no timer rang");
      }
    }
  }

  private RunPhase toTheEnd() {
    var report = begun();
    for (int i = 0; i < MOST_ANSWERS; i++) {
      if (report.refused().isPresent()) {
        throw new IllegalStateException(report.refused().get());
      }
      var next = next(report);
      if (next.isEmpty()) {
        return report.stands().phase();
      }
      report = next.get();
    }
    throw new IllegalStateException("it never ends: " + report);
  }

  private CaseFile file() {
    return book.read(MadePeople.ID).orElseThrow().file();
  }

  private PlaybookRunner.Report begun() {
    if (!RunState.runs(file()).isEmpty()) {
      return runner.go(MadePeople.ID, MadePeople.RUN);
    }
    var shipped = ShippedPlaybooks.load();
    var books = new ArrayList<>(shipped.withCalled(shipped.named(task.playbook()).orElseThrow()));
    people.learn(books);
    var main = books.removeFirst();
    return runner.start(
        MadePeople.ID, main, books, MadePeople.told(main.variables()), true, MadePeople.LEAD);
  }

  private Optional<PlaybookRunner.Report> next(PlaybookRunner.Report report) {
    var phase = report.stands().phase();
    boolean back = recorded("turned-back");
    return switch (task.course()) {
      case STRAIGHT -> phase == RunPhase.ENDED ? Optional.of(back()) : answer(report);
      case TURNING -> {
        if (!back && (phase == RunPhase.ENDED || steps() >= task.turnAt())) {
          yield Optional.of(back());
        }
        yield phase == RunPhase.BACK ? Optional.of(on()) : answer(report);
      }
      case LATE -> phase == RunPhase.STOPPED ? Optional.of(on()) : answer(report);
    };
  }

  private boolean recorded(String step) {
    return file().playbooks().stream().anyMatch(each -> each.step().equals(step));
  }

  private long steps() {
    return file().playbooks().stream().filter(each -> each.step().equals("settled")).count();
  }

  private PlaybookRunner.Report back() {
    return runner.back(MadePeople.ID, MadePeople.RUN, "it was the wrong one", MadePeople.LEAD);
  }

  private PlaybookRunner.Report on() {
    return runner.goOn(MadePeople.ID, MadePeople.RUN, Map.of(), MadePeople.LEAD);
  }

  private Optional<PlaybookRunner.Report> answer(PlaybookRunner.Report report) {
    return people.answer(report.stands());
  }
}
