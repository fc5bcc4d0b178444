package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// A group of model packages is shared with nobody outside the trust zone.
final class ModelShare implements Predicate {

  @Override
  public Outcome evaluate(Resource group, Scene scene) {
    var verdict = new Verdict();
    if (!verdict.lacks(group, "policy")) {
      var packages = group.id().replace(":model-package-group/", ":model-package/") + "/1";
      Audiences.policy(group, List.of(group.id(), packages), group.fact("policy"), scene, verdict);
    }
    Audiences.shares(group, scene, verdict);
    return verdict.outcome();
  }
}
