package io.cofferdam.posture.predicate.edge;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// An API neither writes whole requests and answers to its log nor tells callers what the backend
/// said when it failed.
///
/// Source: API Gateway developer guide, CloudWatch logging (data tracing), gateway responses and
/// their variables.
final class ErrorsKept implements Predicate {
  private static final List<String> TELLING =
      List.of(
          "$context.integrationErrorMessage",
          "$context.integration.error",
          "$context.error.validationErrorString",
          "$context.authorizer.error");

  @Override
  public Outcome evaluate(Resource api, Scene scene) {
    var verdict = new Verdict();
    api.gapsOf(List.of("stages", "gateway-responses")).stream()
        .map(Gap::words)
        .forEach(verdict::open);
    for (var stage : api.fact("stages.item")) {
      for (var settings : stage.path("methodSettings").properties()) {
        if (settings.getValue().path("dataTraceEnabled").asBoolean(false)) {
          verdict.wrong(
              "stage "
                  + stage.path("stageName").asText("")
                  + " writes whole requests and answers to its log",
              settings.getKey() + " dataTraceEnabled");
        }
      }
    }
    for (var response : api.fact("gateway-responses.items")) {
      for (var template : response.path("responseTemplates").properties()) {
        for (var variable : TELLING) {
          if (template.getValue().asText("").contains(variable)) {
            verdict.wrong(
                "the answer to " + response.path("responseType").asText("") + " tells " + variable,
                template.getValue().asText(""));
          }
        }
      }
    }
    return verdict.outcome();
  }
}
