package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Has a trail write down each reading and writing of a bucket's objects from now on. The selectors
/// that it has stay; of the two kinds that a trail can have the one in use is added to, since the
/// other would take its place.
final class LogDataEvents implements Act {
  private static final int BASIC_SELECTORS = 5;

  private static final ActKind KIND =
      new ActKind(
          "aws.cloudtrail.log-data-events",
          "have a trail write down what is done to a bucket's objects",
          List.of("bucket", "trail"),
          WayBack.WHOLE,
          List.of(
              "what was read before is not written down by it",
              "each event costs; a bucket that is read much makes many",
              "it takes some minutes until events are chosen by the new selectors"),
          "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var answer = looking.body(call(target, "GetEventSelectors", object()));
    keep(state, "trail", answer.path("TrailARN"));
    if (!answer.path("EventSelectors").isEmpty()) {
      state.set("basic", answer.path("EventSelectors"));
    }
    if (!answer.path("AdvancedEventSelectors").isEmpty()) {
      state.set("advanced", answer.path("AdvancedEventSelectors"));
    }
    return new ActState(state);
  }

  private static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "cloudtrail",
        operation,
        target.region(),
        Calls.arn("cloudtrail", target, "trail/" + target.name("trail")),
        parameters.put("TrailName", target.name("trail")));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/trail").isMissingNode()) {
      return new Proposal.Impossible("there is no trail " + target.name("trail"));
    }
    var advanced = state.at("/advanced") instanceof ArrayNode;
    var own = advanced ? advanced(target, mark) : basic(target);
    var place = advanced ? "/advanced" : "/basic";
    if (!(state.at(place) instanceof ArrayNode before)) {
      return new Proposal.Impossible(
          "trail "
              + target.name("trail")
              + " tells no selectors: set some, then they can be added"
              + " to");
    }
    if (chosen(state).contains(words(target.name("bucket")))) {
      return new Proposal.Already("the trail chooses the objects of " + target.name("bucket"));
    }
    if (!advanced && before.size() >= BASIC_SELECTORS) {
      return new Proposal.Impossible(
          "trail "
              + target.name("trail")
              + " has "
              + before.size()
              + " selectors already [at most "
              + BASIC_SELECTORS
              + "]");
    }
    var after = before.deepCopy().add(own);
    return new Proposal.Steps(
        List.of(
            new Step(
                "choose the objects of "
                    + target.name("bucket")
                    + " in trail "
                    + target.name("trail"),
                put(target, advanced, after),
                List.of(new Made(place, after)),
                Optional.of(put(target, advanced, before)))),
        List.of());
  }

  private static ActCall put(Target target, boolean advanced, ArrayNode selectors) {
    return call(
        target,
        "PutEventSelectors",
        object().set(advanced ? "AdvancedEventSelectors" : "EventSelectors", selectors));
  }

  private static ObjectNode basic(Target target) {
    var selector = object().put("ReadWriteType", "All").put("IncludeManagementEvents", false);
    var resource = selector.putArray("DataResources").addObject().put("Type", "AWS::S3::Object");
    resource.putArray("Values").add(objects(target));
    return selector;
  }

  private static ObjectNode advanced(Target target, String mark) {
    var selector = object().put("Name", Holder.OURS + mark);
    var fields = selector.putArray("FieldSelectors");
    fields.addObject().put("Field", "eventCategory").putArray("Equals").add("Data");
    fields.addObject().put("Field", "resources.type").putArray("Equals").add("AWS::S3::Object");
    fields.addObject().put("Field", "resources.ARN").putArray("StartsWith").add(objects(target));
    return selector;
  }

  private static String objects(Target target) {
    return "arn:aws:s3:::" + target.name("bucket") + "/";
  }

  private static String words(String bucket) {
    return "all of arn:aws:s3:::" + bucket + "/";
  }

  /// What a trail chooses: the objects of whole buckets in words, each other selector as its text.
  private static Set<String> chosen(ActState state) {
    var chosen = new TreeSet<String>();
    for (var selector : state.at("/basic")) {
      chosen.add(selector.toString());
      if (selector.path("ReadWriteType").asText().equals("All")) {
        selector
            .path("DataResources")
            .forEach(
                each -> {
                  if (each.path("Type").asText().equals("AWS::S3::Object")) {
                    each.path("Values").forEach(value -> chosen.add("all of " + value.asText()));
                  }
                });
      }
    }
    for (var selector : state.at("/advanced")) {
      chosen.add(selector.toString());
      var fields = new TreeMap<String, JsonNode>();
      selector
          .path("FieldSelectors")
          .forEach(each -> fields.put(each.path("Field").asText(), each));
      if (fields.keySet().equals(Set.of("eventCategory", "resources.type", "resources.ARN"))) {
        fields
            .getOrDefault("resources.ARN", Calls.nothing())
            .path("StartsWith")
            .forEach(value -> chosen.add("all of " + value.asText()));
      }
    }
    return chosen;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            "trail " + target.name("trail"),
            chosen(before),
            chosen(after),
            "each reading and writing of objects of "
                + target.name("bucket")
                + " is written down"));
  }
}
