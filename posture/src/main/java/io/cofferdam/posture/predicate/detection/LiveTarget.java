package io.cofferdam.posture.predicate.detection;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// Whether what a rule or an alarm calls is there and passes on what it is told.
sealed interface LiveTarget {

  record Live(String words) implements LiveTarget {}

  record Dead(String why) implements LiveTarget {}

  /// It could not be told.
  ///
  /// @param missing `permission: what`
  record Unclear(String missing) implements LiveTarget {}

  static LiveTarget of(String arn, Scene scene) {
    var parts = arn.split(":", 7);
    if (parts.length < 6) {
      return new Unclear("the target: `" + arn + "` is no ARN");
    }
    return switch (parts[2]) {
      case "sns" -> topic(arn, parts, scene);
      case "lambda" -> function(arn, parts, scene);
      case "sqs" -> queue(arn, parts, scene);
      default -> new Unclear(parts[2] + ": what `" + arn + "` does with it, which is not read");
    };
  }

  private static LiveTarget topic(String arn, String[] parts, Scene scene) {
    var topic = scene.inventory().find("sns-topic", arn);
    if (topic.isEmpty()) {
      return missing(arn, parts, "sns-topic", "sns:ListTopics", scene);
    }
    if (!topic.get().gapsOf(List.of("attributes")).isEmpty()) {
      return new Unclear("sns:GetTopicAttributes: who listens to `" + arn + "`");
    }
    return topic.get().fact("attributes.SubscriptionsConfirmed").asInt(0) > 0
        ? new Live("topic `" + arn + "`, to which somebody listens")
        : new Dead("nobody listens to topic `" + arn + "`");
  }

  private static LiveTarget function(String arn, String[] parts, Scene scene) {
    var name = parts.length > 6 ? parts[6].split(":", -1)[0] : "";
    var bare = String.join(":", parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], name);
    return scene.inventory().find("lambda-function", bare).isPresent()
        ? new Live("function `" + bare + "`")
        : missing(arn, parts, "lambda-function", "lambda:ListFunctions", scene);
  }

  private static LiveTarget queue(String arn, String[] parts, Scene scene) {
    for (var queue : scene.inventory().ofType("sqs-queue")) {
      if (queue.fact("attributes.QueueArn").asText("").equals(arn)) {
        return new Live("queue `" + arn + "`");
      }
      if (!queue.gaps().isEmpty()) {
        return new Unclear("sqs:GetQueueAttributes: whether queue `" + arn + "` is there");
      }
    }
    return missing(arn, parts, "sqs-queue", "sqs:ListQueues", scene);
  }

  /// A target that was not found is dead only where its kind was listed whole.
  private static LiveTarget missing(
      String arn, String[] parts, String type, String permission, Scene scene) {
    var inventory = scene.inventory();
    var asked = inventory.region(parts[4], parts[3]).isPresent();
    var listed = inventory.gapsOf(type).stream().noneMatch(g -> g.region().equals(parts[3]));
    return asked && listed
        ? new Dead("`" + arn + "` is not there")
        : new Unclear(permission + ": whether `" + arn + "` is there");
  }

  /// What all targets of a rule or an alarm come to: one that is live is enough.
  static LiveTarget best(Iterable<String> arns, Resource of, Scene scene) {
    LiveTarget best = new Dead("`" + of.name() + "` calls nothing");
    for (var arn : arns) {
      var target = of(arn, scene);
      if (target instanceof Live) {
        return target;
      }
      best = best instanceof Unclear ? best : target;
    }
    return best;
  }
}
