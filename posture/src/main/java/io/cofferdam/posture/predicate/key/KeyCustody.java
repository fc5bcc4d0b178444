package io.cofferdam.posture.predicate.key;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Locale;

/// Keys, and the replicas of keys of several regions, stay in the regions in which data may lie. A
/// key whose class tag says `sovereign` lies in a key store of the customer's own (CloudHSM or
/// outside AWS) and in one region.
final class KeyCustody implements Predicate {
  private static final String SOVEREIGN = "sovereign";

  @Override
  public Outcome evaluate(Resource key, Scene scene) {
    var sovereign =
        scene
            .classTag(key)
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT).equals(SOVEREIGN))
            .orElse(false);
    var allowed = scene.expected().regions();
    if (allowed.isEmpty() && !sovereign) {
      return new Outcome.NotApplicable(
          "nobody said in which regions keys may lie (`expected: regions` of the data map), and no"
              + " tag calls it sovereign");
    }
    var verdict = new Verdict();
    region(key.region(), "it lies", allowed, verdict);
    var replicas = key.fact("key.MultiRegionConfiguration.ReplicaKeys");
    replicas.forEach(
        replica -> region(replica.path("Region").asText(), "a replica lies", allowed, verdict));
    region(
        key.fact("key.MultiRegionConfiguration.PrimaryKey.Region").asText(key.region()),
        "its primary lies",
        allowed,
        verdict);
    if (sovereign) {
      var origin = key.fact("key.Origin").asText("");
      if (!origin.equals("AWS_CLOUDHSM") && !origin.equals("EXTERNAL_KEY_STORE")) {
        verdict.wrong("it is sovereign but its material lies in KMS itself", "Origin " + origin);
      }
      if (key.fact("key.MultiRegion").asBoolean(false)) {
        verdict.wrong("it is sovereign but can be copied to other regions", "MultiRegion true");
      }
    }
    return verdict.fine("it lies in " + key.region()).outcome();
  }

  private static void region(String region, String what, List<String> allowed, Verdict verdict) {
    if (!allowed.isEmpty() && !allowed.contains(region)) {
      verdict.wrong(what + " in " + region + ", allowed are " + String.join(", ", allowed), region);
    }
  }
}
