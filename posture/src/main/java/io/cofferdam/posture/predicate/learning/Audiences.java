package io.cofferdam.posture.predicate.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.bucket.OutsideZone;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Who outside the trust zone gets at a resource: by its policy, or because it is shared by
/// Resource Access Manager.
public final class Audiences {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Audiences() {}

  /// The policy of a resource: open to nobody who is not named, and whoever is named is inside.
  ///
  /// @param about the ARNs that the policy may speak of: the resource, and what lies in it
  static void policy(
      Resource resource, List<String> about, JsonNode policy, Scene scene, Verdict verdict) {
    if (policy.asText("").isEmpty()) {
      verdict.fine("it has no policy, so that no other account gets at it");
      return;
    }
    for (var arn : about) {
      ask(resource, arn, whole(policy.asText()), scene, verdict);
    }
  }

  private static void ask(
      Resource resource, String arn, JsonNode policy, Scene scene, Verdict verdict) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", resource.id());
    line.put("resource", arn);
    line.put("resourceAccount", resource.account());
    line.set("policy", policy);
    switch (PublicLine.read(line.toString())) {
      case QuestionReading.Refused<PublicQuestion> refused ->
          verdict.open(
              "the policy: one that can be read: " + refused.problems().getFirst().message());
      case QuestionReading.Read<PublicQuestion> read ->
          answer(read.question(), policy.asText(), scene, verdict);
    }
  }

  private static void answer(PublicQuestion question, String policy, Scene scene, Verdict verdict) {
    var answer = question.answer();
    switch (answer.verdict()) {
      case PUBLIC ->
          verdict.wrong(
              "everybody gets at it",
              answer.witness().map(Words::of).orElse(answer.because().getFirst()));
      case UNKNOWN -> answer.undecided().forEach(why -> verdict.open("the policy: " + why));
      case NOT_PUBLIC -> {
        if (answer.external() == Ternary.FALSE) {
          verdict.fine("its policy lets in no other account");
          return;
        }
        var outside = outside(policy, scene);
        if (!outside.isEmpty()) {
          verdict.wrong(
              "accounts outside the trust zone are named",
              answer.witness().map(Words::of).orElse("Principal " + outside));
        } else {
          // whom it lets in, a condition decides, or a name that is no account
          var service = question.resource().split(":", -1)[2];
          verdict.and(OutsideZone.of(scene).ask(question, List.of(service + ":*")));
        }
      }
    }
  }

  /// Policies of repositories name no resource, since they speak of the one that they are of; the
  /// engine wants it said.
  private static JsonNode whole(String policy) {
    try {
      var root = JSON.readTree(policy);
      for (var statement : Facts.items(root, "Statement")) {
        if (statement instanceof ObjectNode object
            && !object.has("Resource")
            && !object.has("NotResource")) {
          object.put("Resource", "*");
        }
      }
      return TextNode.valueOf(root.toString());
    } catch (JsonProcessingException bad) {
      return TextNode.valueOf(policy);
    }
  }

  /// Accounts that statements which allow something name and that are not inside.
  private static Set<String> outside(String policy, Scene scene) {
    var outside = new TreeSet<String>();
    try {
      for (var statement : Facts.items(JSON.readTree(policy), "Statement")) {
        if (statement.path("Effect").asText("").equals("Allow")) {
          for (var principal : Facts.items(statement, "Principal.AWS")) {
            var parts = principal.asText("").split(":", -1);
            var account = parts.length > 4 ? parts[4] : parts[0];
            if (!account.isEmpty() && !account.equals("*") && !scene.zone().holds(account)) {
              outside.add(account);
            }
          }
        }
      }
    } catch (JsonProcessingException bad) {
      // the engine has read it, so it is JSON
      return outside;
    }
    return outside;
  }

  /// Shares of Resource Access Manager.
  public static void shares(Resource resource, Scene scene, Verdict verdict) {
    for (var region : scene.inventory().ofType(Inventory.REGION)) {
      if (!region.account().equals(resource.account())
          || !region.region().equals(resource.region())
          || verdict.lacks(region, "ram-resources", "ram-principals")) {
        continue;
      }
      for (var shared : Facts.items(region.facts(), "ram-resources.resources")) {
        if (shared.path("arn").asText("").equals(resource.id())) {
          principals(region, shared.path("resourceShareArn").asText(""), scene, verdict);
        }
      }
    }
  }

  private static void principals(Resource region, String share, Scene scene, Verdict verdict) {
    for (var each : Facts.items(region.facts(), "ram-principals.principals")) {
      var id = each.path("id").asText("");
      if (!each.path("resourceShareArn").asText("").equals(share) || inside(id, scene)) {
        continue;
      }
      var account = scene.account(region);
      if (!id.contains(":organizations::")
          || account.isEmpty()
          || !verdict.lacks(account.get(), "organisation")) {
        verdict.wrong("it is shared with `" + id + "`, outside the trust zone", "share " + share);
      }
    }
  }

  private static boolean inside(String id, Scene scene) {
    if (id.contains(":organizations::")) {
      var last = id.split("/", -1);
      return last.length > 1 && scene.zone().holdsOrganisation(last[1]);
    }
    var parts = id.split(":", -1);
    return scene.zone().holds(parts.length > 4 ? parts[4] : id);
  }
}
