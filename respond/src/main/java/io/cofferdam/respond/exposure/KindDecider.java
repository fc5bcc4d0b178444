package io.cofferdam.respond.exposure;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import java.util.List;
import java.util.Set;

/// Decides the exposure of the resources of one kind from what was seen of them.
interface KindDecider {

  /// The kinds it decides.
  Set<ResourceKind> kinds();

  /// The resources of its kinds that events mentioned.
  Set<ResourceId> resources();

  /// The spans of one resource for every audience that can arise, each audience's covering the
  /// period.
  ///
  /// @param witnesses reads by outsiders that succeeded, in order of time
  List<Exposure> decide(ResourceId resource, Window period, List<Witness> witnesses, Findings out);

  /// The audiences every resource is asked about, even when nothing names them.
  static List<Audience> always() {
    return List.of(new Audience.Anyone(), new Audience.AnyAccount());
  }
}
