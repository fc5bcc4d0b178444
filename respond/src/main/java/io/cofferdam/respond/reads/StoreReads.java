package io.cofferdam.respond.reads;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the logs tell of the reads of one resource, by whomever.
///
/// @param owner the account that owns it, as far as logs say
/// @param reads successful reads by anybody, each counted once; `attempts` reads that failed
/// @param outsiders reads by proved and suspected readers; `undecided` reads by callers of whom
///     it cannot be told whether the data was meant for them
/// @param bytes bytes sent to proved readers; `possibleBytes` to suspected and undecided ones
/// @param silent reads by outsiders of which no log says how many bytes were sent
/// @param trail reads by outsiders that the audit trail tells of; `server` those that the store's
///     own log tells of; `both` those that both tell of
/// @param credentials reads by outsiders who used a credential of the company
/// @param unclearVersions reads that may have been of a version that counts as another object
/// @param partial reads by anybody that are known to be partial
/// @param listed objects in inventories; `inventory` whether there is one
/// @param sameRegionMetered whether the usage report also meters bytes within the region
/// @param spans what the usage reports meter, in order; empty where none names the store
/// @param rows per relation of a database the most rows that one statement returned to a reader
/// @param missing what would decide about the undecided reads, with how many it would decide
/// @param witnessed from the first to the last such read, or null
/// @param witnesses some reads that prove that the store was open at their instant
public record StoreReads(
    ResourceId store,
    String owner,
    long reads,
    long attempts,
    long outsiders,
    long undecided,
    long bytes,
    long possibleBytes,
    long silent,
    long trail,
    long server,
    long both,
    long credentials,
    long unclearVersions,
    long partial,
    boolean inventory,
    long listed,
    boolean trailSeen,
    boolean serverLogSeen,
    boolean sameRegionMetered,
    List<MeteredSpan> spans,
    Map<String, Long> rows,
    Map<String, Long> missing,
    @Nullable Window witnessed,
    List<EventRef> witnesses,
    List<EventRef> events) {
  public StoreReads {
    spans = List.copyOf(spans);
    rows = Map.copyOf(rows);
    missing = Map.copyOf(missing);
    witnesses = List.copyOf(witnesses);
    events = List.copyOf(events);
  }
}
