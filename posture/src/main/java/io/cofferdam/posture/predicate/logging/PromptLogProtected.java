package io.cofferdam.posture.predicate.logging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Unseen;
import java.util.Optional;

/// A log group that may hold people's words is encrypted with a key of the customer, masks personal
/// data, and no policy opens it to everybody.
final class PromptLogProtected implements AsksTrails {

  @Override
  public Outcome evaluate(Resource group, Scene scene) {
    var holds = AuditLogs.of(scene).prompts(group);
    if (holds.isEmpty()) {
      return new Absence()
          .unless(Unseen.beside(group, scene))
          .facts(region(group, scene).stream().toList(), "invocation-logging")
          .outcome("no workload with a language model writes to it");
    }
    var verdict = new Verdict();
    if (group.fact("kmsKeyId").asText("").isEmpty()) {
      verdict.wrong("no key of the customer protects it", "there is no kmsKeyId");
    }
    var region = region(group, scene);
    masking(group, region, verdict);
    region.ifPresent(it -> policies(group, it, verdict));
    return verdict.outcome();
  }

  private static Optional<Resource> region(Resource group, Scene scene) {
    return scene.inventory().region(group.account(), group.region());
  }

  private static void masking(Resource group, Optional<Resource> region, Verdict verdict) {
    if (group.fact("dataProtectionStatus").asText("").equals("ACTIVATED")
        || Facts.items(group.facts(), "inheritedProperties").stream()
            .anyMatch(each -> each.asText("").equals("ACCOUNT_DATA_PROTECTION"))) {
      verdict.fine("personal data in it are masked");
      return;
    }
    if (region.isPresent() && verdict.lacks(region.get(), "log-protection")) {
      return;
    }
    if (region
        .map(it -> !Facts.items(it.facts(), "log-protection.accountPolicies").isEmpty())
        .orElse(false)) {
      verdict.fine("a policy of the account masks personal data in it");
    } else {
      verdict.wrong("personal data in it are not masked", "there is no data protection policy");
    }
  }

  private static void policies(Resource group, Resource region, Verdict verdict) {
    if (verdict.lacks(region, "log-policies")) {
      return;
    }
    for (var policy : Facts.items(region.facts(), "log-policies.resourcePolicies")) {
      var line = JsonNodeFactory.instance.objectNode();
      line.put("id", group.id());
      line.put("resource", group.id() + ":*");
      line.put("resourceAccount", group.account());
      line.set("policy", policy.path("policyDocument"));
      switch (PublicLine.read(line.toString())) {
        case QuestionReading.Refused<PublicQuestion> refused ->
            verdict.open(
                "logs:DescribeResourcePolicies: a policy that can be read: "
                    + refused.problems().getFirst().message());
        case QuestionReading.Read<PublicQuestion> read -> {
          var answer = read.question().answer();
          switch (answer.verdict()) {
            case PUBLIC ->
                verdict.wrong(
                    "policy `" + policy.path("policyName").asText("") + "` opens it to everybody",
                    answer.witness().map(Words::of).orElse(answer.because().getFirst()));
            case UNKNOWN -> answer.undecided().forEach(verdict::open);
            case NOT_PUBLIC -> {}
          }
        }
      }
    }
  }
}
