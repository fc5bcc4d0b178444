package io.cofferdam.posture.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An HTTP or WebSocket API of API Gateway. A WebSocket API authorises when a connection is made,
/// so that the route `$connect` speaks for all. No web ACL can be attached to either.
final class HttpFront {
  private static final double USUAL_RATE = 10_000;
  private final Destinations to;

  HttpFront(Destinations to) {
    this.to = to;
  }

  Front of(Resource api) {
    var open = Fronts.gaps(api, "routes", "integrations");
    Map<String, JsonNode> integrations = new HashMap<>();
    api.fact("integrations.Items")
        .forEach(each -> integrations.put(each.path("IntegrationId").asText(""), each));
    var connect = "";
    for (var route : api.fact("routes.Items")) {
      if (route.path("RouteKey").asText("").equals("$connect")) {
        connect = route.path("AuthorizationType").asText("NONE");
      }
    }
    var lanes = new ArrayList<Lane>();
    for (var route : api.fact("routes.Items")) {
      var target = route.path("Target").asText("").replace("integrations/", "");
      var integration = integrations.get(target);
      var models = models(integration);
      if (integration != null && integration.path("IntegrationUri").asText("").startsWith("http")) {
        open.addAll(to.unresolved(integration.path("IntegrationUri").asText("")));
      }
      if (!models.isEmpty()) {
        lanes.add(lane(api, route, connect, models));
      }
    }
    return new Front(api, Ternary.TRUE, lanes, List.of(), open);
  }

  private Set<String> models(@org.jspecify.annotations.Nullable JsonNode integration) {
    return integration == null
        ? Set.of()
        : new TreeSet<>(to.ofAddress(integration.path("IntegrationUri").asText("")));
  }

  private static Lane lane(Resource api, JsonNode route, String connect, Set<String> models) {
    var type = connect.isEmpty() ? route.path("AuthorizationType").asText("NONE") : connect;
    var open = new ArrayList<String>();
    var limit = limit(api, route.path("RouteKey").asText(""));
    if (limit.isEmpty()) {
      open.addAll(Fronts.gaps(api, "stages"));
    }
    return new Lane(
        route.path("RouteKey").asText(""),
        models,
        List.of(api.fact("ProtocolType").asText("HTTP") + " API " + api.name()),
        Fronts.ternary(!type.equals("NONE")),
        type.equals("NONE") ? "authorisation is NONE" : "authorised by " + type,
        limit,
        open);
  }

  private static String limit(Resource api, String route) {
    for (var stage : api.fact("stages.Items")) {
      for (var settings :
          List.of(stage.path("RouteSettings").path(route), stage.path("DefaultRouteSettings"))) {
        var rate = settings.path("ThrottlingRateLimit").asDouble(USUAL_RATE);
        if (rate > 0 && rate < USUAL_RATE) {
          return "stage " + stage.path("StageName").asText("") + " throttles at " + rate + "/s";
        }
      }
    }
    return "";
  }
}
