package io.cofferdam.posture.predicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.aws.symbolic.PublicAnswer;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// The policy of a resource (key, secret, queue, ...) lets in nobody whom it does not name.
final class PolicyNotPublic implements Predicate {

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", resource.id());
    line.put("resource", resource.id());
    line.put("resourceAccount", resource.account());
    if (resource.fact("policy").isTextual()) {
      line.set("policy", resource.fact("policy"));
    }
    return switch (PublicLine.read(line.toString())) {
      case QuestionReading.Refused<PublicQuestion> refused ->
          new Outcome.Undetermined(
              List.of("a policy that can be read: " + refused.problems().getFirst().message()));
      case QuestionReading.Read<PublicQuestion> read -> outcome(read.question().answer());
    };
  }

  private static Outcome outcome(PublicAnswer answer) {
    return switch (answer.verdict()) {
      case PUBLIC ->
          new Outcome.Violated(
              answer.because().getFirst(),
              answer.witness().map(w -> List.of(Words.of(w))).orElse(List.of()));
      case NOT_PUBLIC -> new Outcome.Met(answer.because());
      case UNKNOWN -> new Outcome.Undetermined(List.copyOf(answer.undecided()));
    };
  }
}
