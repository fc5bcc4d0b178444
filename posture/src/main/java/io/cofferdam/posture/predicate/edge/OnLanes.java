package io.cofferdam.posture.predicate.edge;

import io.cofferdam.model.Ternary;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.edge.Front;
import io.cofferdam.posture.edge.Fronts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// A condition on every way from the public to a model.
abstract class OnLanes implements Predicate {

  abstract void judge(Front front, Verdict verdict);

  @Override
  public final Outcome evaluate(Resource resource, Scene scene) {
    var front = Fronts.of(scene).at(resource);
    if (front.isEmpty()) {
      return new Outcome.NotApplicable(resource.name() + " takes no calls");
    }
    if (front.get().open() == Ternary.FALSE) {
      return new Outcome.NotApplicable("the public does not reach " + resource.name());
    }
    var verdict = new Verdict();
    front.get().unknown().forEach(verdict::open);
    if (front.get().lanes().isEmpty()) {
      var open = new ArrayList<>(ModelPlaces.of(scene).open());
      Fronts.of(scene).open().stream().filter(each -> !open.contains(each)).forEach(open::add);
      open.addAll(front.get().unknown());
      return open.isEmpty()
          ? new Outcome.NotApplicable(resource.name() + " leads to no model")
          : new Outcome.Undetermined(List.copyOf(open));
    }
    judge(front.get(), verdict);
    var outcome = verdict.outcome();
    return front.get().open() == Ternary.UNKNOWN && outcome instanceof Outcome.Violated(var why, _)
        ? new Outcome.Undetermined(
            List.of("whether the public reaches " + resource.name() + "; if it does, " + why))
        : outcome;
  }
}
