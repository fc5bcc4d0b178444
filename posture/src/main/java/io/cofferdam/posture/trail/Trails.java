package io.cofferdam.posture.trail;

import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.trail.EventSelection.Access;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The trails that log in a region of an account: its own, those of other regions that log in all,
/// and those of the organisation.
public final class Trails {
  static final String TYPE = "cloudtrail-trail";

  private final Scene scene;

  private Trails(Scene scene) {
    this.scene = scene;
  }

  public static Trails of(Scene scene) {
    return scene.derived(Trails.class, Trails::new);
  }

  /// A trail with what it does.
  ///
  /// @param management the management events that it selects; empty where that is not known
  /// @param gaps what keeps its selectors unknown
  public record Seen(Resource trail, TrailHealth health, Set<Access> management, List<Gap> gaps) {
    public Seen {
      gaps = List.copyOf(gaps);
    }

    /// Whether it logs all management events, for sure.
    public boolean whole() {
      return health instanceof TrailHealth.Live && management.equals(EnumSet.allOf(Access.class));
    }

    /// How much of the data events of a type it selects; NONE where that is not known.
    public EventSelection.Part data(String type) {
      return gaps.isEmpty() ? EventSelection.ofTrail(trail).data(type) : EventSelection.Part.NONE;
    }
  }

  /// The trails that log in a region.
  public List<Seen> in(Resource region) {
    var seen = new ArrayList<Seen>();
    var listed = Facts.items(region.facts(), "trails.trailList.TrailARN");
    for (var arn : listed) {
      scene.inventory().find(TYPE, arn.asText("")).ifPresent(trail -> seen.add(seen(trail)));
    }
    return seen;
  }

  /// All trails that log somewhere in an account.
  public List<Seen> of(String account) {
    var trails = new LinkedHashSet<Resource>();
    for (var region : regions(account)) {
      in(region).forEach(each -> trails.add(each.trail()));
    }
    return trails.stream().map(this::seen).toList();
  }

  /// The regions of an account that were asked.
  List<Resource> regions(String account) {
    return scene.inventory().ofType(Inventory.REGION).stream()
        .filter(each -> each.account().equals(account))
        .toList();
  }

  private Seen seen(Resource trail) {
    var gaps = trail.gapsOf(List.of("selectors"));
    return new Seen(
        trail,
        TrailHealth.of(trail, scene.takenAt()),
        gaps.isEmpty() ? EventSelection.ofTrail(trail).management() : EnumSet.noneOf(Access.class),
        gaps);
  }
}
