package io.cofferdam.respond.reads;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import java.util.List;

/// What is asked of the reads, and what else is known.
///
/// @param exposures when which resource stood open; resources not named count as not judged
/// @param ownAccounts accounts that belong to the company besides those of the data map
/// @param named whom the user named
/// @param window the period in question; reads outside are not counted
/// @param coverage how complete the logs of object accesses are; `about` is a resource id or a
///     resource's short name
public record ReadQuestion(
    List<Exposure> exposures,
    DataMap dataMap,
    List<String> ownAccounts,
    Named named,
    Window window,
    List<SourceCoverage> coverage) {
  public ReadQuestion {
    exposures = List.copyOf(exposures);
    ownAccounts = List.copyOf(ownAccounts);
    coverage = List.copyOf(coverage);
  }

  /// Whom the user named as suspect.
  ///
  /// @param principals ARNs, role or user names, instance ids; `*` allowed
  /// @param accessKeys ids of access keys
  /// @param cidrs networks or single addresses
  public record Named(List<String> principals, List<String> accessKeys, List<String> cidrs) {
    public static final Named NOBODY = new Named(List.of(), List.of(), List.of());

    public Named {
      principals = List.copyOf(principals);
      accessKeys = List.copyOf(accessKeys);
      cidrs = List.copyOf(cidrs);
    }

    public boolean nobody() {
      return principals.isEmpty() && accessKeys.isEmpty() && cidrs.isEmpty();
    }
  }
}
