package io.cofferdam.posture.predicate.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.content.CatalogueFiles;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Workloads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
      return Ways.outside(places, resource);
    }
    var verdict = new Verdict();
    var gaps = scene.inventory().gapsOf("vpc-endpoint");
    for (var service : services) {
      var name = service.path("name").asText();
      var when = service.path("when").asText();
      if (!needed(when, resource, scene)) {
        if (endpoints(resource, name, scene).isEmpty()) {
          unsure(when, resource, scene).forEach(verdict::open);
        }
        continue;
      }
      var found =
          endpoints(resource, name, scene).stream()
              .min(Comparator.comparing(EndpointsPresent::unnamed));
      if (found.isPresent()) {
        var there = found.get();
        if (unnamed(there)) {
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

  private static List<Resource> endpoints(Resource vpc, String service, Scene scene) {
    return scene.inventory().where("vpc-endpoint", "VpcId", vpc(vpc)).stream()
        .filter(each -> serves(each, service))
        .toList();
  }

  /// Why a service may be needed though nothing was found that calls it.
  private static List<String> unsure(String when, Resource vpc, Scene scene) {
    var gaps = new ArrayList<Gap>();
    if (when.equals("bedrock")) {
      scene
          .inventory()
          .region(vpc.account(), vpc.region())
          .ifPresent(each -> gaps.addAll(each.gapsOf(List.of("bedrock-metrics"))));
    } else if (when.equals("sagemaker")) {
      scene.inventory().gapsOf("sagemaker-endpoint").stream()
          .filter(gap -> gap.account().equals(vpc.account()) && gap.region().equals(vpc.region()))
          .forEach(gap -> gaps.add(gap.gap()));
    }
    return gaps.stream()
        .filter(gap -> !gap.message().contains("no such region"))
        .map(gap -> "whether " + when + " is called there: " + gap.words())
        .toList();
  }

  /// Whether the service's own name does not lead to it.
  private static boolean unnamed(Resource endpoint) {
    return endpoint.fact("VpcEndpointType").asText("").equals("Interface")
        && !endpoint.fact("PrivateDnsEnabled").asBoolean(false);
  }

  private static boolean serves(Resource endpoint, String service) {
    var state = endpoint.fact("State").asText("available").toLowerCase(java.util.Locale.ROOT);
    return endpoint.fact("ServiceName").asText("").endsWith("." + service)
        && state.equals("available");
  }

  private static boolean needed(String when, Resource vpc, Scene scene) {
    Workloads.of(scene);
    var uses = scene.derived(Uses.class, Uses::of);
    return switch (when) {
      case "bedrock" -> uses.bedrock().contains(vpc.region());
      case "sagemaker" -> uses.sagemaker().contains(vpc.region());
      case "container" ->
          ModelPlaces.of(scene).in(vpc(vpc)).stream().anyMatch(uses.containers()::contains);
      default -> true;
    };
  }

  /// What the workloads of a scene use: the regions of Bedrock and of SageMaker endpoints, and the
  /// names of those that run in containers.
  private record Uses(Set<String> bedrock, Set<String> sagemaker, Set<String> containers) {
    static Uses of(Scene scene) {
      var uses = new Uses(new HashSet<>(), new HashSet<>(), new HashSet<>());
      for (var workload : Workloads.of(scene).all()) {
        var each = workload.resource();
        if (each.type().startsWith("bedrock-")) {
          uses.bedrock().add(each.region());
        } else if (each.type().equals("sagemaker-endpoint")) {
          uses.sagemaker().add(each.region());
        } else if (each.type().startsWith("ecs-") || each.type().startsWith("eks-")) {
          uses.containers().add(each.name());
        }
      }
      return uses;
    }
  }

  private static String vpc(Resource resource) {
    return resource.fact("VpcId").asText(resource.name());
  }
}
