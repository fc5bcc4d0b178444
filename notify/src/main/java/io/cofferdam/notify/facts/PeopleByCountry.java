package io.cofferdam.notify.facts;

import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.scope.SubjectCount;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// People per country, over all data classes. One person may appear under several classes, so the
/// classes of a country give at least their largest and at most their sum.
final class PeopleByCountry {
  private final Scope scope;
  private final Map<String, Bounds> byCountry = new TreeMap<>();

  PeopleByCountry(Scope scope) {
    this.scope = scope;
    for (var count : scope.subjects()) {
      byCountry.merge(count.country(), capped(count.people()), this::sameCountry);
    }
  }

  Map<String, Bounds> byCountry() {
    return byCountry;
  }

  Bounds inEea() {
    return sum(Countries::inEea);
  }

  Bounds inUnion() {
    return sum(Countries.EU::contains);
  }

  Bounds inUk() {
    return sum(Countries::inUk);
  }

  private Bounds sameCountry(Bounds a, Bounds b) {
    long most = a.plus(b).atMost();
    return capped(
        new Bounds(
            Math.max(a.atLeast(), b.atLeast()),
            Math.max(a.estimate(), b.estimate()),
            Math.max(most, Math.max(a.atMost(), b.atMost()))));
  }

  /// Those of unresolved residence may live anywhere, so they widen every upper end.
  private Bounds sum(Predicate<String> where) {
    if (byCountry.isEmpty()) {
      return new Bounds(0, 0, scope.people().atMost());
    }
    var total = Bounds.ZERO;
    for (var entry : byCountry.entrySet()) {
      if (where.test(entry.getKey())) {
        total = total.plus(entry.getValue());
      } else if (entry.getKey().equals(SubjectCount.UNRESOLVED)) {
        total = total.plus(new Bounds(0, 0, entry.getValue().atMost()));
      }
    }
    return capped(total);
  }

  private Bounds capped(Bounds bounds) {
    long most = Math.max(bounds.atLeast(), Math.min(bounds.atMost(), scope.people().atMost()));
    return new Bounds(bounds.atLeast(), Math.min(bounds.estimate(), most), most);
  }
}
