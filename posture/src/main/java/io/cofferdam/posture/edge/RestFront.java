package io.cofferdam.posture.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A REST API of API Gateway: its methods, what authorises them and what limits their stages.
///
/// An API key names a plan of usage; it is no authentication (API Gateway developer guide, "Usage
/// plans and API keys").
final class RestFront {
  /// What an account is granted where nobody set a limit: no limit of its own.
  private static final double USUAL_RATE = 10_000;

  private final Scene scene;
  private final Destinations to;

  RestFront(Scene scene, Destinations to) {
    this.scene = scene;
    this.to = to;
  }

  Front of(Resource api) {
    var open = Fronts.gaps(api, "resources");
    var lanes = new ArrayList<Lane>();
    var acls = new ArrayList<Resource>();
    for (var stage : api.fact("stages.item")) {
      Acls.named(stage.path("webAclArn").asText(""), scene.inventory()).ifPresent(acls::add);
    }
    var front = new Front(api, open(api), List.of(), acls, List.of());
    for (var resource : api.fact("resources.items")) {
      for (var method : resource.path("resourceMethods").properties()) {
        var models = models(method.getValue());
        var integration = method.getValue().path("methodIntegration");
        if (integration.path("type").asText("").startsWith("HTTP")) {
          open.addAll(to.unresolved(integration.path("uri").asText("")));
        }
        if (!models.isEmpty()) {
          lanes.add(
              lane(
                  api,
                  front,
                  method.getKey() + " " + resource.path("path").asText(""),
                  method.getValue(),
                  models));
        }
      }
    }
    return new Front(api, front.open(), lanes, acls, open);
  }

  private static Ternary open(Resource api) {
    return Fronts.ternary(
        Facts.items(api.facts(), "endpointConfiguration.types").stream()
            .noneMatch(each -> each.asText().equals("PRIVATE")));
  }

  private Set<String> models(JsonNode method) {
    var integration = method.path("methodIntegration");
    var models = new TreeSet<>(to.ofAddress(integration.path("uri").asText("")));
    models.addAll(to.ofAddress(integration.path("integrationTarget").asText("")));
    return models;
  }

  private Lane lane(Resource api, Front front, String name, JsonNode method, Set<String> models) {
    var type = method.path("authorizationType").asText("");
    var key = method.path("apiKeyRequired").asBoolean(false);
    var authenticated =
        type.isEmpty()
            ? Ternary.UNKNOWN
            : type.equals("NONE") ? ApiPolicy.closed(api) : Ternary.TRUE;
    var because =
        type.equals("NONE")
            ? authenticated == Ternary.TRUE
                ? "the policy of the API names who may call"
                : "authorisation is NONE" + (key ? ", and an API key authenticates nobody" : "")
            : "authorised by " + type;
    var open = new ArrayList<String>();
    if (authenticated == Ternary.UNKNOWN) {
      open.add("apigateway:GET: who may call " + name + " by the policy of the API");
    }
    var limit = front.rateRule().orElseGet(() -> limit(api, key));
    if (limit.isEmpty()) {
      open.addAll(Fronts.gaps(api, "stages"));
      front.acls().forEach(acl -> open.addAll(Fronts.gaps(acl, "acl")));
      if (key) {
        scene.inventory().gapsOf("usage-plan").stream()
            .filter(gap -> gap.account().equals(api.account()))
            .filter(gap -> gap.region().equals(api.region()))
            .forEach(gap -> open.add(gap.gap().words()));
      }
    }
    return new Lane(
        name,
        models,
        List.of("REST API " + api.name(), method.path("methodIntegration").path("type").asText("")),
        authenticated,
        because,
        limit,
        open);
  }

  private String limit(Resource api, boolean key) {
    for (var stage : api.fact("stages.item")) {
      for (var settings : stage.path("methodSettings").properties()) {
        var rate = settings.getValue().path("throttlingRateLimit").asDouble(USUAL_RATE);
        if (settings.getKey().equals("*/*") && rate >= 0 && rate < USUAL_RATE) {
          return "stage " + stage.path("stageName").asText("") + " throttles at " + rate + "/s";
        }
      }
    }
    var id = ApiPolicy.idOf(api);
    for (var plan : scene.inventory().ofType("usage-plan")) {
      var about =
          Facts.items(plan.facts(), "apiStages.apiId").stream()
              .anyMatch(each -> each.asText().equals(id));
      if (key && about && (plan.fact("throttle").isObject() || plan.fact("quota").isObject())) {
        return "usage plan " + plan.name();
      }
    }
    return "";
  }
}
