package io.cofferdam.app.playbooks;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.respond.playbook.run.ActOrder;
import io.cofferdam.respond.playbook.run.ActPort;
import io.cofferdam.respond.playbook.run.PlaybookRunner;
import io.cofferdam.respond.spi.timer.Timers;
import java.time.Instant;
import java.util.function.Supplier;

/// Carries out runs for one command. Acts are left to people, who carry them out by hand and tell
/// how they ended; what comes due is seen by the next command.
public final class RunDesk {
  private RunDesk() {}

  /// A runner on the cases of a desk.
  public static PlaybookRunner runner(CaseDesk desk, Supplier<Instant> now) {
    return new PlaybookRunner(desk.book()::record, new ByHand(), new SeenByTheNextCommand(), now);
  }

  private record ByHand() implements ActPort {
    @Override
    public Planning plan(ActOrder order) {
      return new Planning.ByHand(
          "carry out " + order.act() + " on " + String.join(" ", order.target().names().values()));
    }

    @Override
    public Doing act(ActOrder order, String planHash, String request) {
      return new Doing.Refused("this command carries out no acts");
    }

    @Override
    public Undoing back(ActOrder order) {
      return new Undoing.Halted("this command undoes no acts");
    }
  }

  private record SeenByTheNextCommand() implements Timers {
    @Override
    public void set(String run, Instant at) {}

    @Override
    public void clear(String run) {}
  }
}
