package io.cofferdam.store;

import io.cofferdam.respond.spi.journal.Appending.Appended;
import io.cofferdam.respond.spi.journal.Appending.Conflict;
import java.util.List;
import java.util.stream.LongStream;

/// A process that appends events and facts until it is killed, and prints each text once it was
/// acknowledged. Arguments: the store's address, a prefix for its texts, how many events a time.
final class AppendingProcess {
  private AppendingProcess() {}

  public static void main(String[] arguments) {
    int each = Integer.parseInt(arguments[2]);
    try (var store = CaseStore.open(StoreAddress.parse(arguments[0]), CaseStoreContract.NOW)) {
      int version = 0;
      for (long n = 0; ; n++) {
        var texts =
            LongStream.range(n * each, (n + 1) * each)
                .mapToObj(i -> arguments[1] + "-" + i)
                .toList();
        version = append(store, version, texts);
        for (var text : texts) {
          System.out.println(text + ".");
        }
        System.out.flush();
      }
    }
  }

  private static int append(CaseStore store, int known, List<String> texts) {
    var events = texts.stream().map(CaseStoreContract::event).toList();
    var facts = texts.stream().map(CaseStoreContract::fact).toList();
    int version = known;
    while (true) {
      switch (store.journal().append(CaseStoreContract.CASE, version, events, facts)) {
        case Appended(int now) -> {
          return now;
        }
        case Conflict(int actual) -> version = actual;
      }
    }
  }
}
