package io.cofferdam.posture.predicate;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.aws.symbolic.PropertyQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// A promise about every request that a bucket allows, proved or broken by a request. What callers'
/// own policies allow is taken to be everything.
record BucketProperty(Property property) implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (BucketQuestion.of(bucket, scene)) {
      case BucketQuestion.Missing(var what) -> new Outcome.Undetermined(what);
      case BucketQuestion.Asked asked -> {
        var question = asked.question();
        var policies = PolicySet.of(List.of(), question.policy()).withS3(question.s3());
        yield switch (new PropertyQuestion(bucket.id(), bucket.account(), policies, false)
            .prove(property)) {
          case PropertyQuestion.Result.Proved(var proof) -> asked.proved(bucket, proof.lines());
          case PropertyQuestion.Result.Counterexample(DecisionRequest request, String caller) ->
              asked.broken(caller, List.of(Words.of(request)));
          case PropertyQuestion.Result.Unknown(var why) ->
              new Outcome.Undetermined(List.copyOf(why));
        };
      }
    };
  }
}
