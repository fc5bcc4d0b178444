package io.cofferdam.respond.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Copied logs that somebody took into custody, as they were when they were hashed.
///
/// @param caseId the case that they are evidence of
/// @param id within the case: `E1`, `E2`, without a gap
/// @param root the root of the Merkle tree (RFC 9162) over the list of files, 64 hexadecimal digits
/// @param files how many; `bytes` their sizes together
/// @param accounts whose logs they are; where there are very many, the last entry counts the rest
/// @param firstDay of the logs, as `lastDay`
/// @param fetchedFirst when the first file was copied, by the clock of the fetch; as `fetchedLast`
/// @param checkedFrom when the hashing began, by the clock of the machine of whoever takes them;
///     the time of the event is that of its end
/// @param keptAt where they lie, in the words of whoever takes them
/// @param tool program and version that hashed them
/// @param fetch what the fetch had been asked, where it ended and told so
/// @param missing what the fetch could not read
public record CustodyItem(
    CaseId caseId,
    String id,
    String root,
    long files,
    long bytes,
    List<String> kinds,
    List<String> accounts,
    List<String> regions,
    LocalDate firstDay,
    LocalDate lastDay,
    Instant fetchedFirst,
    Instant fetchedLast,
    Instant checkedFrom,
    String keptAt,
    String tool,
    Optional<Fetched> fetch,
    List<Missing> missing) {
  public CustodyItem {
    kinds = List.copyOf(kinds);
    accounts = List.copyOf(accounts);
    regions = List.copyOf(regions);
    missing = List.copyOf(missing);
  }

  /// What a fetch was asked that went through all it found.
  ///
  /// @param account whose credentials it had
  /// @param regions that it asked
  /// @param since the first moment asked about; `until` the first after
  public record Fetched(String account, List<String> regions, Instant since, Instant until) {
    public Fetched {
      regions = List.copyOf(regions);
    }

    /// Whether it was asked all that another was asked.
    boolean covers(Fetched other) {
      return account.equals(other.account)
          && regions.containsAll(other.regions)
          && !since.isAfter(other.since)
          && !until.isBefore(other.until);
    }
  }

  /// What a fetch could not read.
  ///
  /// @param what the source, or the asking for sources, in words
  /// @param outcome how it ended: `denied`, `failed`, ...
  /// @param expires the first day on which some of it is gone, where that is known
  public record Missing(String what, String outcome, Optional<LocalDate> expires) {}
}
