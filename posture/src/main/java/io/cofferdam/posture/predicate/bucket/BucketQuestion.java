package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.PlannedFacts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What is known of a bucket, as a question to the access engine; or what is missing for one.
sealed interface BucketQuestion {
  String ACCOUNT_BLOCK = "s3-block";

  /// The organisation's S3 policy turns all settings on (AWS Organizations User Guide, "Amazon S3
  /// policy syntax and examples").
  Pattern ENFORCED = Pattern.compile("\"public_access_block_configuration\"\\s*:\\s*\"all\"");

  List<String> SETTINGS =
      List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

  /// A question that can be put.
  ///
  /// @param direct without access points
  /// @param throughPoints the same through each access point that matters; empty where none does
  /// @param pointsMissing what is not known of access points that would matter
  /// @param scps the service control policies that bind the account's own principals
  /// @param caveat what was not read of the organisation's policies and may still forbid, in words
  /// @param website whether the bucket is served as a website
  record Asked(
      PublicQuestion direct,
      Optional<PublicQuestion> throughPoints,
      List<String> pointsMissing,
      List<List<PolicyDocument>> scps,
      Optional<String> caveat,
      boolean website)
      implements BucketQuestion {

    /// A request that gets in, as far as is known.
    Outcome.Violated broken(String caller, List<String> witness) {
      return new Outcome.Violated(
          caller
              + (website ? "; it is also served as a website, over plain HTTP" : "")
              + caveat.map(words -> "; " + words).orElse(""),
          witness);
    }
  }

  record Missing(List<String> what) implements BucketQuestion {
    public Missing {
      what = List.copyOf(what);
    }
  }

  /// The question about a bucket, put together once for a scene. About one that is only planned it
  /// is put together each time, so that what is looked for in vain is noted each time.
  static BucketQuestion of(Resource bucket, Scene scene) {
    if (PlannedFacts.where(bucket).isPresent()) {
      return make(bucket, scene);
    }
    return scene
        .derived(Known.class, each -> new Known(new ConcurrentHashMap<>()))
        .byBucket()
        .computeIfAbsent(bucket.id(), id -> make(bucket, scene));
  }

  /// The questions that were put together.
  record Known(Map<String, BucketQuestion> byBucket) {}

  private static BucketQuestion make(Resource bucket, Scene scene) {
    Optional<Resource> account = scene.account(bucket);
    var gaps = account.map(a -> a.gapsOf(List.of(ACCOUNT_BLOCK))).orElse(List.of());
    if (!gaps.isEmpty()) {
      return new Missing(gaps.stream().map(Gap::words).toList());
    }
    var binding = OrganisationPolicies.of(scene).on(bucket.account());
    var text = bucket.fact("policy").asText("");
    Optional<PolicyDocument> policy =
        text.isEmpty() ? Optional.empty() : PolicyParser.parse(text).asOptional();
    var points =
        AccessPoints.matterTo(text) || AccessPoints.matterTo(binding.rcps())
            ? AccessPoints.of(bucket, policy, scene)
            : AccessPoints.NONE;
    var line = line(bucket, account);
    if (!points.points().isEmpty()) {
      line.putArray("accessPoints").addAll(points.points());
    }
    return switch (PublicLine.read(line.toString())) {
      case QuestionReading.Read<PublicQuestion> read -> {
        var whole = read.question().withRcps(binding.rcps());
        yield new Asked(
            whole.withAccessPoints(List.of()),
            whole.accessPoints().isEmpty() ? Optional.empty() : Optional.of(whole),
            points.missing(),
            binding.scps(),
            binding.caveat(),
            bucket.fact("website").isObject());
      }
      case QuestionReading.Refused<PublicQuestion> refused ->
          new Missing(
              List.of("a policy that can be read: " + refused.problems().getFirst().message()));
    };
  }

  private static ObjectNode line(Resource bucket, Optional<Resource> account) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", bucket.id());
    line.put("resource", bucket.id());
    line.put("resourceAccount", bucket.account());
    if (!bucket.fact("policy").asText("").isEmpty()) {
      line.set("policy", bucket.fact("policy"));
    }
    var levels = line.putObject("publicAccessBlock");
    block(levels, "bucket", bucket.fact("block"));
    account.ifPresent(
        a -> {
          block(levels, "account", Facts.at(a.facts(), ACCOUNT_BLOCK));
          if (ENFORCED.matcher(a.fact("s3-policy.PolicyContent").asText("")).find()) {
            var all = levels.putObject("organisation");
            SETTINGS.forEach(each -> all.put(each, true));
          }
        });
    if (!bucket.fact("acl").isMissingNode()) {
      line.set("acl", bucket.fact("acl"));
    }
    var ownership = bucket.fact("ownership.Rules").path(0).path("ObjectOwnership");
    if (ownership.isTextual()) {
      line.set("ownership", ownership);
    }
    return line;
  }

  private static void block(ObjectNode levels, String level, JsonNode block) {
    if (block.isObject()) {
      levels.set(level, block);
    }
  }
}
