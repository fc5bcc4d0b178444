package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Replays configuration changes into OPEN, CLOSED and UNKNOWN spans per resource and audience.
///
/// Events may be added by several threads, in any order, and more than once; memory grows with the
/// number of configuration events only.
public final class ExposureReplay {

  /// Whether an API call of this kind matters to exposure, tampering or coverage.
  public static boolean wants(Provider provider, String service, String action) {
    return provider == Provider.AWS && service.equals("s3.amazonaws.com") && !action.isEmpty();
  }

  /// Takes a call; one that is not wanted, or that failed, changes nothing.
  public void add(ApiCall call) {}

  /// Takes a full state as captured at one time.
  public void add(ConfigurationItem item) {}

  /// Takes the fact that someone of the audience did read from the resource at this instant.
  public void addWitness(ResourceId resource, Audience audience, Instant instant, EventRef event) {}

  /// Decides every span of the period.
  ///
  /// @param ownAccounts the company's own accounts; they are never an audience
  /// @param knownStores stores that get a row even when no event mentions them
  /// @param coverage what the logs are proved to hold
  public ExposureResult resolve(
      Window period,
      List<String> ownAccounts,
      List<ResourceId> knownStores,
      CoverageResult coverage) {
    var exposures = new ArrayList<Exposure>();
    for (var store : knownStores) {
      exposures.add(
          new Exposure(
              store,
              "",
              new Audience.Anyone(),
              period,
              ExposureState.UNKNOWN,
              List.of(Reason.of("no configuration of it was given"))));
    }
    return new ExposureResult(exposures, List.of(), List.of(), List.of());
  }
}
