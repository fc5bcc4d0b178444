package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// An access point lets nobody outside the trust zone through to its bucket, or to any of its
/// buckets.
///
/// Who comes through an Object Lambda access point must also be let in by the access point behind
/// it, with its own rights (Amazon S3 User Guide, "Configuring IAM policies for Object Lambda
/// Access Points"), so it is judged by that one.
record AccessPointExposure(List<String> actions) implements Predicate {

  @Override
  public Outcome evaluate(Resource point, Scene scene) {
    if (point.type().equals("s3-object-lambda-access-point")) {
      return behind(point, scene);
    }
    var outcomes = new ArrayList<Outcome>();
    if (point.type().equals(AccessPoints.MULTI_REGION)) {
      for (var region : point.fact("Regions")) {
        outcomes.add(
            through(
                point,
                region.path("Bucket").asText(),
                region.path("BucketAccountId").asText(point.account()),
                scene));
      }
    } else {
      outcomes.add(
          through(
              point,
              point.fact("Bucket").asText(),
              point.fact("BucketAccountId").asText(point.account()),
              scene));
    }
    return OutsideZone.worst(outcomes);
  }

  private Outcome behind(Resource lambda, Scene scene) {
    var arn = lambda.fact("configuration.SupportingAccessPoint").asText("");
    return scene
        .inventory()
        .find(AccessPoints.POINT, arn)
        .map(point -> evaluate(point, scene))
        .orElseGet(
            () ->
                new Outcome.Undetermined(
                    List.of("the access point behind it, " + arn + " (s3:ListAccessPoints)")));
  }

  private Outcome through(Resource point, String bucket, String owner, Scene scene) {
    var known = scene.inventory().find("s3-bucket", "arn:aws:s3:::" + bucket);
    if (known.isEmpty()
        || !known.get().gapsOf(List.of("policy", "acl", "ownership", "block")).isEmpty()) {
      return without(point, bucket, owner, scene);
    }
    return switch (BucketQuestion.of(known.get(), scene)) {
      case BucketQuestion.Missing(var what) -> new Outcome.Undetermined(what);
      case BucketQuestion.Asked asked ->
          switch (read(point, bucket, owner, "")) {
            case QuestionReading.Refused<PublicQuestion> refused -> refused(refused);
            case QuestionReading.Read<PublicQuestion> read -> {
              var question = asked.direct().withAccessPoints(read.question().accessPoints());
              var outcome = OutsideZone.of(scene).ask(question, actions);
              yield outcome instanceof Outcome.Violated(var why, var witness)
                  ? asked.broken(why, witness)
                  : outcome;
            }
          };
    };
  }

  /// Of a bucket that was not read: closed only if the access point is, whatever the bucket allows.
  private Outcome without(Resource point, String bucket, String owner, Scene scene) {
    var open =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*",\
        "Resource":["arn:aws:s3:::%s","arn:aws:s3:::%s/*"]}]}"""
            .formatted(bucket, bucket);
    return switch (read(point, bucket, owner, open)) {
      case QuestionReading.Refused<PublicQuestion> refused -> refused(refused);
      case QuestionReading.Read<PublicQuestion> read ->
          OutsideZone.of(scene).ask(read.question(), actions) instanceof Outcome.Met met
              ? met
              : new Outcome.Undetermined(
                  List.of(
                      "the policy and blocks of bucket "
                          + bucket
                          + " of account "
                          + owner
                          + " (s3:GetBucketPolicy there)"));
    };
  }

  private static QuestionReading<PublicQuestion> read(
      Resource point, String bucket, String owner, String policy) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", point.id());
    line.put("resource", "arn:aws:s3:::" + bucket);
    line.put("resourceAccount", owner);
    if (!policy.isEmpty()) {
      line.put("policy", policy);
    }
    line.putArray("accessPoints").add(AccessPoints.json(point));
    return PublicLine.read(line.toString());
  }

  private static Outcome refused(QuestionReading.Refused<PublicQuestion> refused) {
    return new Outcome.Undetermined(
        List.of("a policy that can be read: " + refused.problems().getFirst().message()));
  }
}
