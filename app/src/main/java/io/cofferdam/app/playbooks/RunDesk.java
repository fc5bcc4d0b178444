package io.cofferdam.app.playbooks;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.respond.playbook.run.ActOrder;
import io.cofferdam.respond.playbook.run.ActPort;
import io.cofferdam.respond.playbook.run.PlaybookRunner;
import io.cofferdam.respond.spi.timer.Timers;
import java.time.Instant;
import java.util.function.Supplier;

/// Carries runs on for one command; what comes due is seen by the next one.
public final class RunDesk {
  private RunDesk() {}

  /// A runner on the cases of a desk.
  public static PlaybookRunner runner(CaseDesk desk, ActPort acts, Supplier<Instant> now) {
    return new PlaybookRunner(desk.book()::record, acts, new SeenByTheNextCommand(), now);
  }

  /// Leaves the acts of runs that carry them out to a command that may.
  public static ActPort leavingActs() {
    return new LeftToAnother();
  }

  private record LeftToAnother() implements ActPort {
    private static NotHere notHere(String verb, ActOrder order) {
      return new NotHere(
          order.act()
              + " on "
              + String.join(" ", order.target().names().values())
              + " is to be "
              + verb
              + ": run this with --acts");
    }

    @Override
    public Planning plan(ActOrder order) {
      return notHere("planned", order);
    }

    @Override
    public Doing act(ActOrder order, String planHash, String request) {
      return notHere("carried out", order);
    }

    @Override
    public Undoing back(ActOrder order) {
      return notHere("undone", order);
    }
  }

  private record SeenByTheNextCommand() implements Timers {
    @Override
    public void set(String run, Instant at) {}

    @Override
    public void clear(String run) {}
  }
}
