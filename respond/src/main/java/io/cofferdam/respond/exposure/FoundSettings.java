package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.exposure.FoundSetting;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.exposure.BucketSetting.AccessList;
import io.cofferdam.respond.exposure.BucketSetting.AccountBlock;
import io.cofferdam.respond.exposure.BucketSetting.Block;
import io.cofferdam.respond.exposure.BucketSetting.Existence;
import io.cofferdam.respond.exposure.BucketSetting.Ownership;
import io.cofferdam.respond.exposure.BucketSetting.Policy;
import io.cofferdam.respond.exposure.Observation.Basis;
import io.cofferdam.respond.exposure.Observation.Subject;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a snapshot found: an anchor, like an item of AWS Config.
final class FoundSettings {
  static final String WORDS = "found by a snapshot";

  private FoundSettings() {}

  /// The setting of a bucket or an account's block; empty for others.
  static Optional<Observation> bucket(FoundSetting found) {
    var value = Json.parse(found.value());
    boolean none = found.value().isEmpty();
    var setting =
        switch (found.setting()) {
          case EXISTS -> Existence.YES;
          case POLICY ->
              new Policy(
                  none
                      ? Part.absent()
                      : value.isObject()
                          ? Part.known(value.toString())
                          : Part.unknown("the policy in the snapshot is not readable"));
          case ACL ->
              new AccessList(
                  none
                      ? Part.unknown("the snapshot holds no ACL")
                      : BucketEvents.part(S3Configuration.acl(found.value(), found.account())));
          case BLOCK ->
              new Block(
                  none
                      ? Part.absent()
                      : BucketEvents.part(S3Configuration.publicAccessBlock(found.value())));
          case OWNERSHIP ->
              new Ownership(
                  none
                      ? Part.absent()
                      : BucketEvents.part(S3Configuration.ownership(found.value())));
          case ACCOUNT_BLOCK ->
              new AccountBlock(
                  none
                      ? Part.absent()
                      : BucketEvents.part(S3Configuration.publicAccessBlock(found.value())));
          case SHARES -> null;
        };
    if (setting == null) {
      return Optional.empty();
    }
    var subject =
        found.setting() == FoundSetting.Setting.ACCOUNT_BLOCK
            ? new Subject.Account(found.account())
            : new Subject.Bucket(found.resource().shortName());
    return Optional.of(
        new Observation(subject, found.time(), setting, Basis.ANCHOR, found.ref(), WORDS, ""));
  }

  /// With whom a disk snapshot was found to be shared: with nobody but those named.
  static List<GrantChange> shares(FoundSetting found) {
    var grants = new ArrayList<GrantChange>();
    if (found.setting() != FoundSetting.Setting.SHARES
        || found.resource().kind() != ResourceKind.EBS_SNAPSHOT) {
      return grants;
    }
    grants.add(grant(found, "", false));
    for (JsonNode one : Json.items(Json.parse(found.value()))) {
      var grantee = Json.any(one, "UserId", "Group").asText("");
      if (!grantee.isEmpty()) {
        grants.add(grant(found, grantee, true));
      }
    }
    return grants;
  }

  /// Those named come an instant after everybody else, so that they are not taken back with them.
  private static GrantChange grant(FoundSetting found, String grantee, boolean shared) {
    return new GrantChange(
        found.resource(),
        grantee,
        found.account(),
        found.region(),
        new Change<>(
            shared ? found.time().plusNanos(1) : found.time(),
            Part.known(shared),
            false,
            (shared ? "shared with " + grantee : "shared with nobody else") + ", " + WORDS,
            "",
            found.ref()));
  }

  /// A found share counts only where no change shortly before may not have been seen by it yet.
  static List<GrantChange> settled(List<GrantChange> changes) {
    return changes.stream()
        .filter(
            each ->
                !isFound(each)
                    || changes.stream()
                        .noneMatch(
                            other ->
                                !isFound(other)
                                    && other.resource().equals(each.resource())
                                    && !other.change().time().isAfter(each.change().time())
                                    && other
                                        .change()
                                        .time()
                                        .plus(Propagation.EDGE)
                                        .isAfter(each.change().time())))
        .toList();
  }

  private static boolean isFound(GrantChange each) {
    return each.change().words().endsWith(WORDS);
  }
}
