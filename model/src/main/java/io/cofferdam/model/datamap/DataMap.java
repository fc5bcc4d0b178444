package io.cofferdam.model.datamap;

import java.util.List;
import java.util.Optional;

/// What the company keeps where, as far as it told us. Every part may be missing; each missing part
/// only widens bounds.
///
/// @param ownAccounts account, subscription and tenant ids that belong to the company
/// @param networks CIDR blocks from which the company's own workloads and people act
/// @param stores the stores worth naming
/// @param subjects the subject index, where one was built
/// @param completeLogs logs that somebody states to be here whole
/// @param expected what the company demands of its clouds
public record DataMap(
    Organisation organisation,
    List<String> ownAccounts,
    List<String> networks,
    List<Store> stores,
    Optional<SubjectIndex> subjects,
    List<Canary> canaries,
    List<CompleteLog> completeLogs,
    Expectations expected) {
  public DataMap {
    ownAccounts = List.copyOf(ownAccounts);
    networks = List.copyOf(networks);
    stores = List.copyOf(stores);
    canaries = List.copyOf(canaries);
    completeLogs = List.copyOf(completeLogs);
  }

  /// A map in which nobody states a log to be whole or demands anything.
  public DataMap(
      Organisation organisation,
      List<String> ownAccounts,
      List<String> networks,
      List<Store> stores,
      Optional<SubjectIndex> subjects,
      List<Canary> canaries) {
    this(
        organisation,
        ownAccounts,
        networks,
        stores,
        subjects,
        canaries,
        List.of(),
        Expectations.none());
  }

  /// The map of a company that told us nothing.
  public static DataMap empty() {
    return new DataMap(
        Organisation.unknown(), List.of(), List.of(), List.of(), Optional.empty(), List.of());
  }
}
