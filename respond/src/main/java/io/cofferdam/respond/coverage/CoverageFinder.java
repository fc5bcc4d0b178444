package io.cofferdam.respond.coverage;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.List;

/// Works out from digest files, event selectors and the inputs' hashes where logs are complete.
///
/// Events may be added by several threads, in any order, and more than once.
public final class CoverageFinder {

  /// Takes a digest file.
  public void add(TrailDigest digest) {}

  /// Takes a call; those that set up trails and their selectors matter.
  public void add(ApiCall call) {}

  /// Takes the state of a trail as captured by AWS Config.
  public void add(ConfigurationItem item) {}

  /// Takes the fact that some management event of this account and region was read, wanted or not.
  public void seen(String account, String region, Instant time) {}

  /// Takes the fact that an object access was read.
  public void seen(ObjectAccess access) {}

  /// Decides what is complete, partial or absent in the period.
  ///
  /// @param inputs every input with the hash of its unpacked content
  /// @param stores stores to speak of, even when no access to them was seen
  public CoverageResult resolve(Window period, List<InputSummary> inputs, List<ResourceId> stores) {
    return new CoverageResult(List.of(), List.of(), List.of());
  }
}
