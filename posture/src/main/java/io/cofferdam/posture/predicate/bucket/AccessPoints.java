package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The access points of a bucket, in the shape in which the access engine reads them.
///
/// Where neither the bucket policy nor a resource control policy says anything of access points,
/// nobody gets in through one who does not get in directly, since both must allow: such buckets
/// need none of this.
///
/// @param points each as `{"arn","accountId","policy"?,"publicAccessBlock"?,"vpcId"?}`
/// @param missing what would have to be read of further ones
record AccessPoints(List<ObjectNode> points, List<String> missing) {
  static final String POINT = "s3-access-point";
  static final String MULTI_REGION = "s3-multi-region-access-point";
  static final AccessPoints NONE = new AccessPoints(List.of(), List.of());

  private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

  AccessPoints {
    points = List.copyOf(points);
    missing = List.copyOf(missing);
  }

  /// Whether a policy's words turn on the access point that a request comes by.
  static boolean matterTo(String policy) {
    var text = policy.toLowerCase(Locale.ROOT);
    return text.contains("s3:dataaccesspoint") || text.contains("s3:accesspointnetworkorigin");
  }

  /// Whether a condition of the organisation's policies does.
  static boolean matterTo(List<List<PolicyDocument>> levels) {
    return levels.stream()
        .flatMap(List::stream)
        .flatMap(policy -> policy.statements().stream())
        .flatMap(statement -> statement.conditions().stream())
        .anyMatch(condition -> matterTo(condition.key()));
  }

  static AccessPoints of(Resource bucket, Optional<PolicyDocument> policy, Scene scene) {
    var points = new ArrayList<ObjectNode>();
    var missing = new LinkedHashSet<String>();
    var inventory = scene.inventory();
    for (var point : inventory.where(POINT, "Bucket", bucket.name())) {
      add(point, points, missing);
    }
    for (var point : inventory.ofType(MULTI_REGION)) {
      if (leadsTo(point, bucket.name())) {
        add(point, points, missing);
      }
    }
    for (var gap : inventory.gaps()) {
      var one = gap.type().equals(POINT) && gap.region().equals(bucket.region());
      if (gap.account().equals(bucket.account()) && (one || gap.type().equals(MULTI_REGION))) {
        missing.add(gap.gap().words() + ", so access points may be missing");
      }
    }
    if (!asked(bucket, inventory)) {
      missing.add(
          "access points of region "
              + bucket.region()
              + ", which was not asked (s3:ListAccessPoints; scan it as well)");
    }
    policy.ifPresent(document -> foreign(document, bucket.account(), missing));
    return new AccessPoints(points, List.copyOf(missing));
  }

  private static boolean asked(Resource bucket, Inventory inventory) {
    return inventory.region(bucket.account(), bucket.region()).isPresent();
  }

  static boolean leadsTo(Resource multiRegion, String bucket) {
    for (var region : multiRegion.fact("Regions")) {
      if (region.path("Bucket").asText().equals(bucket)) {
        return true;
      }
    }
    return false;
  }

  private static void add(Resource point, List<ObjectNode> into, Set<String> missing) {
    var gaps = point.gapsOf(List.of("policy", "point"));
    if (!gaps.isEmpty()) {
      gaps.stream().map(Gap::words).map(w -> w + " for " + point.name()).forEach(missing::add);
    } else {
      into.add(json(point));
    }
  }

  /// One access point as a member of a question.
  static ObjectNode json(Resource point) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("arn", point.id());
    json.put("accountId", point.account());
    if (!point.fact("policy").asText("").isEmpty()) {
      json.put("policy", point.fact("policy").asText());
    }
    var block =
        point.fact("point.PublicAccessBlockConfiguration").isObject()
            ? point.fact("point.PublicAccessBlockConfiguration")
            : point.fact("PublicAccessBlock");
    if (block.isObject()) {
      json.set("publicAccessBlock", block);
    }
    var vpc = point.fact("VpcConfiguration.VpcId").asText("");
    if (!vpc.isEmpty()) {
      json.put("vpcId", vpc);
    }
    return json;
  }

  /// Access points of accounts that the policy trusts by name: their policies are not to be read.
  private static void foreign(PolicyDocument policy, String own, Set<String> missing) {
    for (var statement : policy.statements()) {
      if (statement.effect() != Effect.ALLOW) {
        continue;
      }
      for (var condition : statement.conditions()) {
        if (!condition.key().startsWith("s3:dataaccesspoint")) {
          continue;
        }
        for (var value : condition.values()) {
          var account = ACCOUNT.matcher(value.source());
          if (account.find() && !account.group().equals(own)) {
            missing.add(
                "access points of account "
                    + account.group()
                    + ", to which "
                    + statement.name()
                    + " leaves who gets in (s3:ListAccessPoints there)");
          }
        }
      }
    }
  }
}
