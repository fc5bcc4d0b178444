package io.cofferdam.posture.predicate.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.content.CatalogueFiles;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Workloads;

/// The services that the workloads of a VPC call have endpoints there, with private names on.
final class EndpointsPresent implements Predicate {
  private static final String FILE = "catalog/network/aws/endpoints.yaml";
  private final JsonNode services;

  EndpointsPresent() {
    try {
      services = new YAMLMapper().readTree(CatalogueFiles.text(FILE)).path("services");
    } catch (JsonProcessingException bad) {
      throw new CofferdamBug(FILE + " is no YAML", bad);
    }
  }

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var places = ModelPlaces.of(scene);
    if (places.in(vpc(resource)).isEmpty()) {
      return Ways.outside(places, resource.name());
    }
    var verdict = new Verdict();
    var gaps = scene.inventory().gapsOf("vpc-endpoint");
    for (var service : services) {
      var name = service.path("name").asText();
      if (!needed(service.path("when").asText(), resource, scene)) {
        continue;
      }
      var found =
          scene.inventory().ofType("vpc-endpoint").stream()
              .filter(each -> each.fact("VpcId").asText("").equals(vpc(resource)))
              .filter(each -> serves(each, name))
              .findFirst();
      if (found.isPresent()) {
        var there = found.get();
        if (there.fact("VpcEndpointType").asText("").equals("Interface")
            && !there.fact("PrivateDnsEnabled").asBoolean(false)) {
          verdict.wrong(name + " has private names off", there.name());
        } else {
          verdict.fine(name + " by " + there.name());
        }
      } else if (gaps.isEmpty()) {
        verdict.wrong("none for " + name, resource.name() + " has no endpoint for " + name);
      } else {
        gaps.forEach(gap -> verdict.open(gap.gap().words()));
      }
    }
    return verdict.outcome();
  }

  private static boolean serves(Resource endpoint, String service) {
    var state = endpoint.fact("State").asText("available").toLowerCase(java.util.Locale.ROOT);
    return endpoint.fact("ServiceName").asText("").endsWith("." + service)
        && state.equals("available");
  }

  private static boolean needed(String when, Resource vpc, Scene scene) {
    var workloads = Workloads.of(scene).all().stream().map(each -> each.resource()).toList();
    return switch (when) {
      case "bedrock" ->
          workloads.stream()
              .anyMatch(
                  each -> each.type().startsWith("bedrock-") && each.region().equals(vpc.region()));
      case "sagemaker" ->
          workloads.stream()
              .anyMatch(
                  each ->
                      each.type().equals("sagemaker-endpoint")
                          && each.region().equals(vpc.region()));
      case "container" ->
          ModelPlaces.of(scene).in(vpc(vpc)).stream()
              .anyMatch(
                  name ->
                      workloads.stream()
                          .anyMatch(
                              each ->
                                  each.name().equals(name)
                                      && (each.type().startsWith("ecs-")
                                          || each.type().startsWith("eks-"))));
      default -> true;
    };
  }

  private static String vpc(Resource resource) {
    return resource.fact("VpcId").asText(resource.name());
  }
}
