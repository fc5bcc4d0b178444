package io.cofferdam.posture.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a bucket, as a question to the access engine; or what is missing for one.
sealed interface BucketQuestion {
  String ACCOUNT_BLOCK = "s3-block";

  /// A question that can be put.
  ///
  /// @param delegates whether the bucket's policy leaves it to access points who gets in; these are
  ///     not read yet
  /// @param organisation the id of the account's organisation, whose policies are not read yet, or
  ///     empty
  record Asked(PublicQuestion question, boolean delegates, String organisation)
      implements BucketQuestion {

    /// A proof about the bucket alone; nothing is proved where access points decide too.
    Outcome proved(Resource bucket, List<String> proof) {
      return delegates
          ? new Outcome.Undetermined(
              List.of(
                  "access points of "
                      + bucket.name()
                      + ", to which its policy leaves who gets in (s3:ListAccessPoints is not asked"
                      + " yet)"))
          : new Outcome.Met(proof);
    }

    /// A request that gets in, as far as the account decides.
    Outcome broken(String caller, List<String> witness) {
      return new Outcome.Violated(
          caller
              + (organisation.isEmpty()
                  ? ""
                  : "; a resource control policy of organisation "
                      + organisation
                      + " may still forbid it, and these are not read yet"),
          witness);
    }
  }

  record Missing(List<String> what) implements BucketQuestion {
    public Missing {
      what = List.copyOf(what);
    }
  }

  static BucketQuestion of(Resource bucket, Scene scene) {
    Optional<Resource> account = scene.account(bucket);
    var gaps = account.map(a -> a.gapsOf(List.of(ACCOUNT_BLOCK))).orElse(List.of());
    if (!gaps.isEmpty()) {
      return new Missing(gaps.stream().map(Gap::words).toList());
    }
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", bucket.id());
    line.put("resource", bucket.id());
    line.put("resourceAccount", bucket.account());
    var policy = bucket.fact("policy");
    if (policy.isTextual() && !policy.asText().isEmpty()) {
      line.set("policy", policy);
    }
    var levels = line.putObject("publicAccessBlock");
    block(levels, "bucket", bucket.fact("block"));
    account.ifPresent(a -> block(levels, "account", Facts.at(a.facts(), ACCOUNT_BLOCK)));
    if (!bucket.fact("acl").isMissingNode()) {
      line.set("acl", bucket.fact("acl"));
    }
    var ownership = bucket.fact("ownership.Rules").path(0).path("ObjectOwnership");
    if (ownership.isTextual()) {
      line.set("ownership", ownership);
    }
    return switch (PublicLine.read(line.toString())) {
      case QuestionReading.Read<PublicQuestion> read ->
          new Asked(
              read.question(),
              policy.asText("").toLowerCase(Locale.ROOT).contains("s3:dataaccesspoint"),
              account.map(a -> a.fact("organisation.Id").asText("")).orElse(""));
      case QuestionReading.Refused<PublicQuestion> refused ->
          new Missing(
              List.of("a policy that can be read: " + refused.problems().getFirst().message()));
    };
  }

  private static void block(ObjectNode levels, String level, JsonNode block) {
    if (block.isObject()) {
      levels.set(level, block);
    }
  }
}
