package io.cofferdam.posture.predicate.trail;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.trail.EventSelectors.Missed;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.trail.TrailHealth;
import java.util.ArrayList;
import java.util.List;

/// Whether the trails that really deliver log what is done to the objects of a bucket.
///
/// Event data stores of CloudTrail Lake are not counted.
///
/// @param reads of what objects hold
/// @param writes acts that change or open objects
public record ObjectLogging(Coverage reads, Coverage writes) {

  /// What is known of one kind of event.
  public sealed interface Coverage {
    /// Every event is selected and delivered.
    ///
    /// @param trails ARNs of those that do it, together
    record Whole(List<String> trails) implements Coverage {
      public Whole {
        trails = List.copyOf(trails);
      }
    }

    /// Some event is not.
    ///
    /// @param event one that leaves no trace, in words
    /// @param partly whether some trail has a selector for objects at all
    record Holes(String event, boolean partly) implements Coverage {}

    /// It is not known.
    ///
    /// @param missing each with the permission
    record Unknown(List<String> missing) implements Coverage {
      public Unknown {
        missing = List.copyOf(missing);
      }
    }
  }

  public static ObjectLogging of(Resource bucket, Scene scene) {
    var trails = Trails.over(bucket, scene);
    return new ObjectLogging(
        coverage(EventKind.objectReads(bucket.name()), trails),
        coverage(EventKind.objectWrites(bucket.name()), trails));
  }

  private static Coverage coverage(EventKind kind, Trails trails) {
    return switch (trails.selectors().missed(kind)) {
      case Missed.None n -> new Coverage.Whole(trails.delivering());
      case Missed.Event(String words) ->
          trails.missing().isEmpty()
              ? new Coverage.Holes(words, trails.selectors().touches(kind))
              : new Coverage.Unknown(trails.missing());
      case Missed.Undecided u ->
          new Coverage.Unknown(
              List.of("the selectors of the trails: more combinations than were tried"));
    };
  }

  /// The trails that log what happens in the bucket's region.
  private record Trails(EventSelectors selectors, List<String> delivering, List<String> missing) {

    static Trails over(Resource bucket, Scene scene) {
      var selectors = new EventSelectors(List.of());
      var delivering = new ArrayList<String>();
      var missing = new ArrayList<String>();
      for (var gap : scene.inventory().gapsOf("cloudtrail-trail")) {
        if (gap.account().equals(bucket.account()) && gap.region().equals(bucket.region())) {
          missing.add(gap.gap().words());
        }
      }
      for (var trail : scene.inventory().ofType("cloudtrail-trail")) {
        if (!covers(trail, bucket)) {
          continue;
        }
        var own = EventSelectors.of(trail.fact("selectors"));
        var gaps = trail.gapsOf(List.of("selectors"));
        if (!gaps.isEmpty()) {
          gaps.stream().map(Gap::words).map(w -> w + " for " + trail.name()).forEach(missing::add);
        } else if (own.touches(EventKind.objectReads(bucket.name()))
            || own.touches(EventKind.objectWrites(bucket.name()))) {
          switch (TrailHealth.of(trail, scene.takenAt())) {
            case TrailHealth.Live live -> {
              delivering.add(trail.id());
              selectors = selectors.with(own);
            }
            case TrailHealth.Broken broken -> {}
            case TrailHealth.Unclear(var open) -> missing.addAll(open);
          }
        }
      }
      if (!asked(bucket, scene) && delivering.isEmpty()) {
        missing.add(
            "the trails of region " + bucket.region() + ", which was not asked (scan it as well)");
      }
      return new Trails(selectors, delivering, missing);
    }

    /// Whether the bucket's region was part of the scan; without a region nothing is left out.
    private static boolean asked(Resource bucket, Scene scene) {
      return scene.inventory().ofType(Inventory.REGION).isEmpty()
          || scene.inventory().region(bucket.account(), bucket.region()).isPresent();
    }

    private static boolean covers(Resource trail, Resource bucket) {
      var organisation = trail.fact("IsOrganizationTrail").asBoolean(false);
      var everywhere = trail.fact("IsMultiRegionTrail").asBoolean(false);
      return (organisation || trail.account().equals(bucket.account()))
          && (everywhere || trail.fact("HomeRegion").asText().equals(bucket.region()));
    }
  }
}
