package io.cofferdam.app.scan.report;

import io.cofferdam.app.scan.baseline.Judged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Violations that say no more than one of the same resource that is at least as grave: what
/// anybody can read, any account can read too. They count, and are told with those they follow
/// from.
///
/// INVARIANT: each leads to one that follows from nothing, and is told with that; of two that
/// follow from each other both stand by themselves.
final class Following {
  private final Map<String, Set<String>> byCause = new HashMap<>();
  private final Set<String> following = new HashSet<>();

  /// @param violated all that count
  Following(List<Judged> violated) {
    var there = new HashMap<String, Judged>();
    violated.forEach(each -> there.put(at(each.finding().control().id(), each), each));
    for (var each : violated) {
      var first = new HashSet<String>();
      first(each, there, new HashSet<>(), first);
      first.remove(at(each.finding().control().id(), each));
      if (!first.isEmpty()) {
        following.add(each.finding().id());
        first.forEach(
            cause ->
                byCause
                    .computeIfAbsent(cause, _ -> new TreeSet<>())
                    .add(each.finding().control().id()));
      }
    }
  }

  /// The causes of one that follow from nothing themselves.
  private static void first(
      Judged one, Map<String, Judged> there, Set<String> seen, Set<String> first) {
    var here = at(one.finding().control().id(), one);
    if (!seen.add(here)) {
      return;
    }
    var causes =
        one.finding().control().impliedBy().stream()
            .map(cause -> there.get(at(cause, one)))
            .filter(Objects::nonNull)
            .filter(cause -> cause.finding().severity().compareTo(one.finding().severity()) <= 0)
            .toList();
    if (causes.isEmpty()) {
      first.add(here);
    }
    causes.forEach(cause -> first(cause, there, seen, first));
  }

  private static String at(String control, Judged judged) {
    var resource = judged.finding().resource();
    return String.join(" ", control, resource.account(), resource.region(), resource.id());
  }

  boolean follows(Judged judged) {
    return following.contains(judged.finding().id());
  }

  /// The ids of the controls that are violated because one is, on any of these resources.
  List<String> of(List<Judged> findings) {
    var ids = new TreeSet<String>();
    for (var each : findings) {
      ids.addAll(byCause.getOrDefault(at(each.finding().control().id(), each), Set.of()));
    }
    return List.copyOf(ids);
  }
}
