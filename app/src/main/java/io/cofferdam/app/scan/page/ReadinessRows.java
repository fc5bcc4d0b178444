package io.cofferdam.app.scan.page;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.page.ScanView.StoreRow;
import io.cofferdam.model.readiness.LeakAnswer;
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
        answer(store.leak()),
        store.because(),
        store.changes().stream().limit(CHANGES).map(ReadinessRows::change).toList());
  }

  private static String answer(LeakAnswer answer) {
    return answer.people().bounded()
        ? Words.range(answer.people()) + " people"
        : Words.range(answer.objects()) + " objects";
  }

  private static String change(LogChange change) {
    return change.change()
        + ": then "
        + answer(change.leak())
        + (change.cost().isEmpty() ? "" : ", " + change.cost());
  }
}
