package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// While access control lists count, none of the objects looked at is opened by its own list. The
/// first objects of the bucket are looked at, by name; further ones are not known.
final class ObjectAcls implements Predicate {
  static final String OBJECT = "s3-object";
  private static final String GROUPS = "http://acs.amazonaws.com/groups/global/";

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var ownership = bucket.fact("ownership.Rules").path(0).path("ObjectOwnership").asText("");
    if (ownership.equals("BucketOwnerEnforced")) {
      return new Outcome.NotApplicable("access control lists are off");
    }
    var account = scene.account(bucket);
    if (bucket.fact("block.IgnorePublicAcls").asBoolean(false)
        || account.map(a -> a.fact("s3-block.IgnorePublicAcls").asBoolean(false)).orElse(false)) {
      return new Outcome.NotApplicable("lists that open to the public are ignored");
    }
    var verdict = new Verdict();
    var objects =
        scene.derived(Objects.class, Objects::of).byBucket().getOrDefault(bucket.id(), List.of());
    var seen = objects.size();
    for (var object : objects) {
      if (!verdict.lacks(object, "acl")) {
        open(object.fact("acl"))
            .ifPresent(
                grant ->
                    verdict.wrong("object " + object.name() + " is open by its own list", grant));
      }
    }
    if (bucket.fact("objects.IsTruncated").asBoolean(true)) {
      verdict.open(
          "the access control lists of further objects: only the first "
              + seen
              + " were looked at (s3:GetObjectAcl)");
    }
    return verdict.fine("none of " + seen + " objects is open by its own list").outcome();
  }

  /// The objects looked at, by the ARN of their bucket.
  private record Objects(Map<String, List<Resource>> byBucket) {
    static Objects of(Scene scene) {
      return new Objects(
          scene.inventory().ofType(OBJECT).stream()
              .collect(Collectors.groupingBy(object -> object.id().split("/", 2)[0])));
    }
  }

  private static Optional<String> open(JsonNode acl) {
    for (var grant : acl.path("Grants")) {
      var uri = grant.path("Grantee").path("URI").asText("");
      if (uri.equals(GROUPS + "AllUsers") || uri.equals(GROUPS + "AuthenticatedUsers")) {
        return Optional.of(uri + " " + grant.path("Permission").asText());
      }
    }
    return Optional.empty();
  }
}
