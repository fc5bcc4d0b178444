package io.cofferdam.app.readiness;

import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.scope.Bounds;

/// How much narrower one pair of answers is than another.
///
/// @param people by how many people; [Bounds#UNBOUNDED] where they get a limit
/// @param objects by how many objects, likewise
/// @param clears whether "no evidence of access" can be said that could not
record Gain(long people, long objects, boolean clears) implements Comparable<Gain> {

  /// @param leak the answers after the example leak; `nothing` if nothing had been taken
  static Gain of(
      LeakAnswer leakBefore, LeakAnswer leak, LeakAnswer nothingBefore, LeakAnswer nothing) {
    return new Gain(
        Math.max(
            narrower(leakBefore.people(), leak.people()),
            narrower(nothingBefore.people(), nothing.people())),
        Math.max(
            narrower(leakBefore.objects(), leak.objects()),
            narrower(nothingBefore.objects(), nothing.objects())),
        nothing.noEvidence() && !nothingBefore.noEvidence());
  }

  private static long narrower(Bounds before, Bounds after) {
    if (!before.bounded()) {
      return after.bounded() ? Bounds.UNBOUNDED : 0;
    }
    return after.bounded() ? Math.max(0, before.width() - after.width()) : 0;
  }

  boolean any() {
    return people > 0 || objects > 0 || clears;
  }

  /// One number to rank by: people where their number is narrowed, else objects.
  long number() {
    return people > 0 ? people : objects;
  }

  @Override
  public int compareTo(Gain other) {
    int byPeople = Long.compare(people, other.people);
    int byObjects = Long.compare(objects, other.objects);
    return byPeople != 0
        ? byPeople
        : byObjects != 0 ? byObjects : Boolean.compare(clears, other.clears);
  }
}
