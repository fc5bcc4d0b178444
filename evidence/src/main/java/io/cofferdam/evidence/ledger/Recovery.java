package io.cofferdam.evidence.ledger;

import java.util.List;

/// What opening a ledger found beyond its last durable checkpoint and set aside.
///
/// @param size entries at the checkpoint
/// @param quarantined the files set aside, relative to the ledger's folder as they were; nothing in
///     them had been acknowledged
/// @param bytes their bytes in all
public record Recovery(long size, List<String> quarantined, long bytes) {
  public Recovery {
    quarantined = List.copyOf(quarantined);
  }

  public boolean clean() {
    return quarantined.isEmpty();
  }

  /// One sentence for a log or a report.
  public String words() {
    return clean()
        ? "the ledger was closed cleanly at " + size + " entries"
        : "the ledger was cut off in a write: "
            + quarantined.size()
            + " unacknowledged files ("
            + bytes
            + " bytes) beyond entry "
            + size
            + " were moved to quarantine";
  }
}
