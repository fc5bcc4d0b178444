package io.cofferdam.evidence.ledger;

import java.util.ArrayList;
import java.util.List;

/// What is wrong, in sentences; after the first few only their number is kept. For one thread.
public final class Faults {
  private static final int KEPT = 10;

  private final List<String> words = new ArrayList<>();
  private long count;

  public void add(String fault) {
    count++;
    if (words.size() < KEPT) {
      words.add(fault);
    }
  }

  public boolean none() {
    return count == 0;
  }

  /// All in one line.
  public String line() {
    var rest = count - words.size();
    return String.join("; ", words) + (rest > 0 ? "; and " + rest + " more" : "");
  }
}
