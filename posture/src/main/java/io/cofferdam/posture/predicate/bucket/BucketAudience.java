package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.AudienceQuestion;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Nobody of an audience is allowed any of some actions on a bucket: policy, access control lists,
/// ownership, all public access blocks, access points and resource control policies taken together.
record BucketAudience(Audience audience, List<String> actions) implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (BucketQuestion.of(bucket, scene)) {
      case BucketQuestion.Missing(var what) -> new Outcome.Undetermined(what);
      case BucketQuestion.Asked asked -> evaluate(asked);
    };
  }

  private Outcome evaluate(BucketQuestion.Asked asked) {
    var questions = new ArrayList<PublicQuestion>();
    questions.add(asked.direct());
    asked.throughPoints().ifPresent(questions::add);
    var proof = new ArrayList<String>();
    var open = new ArrayList<String>();
    for (var question : questions) {
      switch (new AudienceQuestion(question, audience, actions).answer()) {
        case Answer.Found(DecisionRequest request, String caller) -> {
          return asked.broken(caller, List.of(Words.of(request)));
        }
        case Answer.Impossible(Proof steps) -> proof.addAll(steps.lines());
        case Answer.Unknown(Set<String> why) -> open.addAll(why);
      }
    }
    open.addAll(asked.pointsMissing());
    return open.isEmpty() ? new Outcome.Met(proof) : new Outcome.Undetermined(open);
  }
}
