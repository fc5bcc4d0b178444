package io.cofferdam.app.playbooks;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.playbook.run.PlaybookRunner;
import io.cofferdam.respond.playbook.run.RunPhase;
import io.cofferdam.respond.playbook.run.RunState;
import io.cofferdam.respond.spi.journal.CaseHead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Carries on all runs of a store while it is open: when a timer rings, and when somebody put
/// something on record. So gates escalate, times run out and limits of law are told without anybody
/// who runs a command. It carries out no acts.
///
/// What fails is told once and tried again; one case that fails stops no other.
public final class RunWatch {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final CaseDesk desk;
  private final Consumer<String> tell;
  private final LinkedBlockingQueue<String> rung = new LinkedBlockingQueue<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, List<String>> told = new HashMap<>();

  private RunWatch(CaseDesk desk, Consumer<String> tell) {
    this.desk = desk;
    this.tell = tell;
  }

  /// Watches until the time is over, or the thread is interrupted.
  ///
  /// @param longest how long; empty: until the process is ended
  /// @param tell gets a line for people
  public static void watch(
      CaseDesk desk, Supplier<Instant> now, Optional<Duration> longest, Consumer<String> tell) {
    var watch = new RunWatch(desk, tell);
    try (var timers = desk.timers(now, watch.rung::add)) {
      timers.start();
      var runner = new PlaybookRunner(desk.book()::record, RunDesk.leavingActs(), timers, now);
      watch.loop(runner, longest.map(each -> System.nanoTime() + each.toNanos()));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop(PlaybookRunner runner, Optional<Long> end) throws InterruptedException {
    while (end.isEmpty() || System.nanoTime() < end.get()) {
      for (var head : desk.cases()) {
        if (!Integer.valueOf(head.version()).equals(seen.get(head.caseId()))) {
          carryOn(runner, head);
        }
      }
      // What rings is of a run whose case is looked at again, as if somebody had changed it.
      var run = rung.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      if (run != null) {
        seen.remove(run.substring(0, Math.max(0, run.indexOf('/'))));
      }
    }
  }

  private void carryOn(PlaybookRunner runner, CaseHead head) {
    var id = new CaseId(head.caseId());
    try {
      for (var run : RunState.runs(desk.read(id).file())) {
        var report = runner.go(id, run);
        report.refused().ifPresent(why -> tell(id + "/" + run, List.of(why)));
        boolean over =
            report.stands().phase() == RunPhase.ENDED || report.stands().phase() == RunPhase.BACK;
        if (report.refused().isEmpty() && (!over || told.containsKey(id + "/" + run))) {
          tell(id + "/" + run, RunText.lines(run, report.stands()));
        }
      }
      seen.put(head.caseId(), desk.read(id).file().version());
    } catch (CofferdamException failed) {
      tell(head.caseId(), List.of(String.valueOf(failed.getMessage())));
    }
  }

  /// Each thing once, until it is another.
  private void tell(String what, List<String> lines) {
    if (!lines.equals(told.put(what, lines))) {
      lines.forEach(line -> tell.accept(what.replaceFirst("/.*", "") + " " + line));
    }
  }
}
