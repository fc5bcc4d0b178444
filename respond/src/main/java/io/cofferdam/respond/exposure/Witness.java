package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.Comparator;

/// A read by an outsider that succeeded, which proves that the resource stood open at that second.
record Witness(ResourceId resource, Audience audience, Instant time, EventRef event) {

  /// Reads of one audience in one minute count as one, so that millions of reads stay few.
  record Key(ResourceId resource, Audience audience, long minute) {}

  static final Comparator<Witness> BY_TIME =
      Comparator.comparing(Witness::time)
          .thenComparingInt(w -> w.event().input())
          .thenComparingLong(w -> w.event().record())
          .thenComparing(w -> w.event().id());

  Key key() {
    return new Key(resource, audience, Math.floorDiv(time.getEpochSecond(), 60));
  }

  static Witness first(Witness one, Witness other) {
    return BY_TIME.compare(one, other) <= 0 ? one : other;
  }

  /// Whether it also proves openness to `other`: what anyone can do, every account can do.
  boolean shows(Audience other) {
    return audience instanceof Audience.Anyone || audience.equals(other);
  }
}
