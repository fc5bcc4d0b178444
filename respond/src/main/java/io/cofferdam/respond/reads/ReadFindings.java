package io.cofferdam.respond.reads;

import io.cofferdam.model.Unknown;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.resource.ResourceId;
import java.util.List;
import java.util.Map;

/// Who read what, as far as the logs tell.
///
/// @param readers one entry per reader and resource, in order of resource
/// @param stores per resource what the logs tell of its reads, by whomever
/// @param objects every object version known, and what became of it; belongs to these findings
/// @param duplicates log lines that told the same again; `joined` accesses told by two logs
/// @param outsidePeriod accesses that lie outside the window in question and were not counted
/// @param secretReads reads of secrets by anybody, in order of time; the first 5,000 that were met
/// @param unknown what could not be settled, and why
public record ReadFindings(
    ReadQuestion question,
    List<ReaderReads> readers,
    Map<ResourceId, StoreReads> stores,
    ObjectTable objects,
    long duplicates,
    long joined,
    long outsidePeriod,
    List<SecretRead> secretReads,
    List<Unknown> unknown) {
  /// How many reads of secrets are listed; `unknown` tells of the others.
  public static final int SECRET_READS_AT_MOST = 5_000;

  public ReadFindings {
    readers = List.copyOf(readers);
    stores = Map.copyOf(stores);
    secretReads = List.copyOf(secretReads);
    unknown = List.copyOf(unknown);
  }

  /// The same findings for a question that differs only in when and why the same resources stood
  /// open: who a reader is and what they were sent is told from logs and data map alone.
  public ReadFindings askedWith(ReadQuestion same) {
    return new ReadFindings(
        same, readers, stores, objects, duplicates, joined, outsidePeriod, secretReads, unknown);
  }
}
