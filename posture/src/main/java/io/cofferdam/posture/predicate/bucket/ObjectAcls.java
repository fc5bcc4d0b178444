package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.Optional;

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
    for (var gap : scene.inventory().gapsOf(OBJECT)) {
      if (gap.account().equals(bucket.account())) {
        verdict.open("the objects of " + bucket.name() + " (" + words(gap) + ")");
      }
    }
    var seen = 0;
    for (var object : scene.inventory().ofType(OBJECT)) {
      if (!object.id().startsWith(bucket.id() + "/")) {
        continue;
      }
      seen++;
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

  private static String words(ListGap gap) {
    Gap one = gap.gap();
    return one.words();
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
