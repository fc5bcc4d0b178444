package io.cofferdam.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.cofferdam.respond.spi.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Timers as rows of the store, rung by db-scheduler. Several processes may ring those of one
/// store: each timer is rung by one of them, and by another when that one dies.
///
/// A timer is a row of its own for each time it is set to, so that one that rings can be set anew;
/// rows of a time that no longer counts ring once for nothing and are gone.
public final class StoredTimers implements Timers, AutoCloseable {
  /// How often it is looked for timers that are due.
  private static final Duration POLL = Duration.ofMillis(500);

  /// A process that did not show itself for four of these is held for dead, after at most two more:
  /// 3 s, so that with the look a timer is rung within 5 s after a restart.
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private static final int MISSED = 4;
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  StoredTimers(Database database, Supplier<Instant> now, Consumer<String> ring) {
    var clock = new SteadyClock(now);
    this.task =
        Tasks.oneTime("playbook-run")
            .onFailure(
                (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(RETRY)))
            // The library's own way asks the machine's clock, which may differ from this one.
            .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.now()))
            .execute((instance, _) -> ring.accept(run(instance.getId())));
    this.scheduler =
        Scheduler.create(new Connections(database), task)
            .tableName("cofferdam_timer")
            .threads(2)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(PATIENCE)
            .clock(clock)
            .schedulerName(new SchedulerName.Fixed("cofferdam-" + UUID.randomUUID()))
            .build();
  }

  /// Begins to ring.
  public void start() {
    scheduler.start();
  }

  @Override
  public void set(String run, Instant at) {
    scheduler.scheduleIfNotExists(task.instance(run + "@" + at), at);
  }

  @Override
  public void clear(String run) {
    for (var each : scheduler.getScheduledExecutionsForTask(task.getTaskName())) {
      if (run(each.getTaskInstance().getId()).equals(run)) {
        try {
          scheduler.cancel(TaskInstanceId.of(task.getTaskName(), each.getTaskInstance().getId()));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException gone) {
          // It rings now, or has rung: the run looks and finds nothing due.
        }
      }
    }
  }

  private static String run(String id) {
    int at = id.lastIndexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
