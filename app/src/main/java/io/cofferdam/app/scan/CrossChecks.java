package io.cofferdam.app.scan;

import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds answers of AWS against each other and against our own reading, and says in sentences where
/// they do not agree. Changes no outcome.
final class CrossChecks {
  private static final String BUCKET = "s3-bucket";
  private static final int SHOWN = 5;

  private CrossChecks() {}

  static List<String> of(Inventory inventory, List<Place> places) {
    var notes = new ArrayList<String>();
    places.forEach(place -> elsewhere(inventory, place, notes));
    inventory.ofType(BUCKET).forEach(bucket -> policyStatus(bucket, notes));
    return notes;
  }

  /// The list of buckets tells of all regions, so it shows regions that are used and were not
  /// asked.
  private static void elsewhere(Inventory inventory, Place place, List<String> notes) {
    var regions = new TreeMap<String, TreeSet<String>>();
    for (var bucket : inventory.ofType(BUCKET)) {
      if (bucket.account().equals(place.account())
          && !bucket.region().isEmpty()
          && !place.regions().contains(bucket.region())) {
        regions.computeIfAbsent(bucket.region(), key -> new TreeSet<>()).add(bucket.name());
      }
    }
    regions.forEach(
        (region, buckets) ->
            notes.add(
                "Account "
                    + place.account()
                    + " has buckets in "
                    + region
                    + " ("
                    + shown(buckets)
                    + "), which was not asked: what else is there was not judged."));
  }

  private static String shown(Set<String> names) {
    var some = String.join(", ", names.stream().limit(SHOWN).toList());
    return names.size() <= SHOWN ? some : some + " and " + (names.size() - SHOWN) + " more";
  }

  /// What S3 itself holds to be public, against the same question asked of the policy by us.
  /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PolicyStatus.html
  private static void policyStatus(Resource bucket, List<String> notes) {
    var told = bucket.fact("policy-status.IsPublic");
    var policy = bucket.fact("policy");
    if (!told.isBoolean() || !policy.isTextual()) {
      return;
    }
    var ours =
        PolicyParser.parse(policy.asText())
            .asOptional()
            .map(PublicPolicy::isPublic)
            .orElse(Ternary.UNKNOWN);
    if (ours != Ternary.UNKNOWN && (ours == Ternary.TRUE) != told.asBoolean()) {
      notes.add(
          "S3 says that the policy of "
              + bucket.name()
              + (told.asBoolean() ? " is public" : " is not public")
              + " (s3:GetBucketPolicyStatus); by our reading of it, "
              + (told.asBoolean() ? "it is not" : "it is")
              + ": look at this policy yourself.");
    }
  }
}
