package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// No principal reads objects of a confidential bucket from outside the company's own VPCs and VPC
/// endpoints.
final class Perimeter implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var sensitivity = scene.sensitivity(bucket);
    var tags = bucket.gapsOf(List.of("tags"));
    if (sensitivity.isEmpty() && !tags.isEmpty()) {
      return new Outcome.Undetermined(
          tags.stream().map(gap -> "the class of its data: " + gap.words()).toList());
    }
    if (sensitivity.isEmpty()) {
      return new Outcome.NotApplicable(
          "neither the data map nor a tag tells that its data are confidential"
              + " (aws.s3.classification-tag)");
    }
    if (sensitivity.get().compareTo(Sensitivity.CONFIDENTIAL) < 0) {
      return new Outcome.NotApplicable("its data are " + sensitivity.get().word());
    }
    var own = scene.derived(Own.class, Own::of);
    var gaps =
        scene.inventory().gapsOf("vpc-endpoint").stream()
            .filter(gap -> gap.account().equals(bucket.account()))
            .filter(gap -> gap.region().equals(bucket.region()))
            .map(ListGap::gap)
            .map(Gap::words)
            .toList();
    var outcome = new BucketProperty(own.only()).evaluate(bucket, scene);
    return outcome instanceof Outcome.Violated && !gaps.isEmpty()
        ? new Outcome.Undetermined(gaps)
        : outcome;
  }

  /// The company's own networks, as a property of who reads.
  private record Own(Property only) {
    static Own of(Scene scene) {
      Set<String> endpoints = new HashSet<>();
      Set<String> vpcs = new HashSet<>();
      for (var endpoint : scene.inventory().ofType("vpc-endpoint")) {
        if (endpoint.fact("ServiceName").asText("").endsWith(".s3")) {
          endpoints.add(endpoint.fact("VpcEndpointId").asText());
          vpcs.add(endpoint.fact("VpcId").asText());
        }
      }
      return new Own(new Property.ReadOnlyFromNetworks(endpoints, vpcs));
    }
  }
}
