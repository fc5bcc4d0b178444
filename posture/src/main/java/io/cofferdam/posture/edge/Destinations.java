package io.cofferdam.posture.edge;

import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which models lie behind a function, target group, listener or host name.
final class Destinations {
  private static final Pattern FUNCTION =
      Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9-_]+");
  private static final Pattern MODEL_CALL =
      Pattern.compile(":(?:runtime\\.sagemaker|bedrock-runtime|bedrock-agent-runtime):");

  private final Inventory inventory;
  private final Map<String, String> functions = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, Resource> hosts = new HashMap<>();
  private final List<String> open = new ArrayList<>();

  Destinations(Scene scene) {
    this.inventory = scene.inventory();
    var instances = new HashMap<String, String>();
    for (var workload : Workloads.of(scene).atLeast(Sureness.LIKELY)) {
      var resource = workload.resource();
      if (resource.type().equals("lambda-function")) {
        functions.put(resource.id(), resource.name());
      } else if (resource.type().equals("ec2-instance")) {
        instances.put(resource.fact("InstanceId").asText(""), resource.name());
      }
      workload
          .linked(Relation.TARGET_GROUP)
          .forEach(arn -> groups.computeIfAbsent(arn, a -> new TreeSet<>()).add(resource.name()));
    }
    var places = ModelPlaces.of(scene);
    places.open().forEach(open::add);
    var addresses = new HashMap<String, String>();
    for (var at : SceneNetwork.of(scene).network().all(NetworkInterface.class)) {
      places.at(at.id()).stream()
          .findFirst()
          .ifPresent(
              workload ->
                  at.addresses()
                      .forEach(
                          each ->
                              addresses.put(
                                  at.vpc() + " " + each.address(), workload.resource().name())));
    }
    for (var type : List.of("target-group", "lambda-url", "load-balancer", "lb-listener")) {
      inventory.gapsOf(type).forEach(gap -> open.add(gap.gap().words()));
    }
    for (var group : inventory.ofType("target-group")) {
      open.addAll(Fronts.gaps(group, "health"));
      for (var target : Facts.items(group.facts(), "health.TargetHealthDescriptions.Target.Id")) {
        var id = target.asText();
        for (var name :
            List.of(
                instances.getOrDefault(id, ""),
                functions.getOrDefault(function(id), ""),
                addresses.getOrDefault(group.fact("VpcId").asText("") + " " + id, ""))) {
          if (!name.isEmpty()) {
            groups.computeIfAbsent(group.id(), a -> new TreeSet<>()).add(name);
          }
        }
      }
    }
    host("load-balancer", "DNSName");
    host("lambda-url", "FunctionUrl");
    host("apprunner-service", "ServiceUrl");
    for (var api : inventory.ofType("rest-api")) {
      hosts.put(execute(ApiPolicy.idOf(api), api.region()), api);
    }
    for (var api : inventory.ofType("http-api")) {
      hosts.put(execute(ApiPolicy.idOf(api), api.region()), api);
    }
  }

  private void host(String type, String member) {
    for (var resource : inventory.ofType(type)) {
      var name = bare(resource.fact(member).asText(""));
      if (!name.isEmpty()) {
        hosts.put(name, resource);
      }
    }
  }

  private static String execute(String api, String region) {
    return api.toLowerCase(Locale.ROOT) + ".execute-api." + region + ".amazonaws.com";
  }

  /// The host of an address, in lower case.
  static String bare(String address) {
    var text = address.toLowerCase(Locale.ROOT);
    var from = text.indexOf("://");
    text = from < 0 ? text : text.substring(from + 3);
    for (var end : List.of("/", ":")) {
      var at = text.indexOf(end);
      text = at < 0 ? text : text.substring(0, at);
    }
    return text;
  }

  /// The ARN of a function without version or alias, wherever it stands in a text; empty where none
  /// does.
  static String function(String text) {
    var found = FUNCTION.matcher(text);
    return found.find() ? found.group() : "";
  }

  /// The models behind an integration's address.
  Set<String> ofAddress(String uri) {
    var function = function(uri);
    if (!function.isEmpty()) {
      return functions.containsKey(function) ? Set.of(functions.get(function)) : Set.of();
    }
    var call = MODEL_CALL.matcher(uri);
    if (call.find()) {
      return Set.of(uri.substring(call.start() + 1));
    }
    if (uri.contains(":listener/")) {
      return inventory.find("lb-listener", uri).map(this::ofListener).orElse(Set.of());
    }
    var resource = hosts.get(bare(uri));
    return resource == null ? Set.of() : of(resource);
  }

  /// What a host name belongs to, where it is one of ours.
  java.util.Optional<Resource> host(String name) {
    return java.util.Optional.ofNullable(hosts.get(bare(name)));
  }

  /// The models behind a resource that has a name of its own.
  Set<String> of(Resource resource) {
    return switch (resource.type()) {
      case "load-balancer" -> {
        var all = new TreeSet<String>();
        for (var listener : inventory.where("lb-listener", "LoadBalancerArn", resource.id())) {
          all.addAll(ofListener(listener));
        }
        yield all;
      }
      case "lambda-url" -> ofAddress(resource.fact("FunctionArn").asText(""));
      default -> Set.of();
    };
  }

  private Set<String> ofListener(Resource listener) {
    var all = new TreeSet<String>();
    for (var path :
        List.of(
            "DefaultActions.TargetGroupArn",
            "DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn",
            "rules.Rules.Actions.TargetGroupArn",
            "rules.Rules.Actions.ForwardConfig.TargetGroups.TargetGroupArn")) {
      Facts.items(listener.facts(), path).forEach(arn -> all.addAll(ofGroup(arn.asText())));
    }
    return all;
  }

  Set<String> ofGroup(String arn) {
    return groups.getOrDefault(arn, Set.of());
  }

  /// Why an address may lead to a model: its name is none that is known, and there are models.
  /// Empty where it cannot.
  List<String> unresolved(String address) {
    var name = bare(address);
    var ours = hosts.containsKey(name) || name.endsWith(".amazonaws.com");
    return name.isEmpty() || ours || (functions.isEmpty() && groups.isEmpty())
        ? List.of()
        : List.of("route53:ListResourceRecordSets: where " + name + " leads");
  }

  /// Why there may be more models than are known.
  List<String> open() {
    return List.copyOf(open);
  }
}
