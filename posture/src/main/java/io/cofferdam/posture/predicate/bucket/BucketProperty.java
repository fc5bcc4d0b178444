package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.aws.symbolic.PropertyQuestion;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// A promise about every request that a bucket allows, proved or broken by a request. What callers'
/// own policies allow is taken to be everything, and so is what access points let through: they can
/// only narrow it, so a proof holds with any.
record BucketProperty(Property property) implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (BucketQuestion.of(bucket, scene)) {
      case BucketQuestion.Missing(var what) -> new Outcome.Undetermined(what);
      case BucketQuestion.Asked asked ->
          switch (new PropertyQuestion(bucket.id(), bucket.account(), policies(asked), false)
              .prove(property)) {
            case PropertyQuestion.Result.Proved(var proof) -> new Outcome.Met(proof.lines());
            case PropertyQuestion.Result.Counterexample(DecisionRequest request, String caller) ->
                asked.broken(caller, List.of(Words.of(request)));
            case PropertyQuestion.Result.Unknown(var why) ->
                new Outcome.Undetermined(List.copyOf(why));
          };
    };
  }

  private static PolicySet policies(BucketQuestion.Asked asked) {
    PublicQuestion question = asked.direct();
    return new PolicySet(
        List.of(),
        question.policy(),
        asked.scps(),
        question.rcps(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        question.s3());
  }
}
