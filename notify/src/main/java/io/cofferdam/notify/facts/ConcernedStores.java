package io.cofferdam.notify.facts;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.scope.SubjectCount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The stores that the incident touched for sure or possibly, and what the data map says of them.
///
/// @param sure declared stores that were read or stood open
/// @param possible declared stores that may have been, the sure ones included
/// @param undeclared whether a resource was touched of which the data map says nothing
record ConcernedStores(List<Store> sure, List<Store> possible, boolean undeclared) {

  static ConcernedStores of(Scope scope, List<Exposure> exposures, DataMap map) {
    Set<ResourceId> sure = new LinkedHashSet<>();
    Set<ResourceId> possible = new LinkedHashSet<>();
    for (var store : scope.stores()) {
      if (store.objects().atLeast() > 0) {
        sure.add(store.store());
      }
      if (store.objects().atMost() > 0) {
        possible.add(store.store());
      }
    }
    for (var exposure : exposures) {
      if (exposure.state() == ExposureState.OPEN) {
        sure.add(exposure.resource());
      }
      if (exposure.state() != ExposureState.CLOSED) {
        possible.add(exposure.resource());
      }
    }
    possible.addAll(sure);
    var known = map.stores().stream().map(Store::resource).toList();
    return new ConcernedStores(
        map.stores().stream().filter(s -> certain(s, sure, map)).toList(),
        map.stores().stream().filter(s -> possible.contains(s.resource())).toList(),
        !known.containsAll(possible));
  }

  /// A resource that holds several declared stores by prefix only may have been read in another.
  private static boolean certain(Store store, Set<ResourceId> touched, DataMap map) {
    return touched.contains(store.resource())
        && map.stores().stream().filter(s -> s.resource().equals(store.resource())).count() == 1;
  }

  Answer personalData(Scope scope) {
    if (scope.people().atLeast() > 0
        || scope.subjects().stream().anyMatch(s -> s.people().atLeast() > 0)) {
      return Answer.of(Ternary.TRUE, "at least one person's data was read");
    }
    if (sure.stream().anyMatch(s -> s.personalData() == Ternary.TRUE)) {
      return Answer.of(Ternary.TRUE, "the data map says that a touched store holds personal data");
    }
    boolean none =
        !possible.isEmpty()
            && !undeclared
            && possible.stream().allMatch(s -> s.personalData() == Ternary.FALSE);
    return none
        ? Answer.of(Ternary.FALSE, "the data map says that no touched store holds personal data")
        : Answer.of(Ternary.UNKNOWN, "the data map does not settle what the touched stores hold");
  }

  Answer unintelligible() {
    if (sure.stream().anyMatch(s -> s.encrypted() == Ternary.FALSE)) {
      return Answer.of(Ternary.FALSE, "the data map says that a touched store is readable");
    }
    boolean all =
        !possible.isEmpty()
            && !undeclared
            && possible.stream().allMatch(s -> s.encrypted() == Ternary.TRUE);
    return all
        ? Answer.of(
            Ternary.TRUE,
            "the data map says that the content is unintelligible without a key kept elsewhere")
        : Answer.of(Ternary.UNKNOWN, "the data map does not say whether the content is readable");
  }

  /// The classes of personal data that may be concerned, in the data map's words.
  List<String> dataClasses(Scope scope) {
    var classes = new TreeSet<String>();
    scope.subjects().stream()
        .filter(s -> s.people().atMost() > 0)
        .map(SubjectCount::dataClass)
        .forEach(classes::add);
    if (classes.isEmpty()) {
      possible.forEach(s -> classes.addAll(s.dataClasses()));
    }
    return List.copyOf(classes);
  }
}
