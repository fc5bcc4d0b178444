package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.trail.TrailHealth;
import io.cofferdam.posture.trail.Trails;
import java.util.List;

/// Some trail logs the management events of all regions of an account, and delivers.
final class EveryRegionLogged implements AsksTrails {

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var verdict = new Verdict();
    var others = new Verdict();
    for (var seen : Trails.of(scene).of(account.account())) {
      var trail = seen.trail();
      var name = "trail `" + trail.name() + "`";
      if (!trail.fact("IsMultiRegionTrail").asBoolean(false)) {
        others.wrong(name + " logs one region only", "IsMultiRegionTrail of " + name + " is false");
        continue;
      }
      switch (seen.health()) {
        case TrailHealth.Broken(var why, var fact) -> others.wrong(name + " " + why, fact);
        case TrailHealth.Unclear(var missing) -> missing.forEach(verdict::open);
        case TrailHealth.Live live -> {
          if (seen.whole()) {
            return new Outcome.Met(
                List.of(
                    name
                        + " logs all management events of all regions and delivered within the"
                        + " hour"));
          }
          if (!verdict.lacks(trail, "selectors")) {
            others.wrong(
                name + " leaves out management events", "selected are " + seen.management());
          }
        }
      }
    }
    for (var region : scene.inventory().ofType(Inventory.REGION)) {
      if (region.account().equals(account.account())) {
        verdict.lacks(region, "trails");
      }
    }
    if (!(verdict.outcome() instanceof Outcome.Met)) {
      return verdict.outcome();
    }
    return others.outcome() instanceof Outcome.Violated broken
        ? broken
        : new Outcome.Violated("there is no trail", List.of("DescribeTrails is empty"));
  }
}
