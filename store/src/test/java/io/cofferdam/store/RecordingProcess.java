package io.cofferdam.store;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// A process that puts notes on record, in the journal and in the ledger `ledger` beside the store,
/// until it is killed, and prints each text once it was recorded. Arguments as [AppendingProcess].
final class RecordingProcess {
  private RecordingProcess() {}

  public static void main(String[] arguments) {
    int each = Integer.parseInt(arguments[2]);
    try (var store = CaseStore.open(StoreAddress.parse(arguments[0]), CaseStoreContract.NOW)) {
      var book = CaseBookTest.book(store, ledger(arguments[0]));
      for (long n = 0; ; n++) {
        var texts =
            LongStream.range(n * each, (n + 1) * each)
                .mapToObj(i -> arguments[1] + "-" + i)
                .toList();
        book.record(CaseBookTest.ID, _ -> texts.stream().map(CaseBookTest::note).toList());
        texts.forEach(text -> System.out.println(text + "."));
        System.out.flush();
      }
    }
  }

  static Path ledger(String store) {
    return Path.of(store).resolveSibling("ledger");
  }

  static List<String> texts(String store) {
    try (var open = CaseStore.open(StoreAddress.parse(store), CaseStoreContract.NOW)) {
      var book = CaseBookTest.book(open, ledger(store));
      book.deliver();
      return book.read(CaseBookTest.ID).orElseThrow().events().stream()
          .map(CaseBookTest::text)
          .toList();
    }
  }
}
