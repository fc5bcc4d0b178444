package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// Nobody outside the trust zone is allowed any of some actions on a bucket, directly or through an
/// access point.
record ExternalReaders(List<String> actions) implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (BucketQuestion.of(bucket, scene)) {
      case BucketQuestion.Missing(var what) -> new Outcome.Undetermined(what);
      case BucketQuestion.Asked asked -> {
        var questions = new ArrayList<PublicQuestion>();
        questions.add(asked.direct());
        asked.throughPoints().ifPresent(questions::add);
        var zone = OutsideZone.of(scene);
        var outcomes = new ArrayList<Outcome>();
        questions.forEach(question -> outcomes.add(zone.ask(question, actions)));
        if (!asked.pointsMissing().isEmpty()) {
          outcomes.add(new Outcome.Undetermined(asked.pointsMissing()));
        }
        var worst = OutsideZone.worst(outcomes);
        yield worst instanceof Outcome.Violated(var why, var witness)
            ? asked.broken(why, witness)
            : worst;
      }
    };
  }
}
