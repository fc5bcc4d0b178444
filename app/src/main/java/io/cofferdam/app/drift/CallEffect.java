package io.cofferdam.app.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.anchor.TrailSelectors;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What one recorded call did to an inventory. Where its record holds the new value, that stands;
/// where it does not, what it may have changed is not known any more.
final class CallEffect {
  private static final List<String> FLAGS =
      List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

  private final ApiCall call;
  private final JsonNode request;
  private final List<Control> controls;

  CallEffect(ApiCall call, List<Control> controls) {
    this.call = call;
    this.request = Json.parse(call.request());
    this.controls = controls;
  }

  /// The inventory after the call, and which resources it touched.
  record Changed(Inventory inventory, List<Resource> touched) {}

  Changed on(Inventory before) {
    var after = new ArrayList<Resource>();
    var touched = new ArrayList<Resource>();
    for (var resource : before.resources()) {
      if (!touches(resource)) {
        after.add(resource);
      } else if (deletes()) {
        touched.add(resource);
      } else {
        var changed = changed(resource);
        after.add(changed);
        touched.add(changed);
      }
    }
    return new Changed(new Inventory(after, before.gaps()), touched);
  }

  private boolean touches(Resource resource) {
    if (!resource.account().equals(call.account())) {
      return false;
    }
    if (resource.type().equals(Inventory.ACCOUNT)) {
      return call.action().contains("AccountPublicAccessBlock");
    }
    if (resource.type().equals(Inventory.REGION)) {
      return false;
    }
    var bucket = request.path("bucketName").asText("");
    if (resource.type().equals("s3-bucket")) {
      return resource.name().equals(bucket);
    }
    return bucket.isEmpty()
        && (call.resources().contains(resource.id()) || named(request, resource, 0));
  }

  /// Whether the request names the resource by its ARN or name.
  private static boolean named(JsonNode node, Resource resource, int depth) {
    if (node.isTextual()) {
      var text = node.asText();
      return text.equals(resource.id()) || text.equals(resource.name());
    }
    if (depth > 4) {
      return false;
    }
    for (var each : node) {
      if (named(each, resource, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean deletes() {
    return switch (call.action()) {
      case "DeleteBucket", "DeleteTrail", "DeleteSnapshot" -> true;
      default -> false;
    };
  }

  private Resource changed(Resource resource) {
    var facts = resource.facts().deepCopy();
    switch (call.action()) {
      case "PutBucketPolicy" -> {
        var policy = Json.decoded(request.path("bucketPolicy"));
        if (policy.isObject()) {
          return with(resource, facts.put("policy", policy.toString()), "policy");
        }
      }
      case "DeleteBucketPolicy" -> {
        facts.remove("policy");
        return with(resource, facts, "policy");
      }
      case "PutBucketPublicAccessBlock", "PutAccountPublicAccessBlock" -> {
        var block = request.path("PublicAccessBlockConfiguration");
        if (FLAGS.stream().allMatch(block::has)) {
          var flags = JsonNodeFactory.instance.objectNode();
          FLAGS.forEach(flag -> flags.put(flag, block.path(flag).asBoolean()));
          facts.set(blockOf(resource), flags);
          return with(resource, facts, blockOf(resource));
        }
      }
      case "DeleteBucketPublicAccessBlock", "DeleteAccountPublicAccessBlock" -> {
        facts.remove(blockOf(resource));
        return with(resource, facts, blockOf(resource));
      }
      case "StopLogging", "StartLogging" -> {
        if (facts.path("status") instanceof ObjectNode status) {
          status.put("IsLogging", call.action().equals("StartLogging"));
          return with(resource, facts, "status");
        }
      }
      case "PutEventSelectors" -> {
        if (facts.path("selectors") instanceof ObjectNode selectors) {
          selectors.remove(List.of("EventSelectors", "AdvancedEventSelectors"));
          for (var name : List.of("eventSelectors", "advancedEventSelectors")) {
            if (request.has(name)) {
              selectors.set(
                  Character.toUpperCase(name.charAt(0)) + name.substring(1),
                  TrailSelectors.asAnswered(request.path(name)));
            }
          }
          return with(resource, facts, "selectors");
        }
      }
      default -> {}
    }
    return dark(resource);
  }

  private static String blockOf(Resource resource) {
    return resource.type().equals(Inventory.ACCOUNT) ? "s3-block" : "block";
  }

  /// With a fact that is known now.
  private static Resource with(Resource resource, ObjectNode facts, String known) {
    return resource.with(
        facts, resource.gaps().stream().filter(gap -> !gap.fact().equals(known)).toList());
  }

  /// Nothing of what controls need of it is known any more.
  private Resource dark(Resource resource) {
    var needed = new TreeSet<String>();
    controls.stream()
        .filter(control -> control.resources().contains(resource.type()))
        .forEach(control -> needed.addAll(control.needs()));
    var gaps = new ArrayList<>(resource.gaps());
    for (var fact : needed) {
      gaps.add(
          new Gap(
              fact,
              "the state after "
                  + call.service().replace(".amazonaws.com", "")
                  + " "
                  + call.action()
                  + " of "
                  + call.time(),
              "",
              CallOutcome.ABSENT,
              ""));
    }
    return resource.with(resource.facts(), gaps);
  }
}
