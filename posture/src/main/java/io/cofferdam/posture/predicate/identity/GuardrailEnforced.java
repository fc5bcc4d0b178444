package io.cofferdam.posture.predicate.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// Of an account: whoever may call a model of Amazon Bedrock may do so only under a guardrail that
/// blocks or masks personal data and blocks prompt attacks (Bedrock User Guide, condition key
/// `bedrock:GuardrailIdentifier`; Bedrock API Reference, GetGuardrail).
final class GuardrailEnforced implements Predicate {
  static final String TYPE = "bedrock-guardrail";

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var estate = ScanEstate.of(scene);
    var callers = new ModelCallers(account.account(), scene);
    var region = estate.region();
    var model = "arn:aws:bedrock:" + region + "::foundation-model/any";
    List<String> without = new ArrayList<>();
    List<String> open = new ArrayList<>(estate.missing(account.account()));
    var may = 0;
    for (var principal : callers.principals()) {
      var bare = callers.verdict(principal, model, region, "");
      if (bare == Verdict.YES) {
        without.add(
            principal.words() + " calls models in " + region + " without an approved guardrail");
      } else if (bare == Verdict.ONLY_IF) {
        open.add(
            principal.arn() + ": calls models without a guardrail if what was not read allows it");
      } else {
        may++;
      }
    }
    if (!without.isEmpty()) {
      return Told.violated(
          estate,
          account.account(),
          Told.count(without.size(), "principal") + " can leave the guardrail out",
          without);
    }
    List<String> strong = new ArrayList<>();
    for (var guardrail : scene.inventory().ofType(TYPE)) {
      if (guardrail.account().equals(account.account())) {
        guardrail.gaps().stream().map(Gap::words).forEach(open::add);
        if (blocks(guardrail)) {
          strong.add(guardrail.name());
        }
      }
    }
    scene.inventory().gapsOf(TYPE).stream()
        .filter(gap -> gap.account().equals(account.account()))
        .map(ListGap::gap)
        .map(Gap::words)
        .forEach(open::add);
    if (!open.isEmpty()) {
      return new Outcome.Undetermined(Told.shortened(open.stream().distinct().toList()));
    }
    if (may == 0) {
      return new Outcome.NotApplicable("nobody but administrators may call a model");
    }
    return strong.isEmpty()
        ? new Outcome.Violated(
            "calls need a guardrail, and none blocks both personal data and prompt attacks",
            List.of("GetGuardrail: none with both"))
        : new Outcome.Met(
            List.of(
                "nobody calls a model without the guardrail asked for; "
                    + String.join(", ", strong)
                    + " blocks both"));
  }

  private static boolean blocks(Resource guardrail) {
    return any(
            guardrail.fact("guardrail.sensitiveInformationPolicy.piiEntities"),
            "action",
            "BLOCK",
            "ANONYMIZE")
        && attack(guardrail.fact("guardrail.contentPolicy.filters"));
  }

  private static boolean attack(JsonNode filters) {
    for (var filter : filters) {
      if (filter.path("type").asText().equals("PROMPT_ATTACK")
          && !filter.path("inputStrength").asText("NONE").equals("NONE")) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(JsonNode list, String member, String... values) {
    for (var each : list) {
      if (List.of(values).contains(each.path(member).asText())) {
        return true;
      }
    }
    return false;
  }
}
