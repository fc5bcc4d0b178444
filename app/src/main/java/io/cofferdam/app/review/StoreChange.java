package io.cofferdam.app.review;

import io.cofferdam.posture.predicate.identity.ReaderReview;
import java.util.List;

/// What changed at one store since the review before.
///
/// @param fresh whether the review before did not have it
/// @param gained who can read it now and could not
/// @param lost who could read it and cannot
/// @param unsure who could read it, of whom it is no longer certain
record StoreChange(boolean fresh, List<String> gained, List<String> lost, List<String> unsure) {
  StoreChange {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    unsure = List.copyOf(unsure);
  }

  static StoreChange of(ReaderReview.Store store, SignedReview before) {
    var then = before.readers().get(store.id());
    if (then == null) {
      return new StoreChange(true, List.of(), List.of(), List.of());
    }
    var gone = then.stream().filter(arn -> !store.readers().contains(arn)).toList();
    return new StoreChange(
        false,
        store.readers().stream().filter(arn -> !then.contains(arn)).toList(),
        gone.stream().filter(arn -> store.known() && !perhaps(store, arn)).toList(),
        gone.stream().filter(arn -> !store.known() || perhaps(store, arn)).toList());
  }

  static boolean perhaps(ReaderReview.Store store, String arn) {
    return store.conditional().contains(arn) || store.guarded().contains(arn);
  }
}
