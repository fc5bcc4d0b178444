package io.cofferdam.app.scan.page;

import io.cofferdam.app.readiness.ReadinessWords;
import io.cofferdam.app.scan.page.ScanView.StoreRow;
import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import java.util.List;

/// Stores as they would be answered for if they leaked now.
final class ReadinessRows {
  private static final int STORES = 8;
  private static final int CHANGES = 2;

  private ReadinessRows() {}

  static List<StoreRow> of(List<StoreReadiness> stores) {
    return stores.stream().limit(STORES).map(ReadinessRows::row).toList();
  }

  private static StoreRow row(StoreReadiness store) {
    return new StoreRow(
        store.name(),
        store.store().id(),
        ReadinessWords.answer(store),
        store.because(),
        store.guess(),
        store.changes().stream().limit(CHANGES).map(ReadinessRows::change).toList());
  }

  private static String change(LogChange change) {
    return change.change()
        + (change.change().endsWith(".") ? " " : ". ")
        + sentence(ReadinessWords.then(change))
        + (change.cost().isEmpty() ? "" : " Cost: " + change.cost() + ".");
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
