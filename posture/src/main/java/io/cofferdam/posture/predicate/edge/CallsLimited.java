package io.cofferdam.posture.predicate.edge;

import io.cofferdam.posture.edge.Front;
import io.cofferdam.posture.predicate.Verdict;

/// Nobody calls a model from outside as often as they like. The usual limit of an account, shared
/// by all its APIs, is none of its own.
final class CallsLimited extends OnLanes {
  @Override
  void judge(Front front, Verdict verdict) {
    for (var lane : front.lanes()) {
      if (!lane.limited().isEmpty()) {
        verdict.fine(lane.name() + ": " + lane.limited());
      } else if (lane.open().isEmpty() && front.aclsUnread().isEmpty()) {
        verdict.wrong(
            lane.name() + " leads to " + String.join(", ", lane.models()) + " without a limit",
            String.join(", ", lane.hops()));
      } else {
        lane.open().forEach(verdict::open);
        front.aclsUnread().forEach(verdict::open);
      }
    }
  }
}
