package io.cofferdam.posture.predicate.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.bucket.OrganisationPolicies;
import io.cofferdam.posture.predicate.bucket.OutsideZone;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// The policy of a key lets nobody outside the trust zone use or manage it.
final class KeyOutsiders implements Predicate {

  @Override
  public Outcome evaluate(Resource key, Scene scene) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", key.id());
    line.put("resource", key.id());
    line.put("resourceAccount", key.account());
    if (!key.fact("policy").asText("").isEmpty()) {
      line.set("policy", key.fact("policy"));
    }
    return switch (PublicLine.read(line.toString())) {
      case QuestionReading.Refused<PublicQuestion> refused ->
          new Outcome.Undetermined(
              List.of("a policy that can be read: " + refused.problems().getFirst().message()));
      case QuestionReading.Read<PublicQuestion> read -> {
        var binding = OrganisationPolicies.of(scene).on(key.account());
        var outcome =
            OutsideZone.of(scene).ask(read.question().withRcps(binding.rcps()), List.of("kms:*"));
        yield outcome instanceof Outcome.Violated(var why, var witness)
            ? new Outcome.Violated(
                why + binding.caveat().map(words -> "; " + words).orElse(""), witness)
            : outcome;
      }
    };
  }
}
