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
public record DataMap(
    Organisation organisation,
    List<String> ownAccounts,
    List<String> networks,
    List<Store> stores,
    Optional<SubjectIndex> subjects,
    List<Canary> canaries) {
  public DataMap {
    ownAccounts = List.copyOf(ownAccounts);
    networks = List.copyOf(networks);
    stores = List.copyOf(stores);
    canaries = List.copyOf(canaries);
  }

  /// The map of a company that told us nothing.
  public static DataMap empty() {
    return new DataMap(
        Organisation.unknown(), List.of(), List.of(), List.of(), Optional.empty(), List.of());
  }
}
