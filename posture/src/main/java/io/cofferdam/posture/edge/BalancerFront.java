package io.cofferdam.posture.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A load balancer: the rules of its listeners that forward to models, and whether one of the steps
/// before asks the caller who it is.
final class BalancerFront {
  private static final Set<String> ASKING =
      Set.of("authenticate-oidc", "authenticate-cognito", "jwt-validation");

  private final Scene scene;
  private final Destinations to;

  BalancerFront(Scene scene, Destinations to) {
    this.scene = scene;
    this.to = to;
  }

  Front of(Resource balancer) {
    var open = open(balancer);
    var acls = Acls.of(balancer, scene.inventory());
    var rate = new Front(balancer, open, List.of(), acls, List.of()).rateRule().orElse("");
    var lanes = new ArrayList<Lane>();
    var unknown = new ArrayList<String>();
    for (var listener : scene.inventory().where("lb-listener", "LoadBalancerArn", balancer.id())) {
      unknown.addAll(Fronts.gaps(listener, "rules"));
      lanes.addAll(lanes(balancer, listener, rate));
    }
    for (var gap : scene.inventory().gapsOf("lb-listener")) {
      if (gap.account().equals(balancer.account()) && gap.region().equals(balancer.region())) {
        unknown.add(gap.gap().words());
      }
    }
    return new Front(balancer, open, lanes, acls, unknown);
  }

  /// Whether anybody reaches it: one that lets in the addresses of CloudFront alone is no front, an
  /// internal one is where Global Accelerator or a network load balancer leads to it.
  private Ternary open(Resource balancer) {
    var network = SceneNetwork.of(scene);
    var standing = network.ofBalancer(balancer.id());
    if (!balancer.fact("Scheme").asText("").equals("internet-facing")) {
      var open = network.anybodyPassesTo(balancer.id());
      for (var at : standing) {
        open = open.or(network.anybodyReaches(at));
      }
      return open;
    }
    if (standing.isEmpty()) {
      return Ternary.TRUE;
    }
    var open = Ternary.FALSE;
    for (var at : standing) {
      open = open.or(network.anybodyReaches(at));
    }
    return open;
  }

  private List<Lane> lanes(Resource balancer, Resource listener, String rate) {
    var lanes = new ArrayList<Lane>();
    var rules = listener.fact("rules.Rules");
    if (rules.isArray() && !rules.isEmpty()) {
      for (var rule : rules) {
        lane(balancer, listener, rule, rule.path("Actions"), rate, lanes);
      }
    } else {
      lane(balancer, listener, listener.facts(), listener.fact("DefaultActions"), rate, lanes);
    }
    return lanes;
  }

  /// An action may ask who calls and let on whoever does not say (Elastic Load Balancing API
  /// Reference, `OnUnauthenticatedRequest`).
  private static boolean letsOn(JsonNode action) {
    return Stream.of("AuthenticateOidcConfig", "AuthenticateCognitoConfig")
        .anyMatch(
            each -> action.path(each).path("OnUnauthenticatedRequest").asText("").equals("allow"));
  }

  private void lane(
      Resource balancer,
      Resource listener,
      JsonNode rule,
      JsonNode actions,
      String rate,
      List<Lane> lanes) {
    var models = new TreeSet<String>();
    var asks = "";
    for (var action : actions) {
      if (ASKING.contains(action.path("Type").asText("")) && !letsOn(action)) {
        asks = action.path("Type").asText("");
      }
      models.addAll(to.ofGroup(action.path("TargetGroupArn").asText("")));
      Facts.items(action, "ForwardConfig.TargetGroups.TargetGroupArn")
          .forEach(arn -> models.addAll(to.ofGroup(arn.asText())));
    }
    if (models.isEmpty()) {
      return;
    }
    if (listener.fact("MutualAuthentication.Mode").asText("").equals("verify")) {
      asks = "client certificates";
    }
    var header =
        Facts.items(rule, "Conditions.Field").stream()
            .anyMatch(each -> each.asText().equals("http-header"));
    var name =
        listener.fact("Protocol").asText("")
            + ":"
            + listener.fact("Port").asText("")
            + (rule.path("Priority").asText("").isEmpty()
                ? ""
                : " rule " + rule.path("Priority").asText(""));
    lanes.add(
        new Lane(
            name,
            models,
            List.of("load balancer " + balancer.name(), "listener " + name),
            !asks.isEmpty() ? Ternary.TRUE : header ? Ternary.UNKNOWN : Ternary.FALSE,
            !asks.isEmpty() ? "asked by " + asks : "no action asks who calls",
            rate,
            asks.isEmpty() && header
                ? List.of("rule of " + name + ": whether the header that it wants is a secret")
                : List.of()));
  }
}
