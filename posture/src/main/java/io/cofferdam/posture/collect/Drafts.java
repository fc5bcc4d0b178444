package io.cofferdam.posture.collect;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// All resources while they are gathered, by account, by the region whose answers told of them, and
/// by type. Thread-safe.
final class Drafts {
  private record Shelf(String account, String type) {}

  /// By region asked and id, so that what two regions tell of does not depend on which is first.
  private final Map<Shelf, ConcurrentSkipListMap<String, ConcurrentSkipListMap<String, Draft>>>
      shelves = new ConcurrentHashMap<>();

  /// Keeps a draft; of two with one id, told of by the same region, that of the earlier step.
  void add(String asked, Draft draft) {
    shelves
        .computeIfAbsent(
            new Shelf(draft.account(), draft.type()), key -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(asked, key -> new ConcurrentSkipListMap<>())
        .merge(draft.id(), draft, (known, other) -> other.before(known) ? other : known);
  }

  /// Those of an account and type that were told of by one region; by any where it is empty.
  Collection<Draft> of(String account, String type, String asked) {
    var shelf = shelves.get(new Shelf(account, type));
    if (shelf == null) {
      return List.of();
    }
    if (!asked.isEmpty()) {
      var found = shelf.get(asked);
      return found == null ? List.of() : found.values();
    }
    var all = new ArrayList<Draft>();
    shelf.values().forEach(each -> all.addAll(each.values()));
    return all;
  }

  Draft place(String account, String type, String asked) {
    return of(account, type, asked).stream()
        .findFirst()
        .orElseThrow(() -> new CofferdamBug("no " + type + " of " + account + " " + asked));
  }

  /// The resources in the order of their ids. Of one that several accounts or regions told of, the
  /// owner's own view is kept, else the one with the fewest gaps.
  List<Resource> done() {
    var best = new TreeMap<String, Resource>();
    shelves.values().stream()
        .flatMap(shelf -> shelf.values().stream())
        .flatMap(found -> found.values().stream())
        .map(Draft::done)
        .forEach(each -> best.merge(each.id() + "\n" + each.type(), each, Drafts::better));
    return best.values().stream()
        .sorted(Comparator.comparing(Resource::id).thenComparing(Resource::type))
        .toList();
  }

  private static Resource better(Resource one, Resource other) {
    return Comparator.comparing((Resource r) -> !r.id().contains(":" + r.account() + ":"))
                .thenComparing(r -> !r.id().contains(":" + r.region() + ":"))
                .thenComparing(r -> r.gaps().size())
                .thenComparing(Resource::account)
                .thenComparing(Resource::region)
                .compare(one, other)
            <= 0
        ? one
        : other;
  }
}
