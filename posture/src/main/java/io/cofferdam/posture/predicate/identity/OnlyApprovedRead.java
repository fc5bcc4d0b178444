package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.estate.answer.EstateProperty;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.aws.symbolic.PropertyQuestion.Result;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// Of a bucket with sensitive data and declared readers: the bucket's own policy and those of the
/// organisation let nobody else read it, whatever any user or role is granted later.
final class OnlyApprovedRead implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (SensitiveBuckets.of(scene).of(bucket, scene)) {
      case SensitiveBuckets.Held.Lower(var why) -> new Outcome.NotApplicable(why);
      case SensitiveBuckets.Held.Undecided(var missing) -> new Outcome.Undetermined(missing);
      case SensitiveBuckets.Held.Sensitive _ ->
          ApprovedReaders.of(scene, bucket)
              .map(approved -> prove(bucket, approved, scene))
              .orElseGet(
                  () ->
                      new Outcome.NotApplicable(
                          "the data map declares no readers of it (stores: readers)"));
    };
  }

  private static Outcome prove(Resource bucket, ApprovedReaders approved, Scene scene) {
    var estate = ScanEstate.of(scene);
    var property =
        new Property.ReadersWithin(approved.named(estate.estate().principals().keySet()));
    return switch (EstateProperty.prove(
        estate.whoCan().reach().decider(), bucket.id(), property, new Budget(Budget.USUAL))) {
      case Result.Proved(var proof) -> new Outcome.Met(proof.lines());
      case Result.Counterexample(DecisionRequest request, String caller) ->
          Told.violated(
              estate,
              bucket.account(),
              caller
                  + " is not declared as a reader and reads it as soon as a policy of its own"
                  + " allows",
              List.of(Words.of(request)));
      case Result.Unknown(var why) ->
          new Outcome.Undetermined(
              why.stream().sorted().map(each -> bucket.name() + ": " + each).toList());
    };
  }
}
