package io.cofferdam.store.killed;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The places at which a process can be killed: before and after something is put on record, told
/// to the ledger, done outside, or set as a timer. A place is named by what happens there and how
/// many events the case has then, so that it is the same in every process.
final class Boundaries {
  private final String stopAt;
  private final boolean stays;
  private final Set<String> passed = new LinkedHashSet<>();
  private int count;
  private boolean stopped;
  private volatile int version;

  /// Those of a process.
  ///
  /// @param stopAt a place, to be met there or where the same happens later; `+` and how many are
  ///     passed before; `-` for none
  /// @param stays whether the process waits there to be killed, or says where it is and goes on
  Boundaries(String stopAt, boolean stays) {
    this.stopAt = stopAt;
    this.stays = stays;
  }

  void version(int events) {
    version = events;
  }

  void at(String what) {
    String place;
    boolean stop;
    synchronized (this) {
      place = what + "@" + version;
      passed.add(place);
      stop = !stopped && (stopAt.equals("+" + count) || wanted(what));
      stopped |= stop;
      count++;
    }
    if (stop) {
      RunningPlaybook.say("at " + place);
      while (stays) {
        try {
          TimeUnit.HOURS.sleep(1);
        } catch (InterruptedException goOn) {
          // It stays until it is killed.
        }
      }
    }
  }

  private boolean wanted(String what) {
    int at = stopAt.indexOf('@');
    return at > 0
        && stopAt.substring(0, at).equals(what)
        && version >= Integer.parseInt(stopAt.substring(at + 1));
  }

  /// All places that were passed, in order.
  synchronized Set<String> passed() {
    return new LinkedHashSet<>(passed);
  }
}
