package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Reachers;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.BitSet;

/// Which principals can do what one question asks, all at once: each actor is asked once, and its
/// answer counts for everybody who comes to act as it. Equal to [Ends#best] for each principal.
///
/// Who does not hold it so and reaches an actor that may open the resource is asked singly.
final class Holding {
  private final BitSet certain = new BitSet();
  private final BitSet any = new BitSet();

  Holding(Reach reach, Ends ends) {
    Reachers reachers = reach.reachers();
    BitSet openers = new BitSet();
    for (Reachers.Entry entry : reachers.entries()) {
      if (!covers(certain, entry.any()) && ends.mayDo(entry.actor())) {
        switch (ends.direct(entry.actor()).verdict()) {
          case YES -> {
            certain.or(entry.certain());
            any.or(entry.any());
          }
          case ONLY_IF -> any.or(entry.any());
          case NO -> {}
        }
      }
    }
    for (Reachers.Entry entry : reachers.entries()) {
      if (!covers(certain, entry.any())
          && !covers(openers, entry.any())
          && ends.mayOpen(entry.actor())) {
        openers.or(entry.any());
      }
    }
    openers.andNot(certain);
    for (int i = openers.nextSetBit(0); i >= 0; i = openers.nextSetBit(i + 1)) {
      Verdict verdict = ends.best(reach.from(reachers.principals().get(i)).values()).verdict();
      certain.set(i, verdict == Verdict.YES);
      any.set(i, verdict != Verdict.NO);
    }
  }

  private static boolean covers(BitSet all, BitSet some) {
    for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
      if (!all.get(i)) {
        return false;
      }
    }
    return true;
  }

  /// Places of those who can for certain.
  BitSet certain() {
    return certain;
  }

  /// Places of those who can, and of those who can if something else holds.
  BitSet any() {
    return any;
  }
}
