package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.respond.coverage.Sources;
import io.cofferdam.respond.coverage.Spans;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// In which spans every configuration change of a bucket or an account would have been seen.
///
/// A bucket's changes are logged in its own region. The account's public access block can be
/// changed through the endpoint of any region and is logged there (AWS Config, rule
/// `s3-account-level-public-access-blocks`), so every region in which the inputs show the account
/// to be active must be complete; a region of which no file at all was given is taken as unused.
final class Proved {
  private final CoverageResult coverage;

  Proved(CoverageResult coverage) {
    this.coverage = coverage;
  }

  List<Window> bucket(String owner, Collection<String> regions) {
    return regions.isEmpty() ? List.of() : inAll(owner, regions);
  }

  List<Window> account(String owner, Collection<String> seen) {
    var regions = new TreeSet<>(seen);
    for (var row : coverage.coverage()) {
      if (row.source().equals(Sources.MANAGEMENT) && row.about().startsWith(owner + "/")) {
        regions.add(row.about().substring(owner.length() + 1));
      }
    }
    return regions.isEmpty() ? List.of() : inAll(owner, regions);
  }

  /// Spans in which the Activity log of a subscription is stated to be whole.
  List<Window> activity(String subscription) {
    return subscription.isEmpty()
        ? List.of()
        : Spans.union(
            coverage.complete(Sources.AZURE_ACTIVITY, subscription.toLowerCase(Locale.ROOT)));
  }

  /// Spans in which the storage logs of an account's writes are stated to be whole.
  List<Window> storageWrites(ResourceId account) {
    return Spans.union(
        coverage.complete(Sources.AZURE_STORAGE_WRITES, account.id().toLowerCase(Locale.ROOT)));
  }

  /// On whose word the two rest.
  List<Reason> statement(String subscription, ResourceId account) {
    var reasons = new LinkedHashSet<Reason>();
    for (var row : coverage.coverage()) {
      if (row.coverage() == Coverage.COMPLETE
          && ((row.source().equals(Sources.AZURE_ACTIVITY)
                  && row.about().equalsIgnoreCase(subscription))
              || (row.source().equals(Sources.AZURE_STORAGE_WRITES)
                  && row.about().equalsIgnoreCase(account.id())))) {
        row.because().stream()
            .map(r -> Reason.of("of the " + row.source() + ", " + r.text()))
            .forEach(reasons::add);
      }
    }
    return List.copyOf(reasons);
  }

  private List<Window> inAll(String owner, Collection<String> regions) {
    @Nullable List<Window> spans = null;
    for (var region : regions) {
      var complete =
          Spans.union(coverage.complete(Sources.MANAGEMENT, Sources.accountRegion(owner, region)));
      spans = spans == null ? complete : Spans.intersection(spans, complete);
    }
    return spans == null ? List.of() : spans;
  }
}
