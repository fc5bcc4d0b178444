package io.cofferdam.posture.predicate.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// Of an account: the AI services opt-out policy in effect opts out every service (AWS
/// Organizations User Guide, "AI services opt-out policies").
final class AiOptOut implements Predicate {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    if (account.fact("organisation.Id").asText("").isEmpty()) {
      return new Outcome.Violated(
          "it stands in no organisation, and only one can opt out",
          List.of("DescribeOrganization: none"));
    }
    JsonNode services;
    var text = account.fact("ai-opt-out.PolicyContent").asText("");
    if (text.isEmpty()) {
      return new Outcome.Violated(
          "no opt-out is in effect",
          List.of("DescribeEffectivePolicy AISERVICES_OPT_OUT_POLICY: none"));
    }
    try {
      services = JSON.readTree(text).path("services");
    } catch (JsonProcessingException bad) {
      return new Outcome.Undetermined(
          List.of("organizations:DescribeEffectivePolicy: a policy that can be read"));
    }
    List<String> in = new ArrayList<>();
    services
        .properties()
        .forEach(
            each -> {
              if (!optedOut(each.getValue())) {
                in.add(each.getKey());
              }
            });
    if (!in.isEmpty() || !optedOut(services.path("default"))) {
      return new Outcome.Violated(
          in.isEmpty()
              ? "not every service is opted out"
              : "not opted out: " + String.join(", ", in),
          List.of(text));
    }
    return new Outcome.Met(List.of("the default and every service named are opted out"));
  }

  private static boolean optedOut(JsonNode service) {
    return service.path("opt_out_policy").asText("").equals("optOut");
  }
}
