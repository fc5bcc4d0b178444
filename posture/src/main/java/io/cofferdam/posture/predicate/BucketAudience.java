package io.cofferdam.posture.predicate;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.AudienceQuestion;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Set;

/// Nobody of an audience is allowed one of some actions on a bucket or its objects, with policy,
/// access control list, ownership and all public access blocks taken together.
record BucketAudience(Audience audience, List<String> actions) implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (BucketQuestion.of(bucket, scene)) {
      case BucketQuestion.Missing(var what) -> new Outcome.Undetermined(what);
      case BucketQuestion.Asked asked ->
          switch (new AudienceQuestion(asked.question(), audience, actions).answer()) {
            case Answer.Found(DecisionRequest request, String caller) ->
                asked.broken(caller, List.of(Words.of(request)));
            case Answer.Impossible(Proof proof) -> asked.proved(bucket, proof.lines());
            case Answer.Unknown(Set<String> why) -> new Outcome.Undetermined(List.copyOf(why));
          };
    };
  }
}
