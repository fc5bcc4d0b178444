package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Says of resources of a kind whose settings are not replayed that nothing is known, save for the
/// seconds in which an outsider's access succeeded.
final class OtherDecider implements KindDecider {
  private static final String WHY =
      "its kind is none of those whose settings are replayed; what it is set to at that time would"
          + " decide";

  @Override
  public Set<ResourceKind> kinds() {
    return Set.of(ResourceKind.OTHER);
  }

  @Override
  public Set<ResourceId> resources() {
    return Set.of();
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    out.unknown("exposure of " + resource.id(), WHY);
    var audiences = new LinkedHashSet<>(KindDecider.always());
    witnesses.forEach(w -> audiences.add(w.audience()));
    var exposures = new ArrayList<Exposure>();
    for (var audience : audiences) {
      var row =
          new Row(period, ExposureState.UNKNOWN, ExposureState.UNKNOWN, List.of(Reason.of(WHY)));
      var shown =
          witnesses.stream().filter(w -> w.shows(audience) && period.contains(w.time())).toList();
      var rows = shown.isEmpty() ? List.of(row) : Witnessing.apply(row, shown, false);
      for (var each : rows) {
        exposures.add(
            new Exposure(resource, "", audience, each.window(), each.state(), each.because()));
      }
    }
    return exposures;
  }
}
