package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.trail.TrailHealth;
import io.cofferdam.posture.trail.Trails;
import io.cofferdam.posture.workload.RegionUse;
import java.util.List;

/// A region in which a model or classed data lies is logged, as found by inventory.
final class RegionLogged implements AsksTrails {

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var use = RegionUse.of(scene);
    var unused = use.unused(region);
    if (unused.isPresent()) {
      return unused.get();
    }
    var there = use.reasons(region).getFirst() + " lies there";
    var verdict = new Verdict();
    var others = new Verdict();
    for (var seen : Trails.of(scene).in(region)) {
      var name = "trail `" + seen.trail().name() + "`";
      switch (seen.health()) {
        case TrailHealth.Broken(var why, var fact) ->
            others.wrong(there + ", and " + name + " " + why, fact);
        case TrailHealth.Unclear(var missing) -> missing.forEach(verdict::open);
        case TrailHealth.Live live -> {
          if (seen.whole()) {
            return new Outcome.Met(List.of(there + "; " + name + " logs it"));
          }
          if (!verdict.lacks(seen.trail(), "selectors")) {
            others.wrong(
                there + ", and " + name + " leaves out management events",
                "selected are " + seen.management());
          }
        }
      }
    }
    if (!(verdict.outcome() instanceof Outcome.Met)) {
      return verdict.outcome();
    }
    return others.outcome() instanceof Outcome.Violated broken
        ? broken
        : new Outcome.Violated(there, List.of("DescribeTrails names no trail for the region"));
  }
}
