package io.cofferdam.app.map;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workload;

/// Names of things on the map.
final class MapWords {
  private MapWords() {}

  static String kind(Workload workload) {
    return switch (workload.kind()) {
      case ENDPOINT -> "an endpoint";
      case MODEL -> "a model";
      case AGENT -> "an agent";
      case TRAINING -> "a training job";
      case NOTEBOOK -> "a notebook";
      case REGISTRY -> "a registry";
      case RETRIEVAL -> "a retrieval store";
      case SELF_HOSTED -> self(workload.resource().type());
    };
  }

  private static String self(String type) {
    return switch (type) {
      case "ec2-instance" -> "a machine";
      case "ecs-service" -> "a service of containers";
      case "eks-nodegroup" -> "a group of nodes";
      case "lambda-function" -> "a function";
      default -> "self-hosted";
    };
  }

  static String sureness(Sureness sureness) {
    return switch (sureness) {
      case CERTAIN -> "certain";
      case LIKELY -> "likely";
      case POSSIBLE -> "only possible";
    };
  }

  static String region(Resource resource) {
    return resource.region().isEmpty() ? "all regions" : resource.region();
  }

  /// The name that a machine's tags give it, else its own.
  static String name(Resource resource) {
    for (var tag : resource.fact("Tags")) {
      if (tag.path("Key").asText("").equals("Name") && !tag.path("Value").asText("").isBlank()) {
        return tag.path("Value").asText() + " (" + resource.name() + ")";
      }
    }
    return resource.name();
  }

  /// An ARN or address so short that it can be told from its neighbours.
  static String brief(String address) {
    if (address.startsWith("arn:")) {
      var parts = address.split(":", 6);
      return parts.length == 6 ? parts[5] : address;
    }
    return address.startsWith("s3://") ? address.substring(5) : address;
  }
}
