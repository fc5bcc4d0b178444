package io.cofferdam.app.readiness;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.SubjectIndex;
import io.cofferdam.respond.reads.StoreNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// One store with what the company says of it alone, and the objects that an example takes.
///
/// @param map the data map cut down to the store
/// @param guess why it is taken to matter, or empty
/// @param taken the objects that the example takes
record Subject(DataMap map, Store store, String guess, List<TakenObject> taken) {
  private static final int TAKEN_AT_MOST = 1_000;
  private static final int TAKEN_UNKNOWN = 10;

  Subject {
    taken = List.copyOf(taken);
  }

  record TakenObject(String key, String version) {}

  /// Half of the objects, where their number is known, so that an answer can be too low and too
  /// high; never more than a thousand, which no bound depends on.
  static Subject of(DataMap all, Store store, String guess) {
    var names = new StoreNames(all);
    var index = all.subjects().map(whole -> of(whole, store, names));
    var named = new ArrayList<TakenObject>();
    var objects = Math.max(store.objects(), index.map(i -> first(i, named)).orElse(0L));
    long wanted = objects > 0 ? Math.clamp(objects / 2, 1, TAKEN_AT_MOST) : TAKEN_UNKNOWN;
    var taken = new ArrayList<>(named.subList(0, (int) Math.min(wanted, named.size())));
    for (int i = taken.size(); i < wanted; i++) {
      taken.add(new TakenObject(store.prefix() + "example/object-" + (i + 1), ""));
    }
    return new Subject(with(all, store, index), store, guess, taken);
  }

  /// The same store with another index.
  Subject withIndex(SubjectIndex index) {
    return new Subject(with(map, store, Optional.of(index)), store, guess, taken);
  }

  /// The same store described otherwise.
  Subject described(Store otherwise) {
    return new Subject(with(map, otherwise, map.subjects()), otherwise, guess, taken);
  }

  private static DataMap with(DataMap all, Store store, Optional<SubjectIndex> index) {
    return new DataMap(
        all.organisation(), all.ownAccounts(), all.networks(), List.of(store), index, List.of());
  }

  private static SubjectIndex of(SubjectIndex whole, Store store, StoreNames names) {
    return each ->
        whole.forEach(
            entry -> {
              var resource = names.resource(entry.store());
              if (resource.isPresent() && store.holds(resource.get(), entry.key())) {
                each.accept(
                    new SubjectIndex.Entry(
                        store.resource().id(),
                        entry.key(),
                        entry.version(),
                        entry.subject(),
                        entry.country(),
                        entry.dataClasses(),
                        entry.rows()));
              }
            });
  }

  /// Notes the first objects that an index names, and counts them all.
  private static long first(SubjectIndex index, List<TakenObject> into) {
    var seen = new HashSet<TakenObject>();
    index.forEach(
        entry -> {
          var object = new TakenObject(entry.key(), entry.version());
          if (seen.add(object) && into.size() < TAKEN_AT_MOST) {
            into.add(object);
          }
        });
    return seen.size();
  }
}
