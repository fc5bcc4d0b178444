package io.cofferdam.posture.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A distribution of CloudFront: what its behaviours lead to and what they or the origins ask.
///
/// A function's address that asks for signatures is no barrier behind a distribution that signs for
/// every viewer (origin access control).
final class DistributionFront {
  private final Scene scene;
  private final Destinations to;
  private final Fronts fronts;

  DistributionFront(Scene scene, Destinations to, Fronts fronts) {
    this.scene = scene;
    this.to = to;
    this.fronts = fronts;
  }

  Front of(Resource distribution) {
    var acls =
        Acls.named(distribution.fact("WebACLId").asText(""), scene.inventory()).stream().toList();
    var open = Fronts.ternary(distribution.fact("Enabled").asBoolean(true));
    var rate = new Front(distribution, open, List.of(), acls, List.of()).rateRule().orElse("");
    Map<String, JsonNode> origins = new LinkedHashMap<>();
    distribution
        .fact("Origins.Items")
        .forEach(each -> origins.put(each.path("Id").asText(""), each));
    var lanes = new ArrayList<Lane>();
    var behaviours = new LinkedHashMap<String, JsonNode>();
    distribution
        .fact("CacheBehaviors.Items")
        .forEach(each -> behaviours.put(each.path("PathPattern").asText(""), each));
    behaviours.put("default", distribution.fact("DefaultCacheBehavior"));
    behaviours.forEach(
        (path, behaviour) -> {
          var origin = origins.get(behaviour.path("TargetOriginId").asText(""));
          if (origin != null) {
            lanes.addAll(lanes(distribution, path, behaviour, origin, rate));
          }
        });
    var unknown = new ArrayList<String>();
    for (var origin : origins.values()) {
      if (origin.has("CustomOriginConfig") || origin.has("VpcOriginConfig")) {
        unknown.addAll(to.unresolved(origin.path("DomainName").asText("")));
      }
    }
    return new Front(distribution, open, lanes, acls, unknown);
  }

  private List<Lane> lanes(
      Resource distribution, String path, JsonNode behaviour, JsonNode origin, String rate) {
    var host = origin.path("DomainName").asText("");
    var behind = to.host(host).flatMap(fronts::at);
    var lanes = new ArrayList<Lane>();
    for (var lane : behind.map(Front::lanes).orElse(List.of())) {
      var hops = new ArrayList<String>();
      hops.add("CloudFront " + distribution.name() + " " + path);
      hops.addAll(lane.hops());
      var signs = !origin.path("OriginAccessControlId").asText("").isEmpty();
      var asks = asks(behaviour);
      var authenticated = lane.authenticated();
      var because = lane.because();
      if (signs && lane.because().contains("signatures")) {
        authenticated = Ternary.FALSE;
        because = "CloudFront signs for every viewer";
      }
      var open = new ArrayList<>(lane.open());
      if (asks) {
        authenticated = Ternary.TRUE;
        because = "viewers need signed addresses or cookies";
      } else if (authenticated != Ternary.TRUE && functions(behaviour)) {
        authenticated = Ternary.UNKNOWN;
        open.add("function of " + distribution.name() + " " + path + ": whether it asks who calls");
      }
      lanes.add(
          new Lane(
              path + " to " + lane.name(),
              lane.models(),
              hops,
              authenticated,
              because,
              rate.isEmpty() ? lane.limited() : rate,
              open));
    }
    return lanes;
  }

  private static boolean asks(JsonNode behaviour) {
    return behaviour.path("TrustedKeyGroups").path("Enabled").asBoolean(false)
        || behaviour.path("TrustedSigners").path("Enabled").asBoolean(false);
  }

  private static boolean functions(JsonNode behaviour) {
    return behaviour.path("FunctionAssociations").path("Quantity").asInt(0) > 0
        || behaviour.path("LambdaFunctionAssociations").path("Quantity").asInt(0) > 0;
  }
}
