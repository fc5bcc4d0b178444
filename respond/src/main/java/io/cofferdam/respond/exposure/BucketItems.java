package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ConfigurationItem;
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

/// Reads the full state that AWS Config found.
///
/// AWS Config writes each part of the supplementary configuration as JSON inside a string, and
/// leaves out parts that do not exist. A part that is left out is taken as absent only where the
/// item has the bucket's policy entry, which every full capture has; ownership, which older
/// recorders never wrote, then stays unknown.
final class BucketItems {
  private BucketItems() {}

  static List<Observation> read(ConfigurationItem item) {
    return switch (item.resourceType()) {
      case "AWS::S3::Bucket" -> bucket(item);
      case "AWS::S3::AccountPublicAccessBlock" -> account(item);
      default -> List.of();
    };
  }

  private static boolean gone(ConfigurationItem item) {
    return item.status().startsWith("ResourceDeleted");
  }

  private static boolean captured(ConfigurationItem item) {
    return item.status().isEmpty()
        || item.status().equals("OK")
        || item.status().equals("ResourceDiscovered");
  }

  private static List<Observation> bucket(ConfigurationItem item) {
    var subject = new Subject.Bucket(item.resourceId());
    var told = new ArrayList<Observation>();
    if (gone(item)) {
      told.add(anchor(item, subject, Existence.NO));
      return told;
    }
    if (!captured(item)) {
      return told;
    }
    told.add(anchor(item, subject, Existence.YES));
    var parts = Json.parse(item.supplementary());
    if (!parts.has("BucketPolicy")) {
      return told;
    }
    told.add(anchor(item, subject, new Policy(policy(parts))));
    var acl = Json.decoded(parts.path("AccessControlList"));
    told.add(
        anchor(
            item,
            subject,
            new AccessList(
                acl.isObject()
                    ? BucketEvents.part(S3Configuration.acl(acl.toString(), item.account()))
                    : Part.unknown("the AWS Config item has no ACL"))));
    told.add(anchor(item, subject, new Block(block(parts))));
    var ownership = Json.decoded(Json.any(parts, "OwnershipControls", "BucketOwnershipControls"));
    if (ownership.isObject()) {
      told.add(
          anchor(
              item,
              subject,
              new Ownership(BucketEvents.part(S3Configuration.ownership(ownership.toString())))));
    }
    return told;
  }

  private static Part<String> policy(JsonNode parts) {
    var entry = Json.decoded(parts.path("BucketPolicy"));
    var text = Json.any(entry, "policyText", "PolicyText");
    if (text.isTextual() && text.asText().isBlank()) {
      return Part.absent();
    }
    var document = Json.decoded(text);
    if (document.isObject()) {
      return Part.known(document.toString());
    }
    if (entry.has("Statement")) {
      return Part.known(entry.toString());
    }
    return text.isMissingNode()
        ? Part.absent()
        : Part.unknown("the policy in the AWS Config item is not readable");
  }

  private static Part<io.cofferdam.access.aws.s3.PublicAccessBlock> block(JsonNode parts) {
    var entry = Json.decoded(parts.path("PublicAccessBlockConfiguration"));
    return entry.isObject()
        ? BucketEvents.part(S3Configuration.publicAccessBlock(entry.toString()))
        : Part.absent();
  }

  private static List<Observation> account(ConfigurationItem item) {
    var id = item.account().isEmpty() ? item.resourceId() : item.account();
    var subject = new Subject.Account(id);
    if (gone(item)) {
      return List.of(anchor(item, subject, new AccountBlock(Part.absent())));
    }
    if (!captured(item)) {
      return List.of();
    }
    var settings = Json.parse(item.configuration());
    return settings.isObject()
        ? List.of(
            anchor(
                item,
                subject,
                new AccountBlock(
                    BucketEvents.part(S3Configuration.publicAccessBlock(settings.toString())))))
        : List.of();
  }

  private static Observation anchor(
      ConfigurationItem item, Subject subject, BucketSetting setting) {
    return new Observation(
        subject, item.time(), setting, Basis.ANCHOR, item.ref(), "found by AWS Config", "");
  }
}
