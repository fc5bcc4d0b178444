package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;
import static io.cofferdam.aws.act.Calls.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Has the traffic of a network, subnet or interface written down in a bucket.
final class LogTraffic implements Act {
  /// The tag by which the flow log that an act made is found again.
  static final String TAG = "cofferdam-flow-log";

  private static final Map<String, String> TYPES =
      Map.of("vpc-", "VPC", "subnet-", "Subnet", "eni-", "NetworkInterface");

  private static final ActKind KIND =
      new ActKind(
          "aws.ec2.log-traffic",
          "have traffic written down in a bucket",
          List.of("bucket", "resource"),
          WayBack.WHOLE,
          List.of(
              "traffic before is not written down by it",
              "the bucket's policy must let delivery.logs.amazonaws.com write: the act does not"
                  + " change it, and AWS does so by itself only for callers who may",
              "the first records come after up to ten minutes"),
          "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var logs = state.putObject("logs");
    var filters = object();
    filters
        .putArray("Filter")
        .addObject()
        .put("Name", "resource-id")
        .putArray("Values")
        .add(target.name("resource"));
    looking
        .body(Calls.call("ec2", "DescribeFlowLogs", target.region(), "*", filters))
        .path("FlowLogs")
        .forEach(
            log -> {
              var kept = object();
              for (var member :
                  List.of(
                      "TrafficType",
                      "LogDestinationType",
                      "LogDestination",
                      "LogGroupName",
                      "FlowLogStatus",
                      "LogFormat")) {
                keep(kept, member, log.path(member));
              }
              if (ours(log, target)) {
                state.set("own", kept.set("id", log.path("FlowLogId")));
              } else {
                logs.set(log.path("FlowLogId").asText(), kept);
              }
            });
    return new ActState(state);
  }

  private static boolean ours(JsonNode log, Target target) {
    for (var tag : log.path("Tags")) {
      if (tag.path("Key").asText().equals(TAG)
          && tag.path("Value").asText().equals(target.name("resource"))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var resource = target.name("resource");
    var type =
        TYPES.entrySet().stream()
            .filter(each -> resource.startsWith(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (type.isEmpty()) {
      return new Proposal.Impossible(
          "`" + resource + "` is no network, subnet or interface [vpc-…, subnet-…, eni-…]");
    }
    if (!state.at("/own").isMissingNode()) {
      return new Proposal.Already("an act has its traffic written down already");
    }
    for (var log : state.at("/logs")) {
      if (log.path("TrafficType").asText().equals("ALL")
          && log.path("FlowLogStatus").asText().equals("ACTIVE")) {
        return new Proposal.Already("its traffic is written down already");
      }
    }
    return new Proposal.Steps(List.of(create(target, type.get())), List.of());
  }

  private static Step create(Target target, String type) {
    var resource = target.name("resource");
    var parameters =
        object()
            .put("ResourceType", type)
            .put("TrafficType", "ALL")
            .put("LogDestinationType", "s3")
            .put("LogDestination", "arn:aws:s3:::" + target.name("bucket"));
    parameters.putArray("ResourceIds").add(resource);
    var tagged =
        parameters.putArray("TagSpecifications").addObject().put("ResourceType", "vpc-flow-log");
    tagged.putArray("Tags").addObject().put("Key", TAG).put("Value", resource);
    var log = Calls.arn("ec2", target, "vpc-flow-log/*");
    var create =
        Calls.call("ec2", "CreateFlowLogs", target.region(), log, parameters)
            .besides(
                new Permission("ec2:CreateFlowLogs", of(target, type)),
                new Permission("ec2:CreateTags", log),
                new Permission("logs:CreateLogDelivery", "*"));
    var delete =
        Calls.call(
                "ec2",
                "DeleteFlowLogs",
                target.region(),
                log,
                object().<ObjectNode>set("FlowLogIds", object().arrayNode().add("$state:/own/id")))
            .besides(new Permission("logs:DeleteLogDelivery", "*"));
    return new Step(
        "have the traffic of " + resource + " written down in " + target.name("bucket"),
        create,
        List.of(
            new Made("/own/id", text(Made.NEW)),
            new Made("/own/TrafficType", text("ALL")),
            new Made("/own/FlowLogStatus", text("ACTIVE"))),
        Optional.of(delete));
  }

  private static String of(Target target, String type) {
    var kind =
        switch (type) {
          case "VPC" -> "vpc/";
          case "Subnet" -> "subnet/";
          default -> "network-interface/";
        };
    return Calls.arn("ec2", target, kind + target.name("resource"));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            target.name("resource"),
            kept(before),
            kept(after),
            "its traffic is written down in " + target.name("bucket")));
  }

  private static Set<String> kept(ActState state) {
    var kept = new TreeSet<String>();
    state.at("/logs").properties().forEach(each -> kept.add(each.getKey() + " " + each.getValue()));
    if (!state.at("/own/id").isMissingNode()) {
      kept.add(state.at("/own/TrafficType").asText() + " traffic by the act's own flow log");
    }
    return kept;
  }
}
