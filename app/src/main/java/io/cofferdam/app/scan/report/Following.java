package io.cofferdam.app.scan.report;

import io.cofferdam.app.scan.baseline.Judged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Violations that say no more than a graver one of the same resource: what anybody can read, any
/// account can read too. They count, and are told with the one they follow from.
final class Following {
  private final Map<String, Set<String>> byCause = new HashMap<>();
  private final Set<String> following = new HashSet<>();

  /// @param violated all that count
  Following(List<Judged> violated) {
    var there = new HashSet<String>();
    violated.forEach(each -> there.add(at(each.finding().control().id(), each)));
    for (var each : violated) {
      for (var cause : each.finding().control().impliedBy()) {
        if (there.contains(at(cause, each))) {
          following.add(each.finding().id());
          byCause
              .computeIfAbsent(at(cause, each), _ -> new TreeSet<>())
              .add(each.finding().control().id());
        }
      }
    }
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
