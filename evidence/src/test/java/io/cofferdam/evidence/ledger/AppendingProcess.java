package io.cofferdam.evidence.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A process of its own that appends until it is killed, and prints each number once acknowledged.
final class AppendingProcess {
  private AppendingProcess() {}

  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    var burst = Integer.parseInt(arguments[1]);
    try (var ledger = LedgerFolders.open(folder)) {
      System.out.println("recovered " + ledger.recovery().quarantined().size());
      for (long next = ledger.checkpoint().size(); ; ) {
        var facts = new java.util.ArrayList<Fact>();
        for (int i = 0; i < burst; i++) {
          facts.add(
              new Fact(
                  "kill",
                  Instant.EPOCH,
                  "test",
                  List.of("n:" + (next + i)),
                  "{\"n\":" + next + "}"));
        }
        for (var receipt : ledger.appendAll(facts)) {
          System.out.println(receipt.index() + " " + receipt.leaf().hex());
        }
        next += burst;
      }
    }
  }
}
