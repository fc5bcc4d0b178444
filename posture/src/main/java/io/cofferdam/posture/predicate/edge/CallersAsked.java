package io.cofferdam.posture.predicate.edge;

import io.cofferdam.posture.edge.Front;
import io.cofferdam.posture.predicate.Verdict;

/// Whoever calls a model from outside is asked who they are.
final class CallersAsked extends OnLanes {
  @Override
  void judge(Front front, Verdict verdict) {
    for (var lane : front.lanes()) {
      switch (lane.authenticated()) {
        case TRUE -> verdict.fine(lane.name() + ": " + lane.because());
        case FALSE ->
            verdict.wrong(
                lane.name()
                    + " leads to "
                    + String.join(", ", lane.models())
                    + ", "
                    + lane.because(),
                "a call without credentials to "
                    + lane.name()
                    + ", by "
                    + String.join(", ", lane.hops()));
        case UNKNOWN -> {
          if (lane.open().isEmpty()) {
            verdict.open("authoriser: " + lane.name());
          }
          lane.open().forEach(verdict::open);
        }
      }
    }
  }
}
