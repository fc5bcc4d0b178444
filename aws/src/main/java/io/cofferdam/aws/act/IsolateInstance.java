package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;
import static io.cofferdam.aws.act.Calls.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Takes a running instance off the network, each of its interfaces by itself, and keeps it from
/// being terminated. It never opens anything on the way: published automation first lets all
/// traffic in, so that connections lose their tracking, and an intruder is let in with it.
final class IsolateInstance implements Act {
  /// The tag by which the group that an act made is found again.
  static final String TAG = "cofferdam-isolation";

  private static final ActKind KIND =
      new ActKind(
          "aws.ec2.isolate-instance",
          "take an instance off the network",
          List.of("instance"),
          WayBack.WHOLE,
          List.of(
              "connections that were open and tracked live on until they are idle for the time that"
                  + " the interface allows; to end them at once, block the subnet by its network"
                  + " ACL",
              "management by SSM stops with the network: capture memory before",
              "a scaling group may replace the instance, and a balancer sends to it until its"
                  + " health check fails"),
          "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var ids = object().arrayNode().add(target.name("instance"));
    var instance =
        looking
            .body(read(target, "DescribeInstances", object().<ObjectNode>set("InstanceIds", ids)))
            .at("/Reservations/0/Instances/0");
    if (instance.isMissingNode()) {
      return new ActState(state);
    }
    state.set("vpc", instance.path("VpcId"));
    var protection =
        looking
            .body(
                read(
                    target,
                    "DescribeInstanceAttribute",
                    object()
                        .put("InstanceId", target.name("instance"))
                        .put("Attribute", "disableApiTermination")))
            .at("/DisableApiTermination/Value");
    state.put("protected", protection.asBoolean());
    var interfaces = state.putObject("interfaces");
    var groups = new TreeSet<String>();
    var attached = object().arrayNode();
    attached.add(filter("attachment.instance-id", target.name("instance")));
    looking
        .body(
            read(
                target, "DescribeNetworkInterfaces", object().<ObjectNode>set("Filters", attached)))
        .path("NetworkInterfaces")
        .forEach(
            each -> {
              var names = new TreeSet<String>();
              each.path("Groups").forEach(group -> names.add(group.path("GroupId").asText()));
              var of =
                  interfaces.putObject(each.path("NetworkInterfaceId").asText()).putArray("groups");
              names.forEach(of::add);
              groups.addAll(names);
            });
    var rules = state.putObject("rules");
    if (!groups.isEmpty()) {
      var asked = object();
      groups.forEach(asked.putArray("GroupIds")::add);
      looking
          .body(read(target, "DescribeSecurityGroups", asked))
          .path("SecurityGroups")
          .forEach(group -> rules.set(group.path("GroupId").asText(), SecurityRules.of(group)));
    }
    own(target, looking, state);
    return new ActState(state);
  }

  /// The group that the act made, found by its tag.
  private static void own(Target target, Looking looking, ObjectNode state) {
    var filters = object().arrayNode();
    filters.add(filter("vpc-id", state.path("vpc").asText()));
    filters.add(filter("tag:" + TAG, target.name("instance")));
    looking
        .body(read(target, "DescribeSecurityGroups", object().<ObjectNode>set("Filters", filters)))
        .path("SecurityGroups")
        .forEach(
            group -> {
              var own = state.putObject("group");
              own.set("id", group.path("GroupId"));
              own.set("rules", SecurityRules.of(group));
              own.set("egress", group.path("IpPermissionsEgress"));
            });
  }

  private static ObjectNode filter(String name, String value) {
    var filter = object().put("Name", name);
    filter.putArray("Values").add(value);
    return filter;
  }

  private static ActCall read(Target target, String operation, ObjectNode parameters) {
    return Calls.call("ec2", operation, target.region(), "*", parameters);
  }

  private static ActCall change(
      Target target, String operation, String type, String id, ObjectNode parameters) {
    return Calls.call(
        "ec2",
        operation,
        target.region(),
        "arn:aws:ec2:" + target.region() + ":" + target.account() + ":" + type + "/" + id,
        parameters);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/interfaces").isEmpty()) {
      return new Proposal.Impossible(
          "there is no instance " + target.name("instance") + " with a network interface");
    }
    for (var each : state.at("/interfaces")) {
      for (var group : each.path("groups")) {
        if (!state.at("/rules").has(group.asText())) {
          return new Proposal.Impossible(
              "the rules of group " + group.asText() + " were not told: what passes is not known");
        }
      }
    }
    if (!state.at("/group").isMissingNode()) {
      return new Proposal.Impossible(
          "a group with the tag "
              + TAG
              + " is there already: finish or undo that act, or look who made it");
    }
    List<Step> steps = new ArrayList<>();
    if (!state.at("/protected").asBoolean()) {
      steps.add(protect(target));
    }
    steps.add(create(target, state, mark));
    steps.add(empty(target));
    state
        .at("/interfaces")
        .properties()
        .forEach(each -> steps.add(move(target, each.getKey(), each.getValue().path("groups"))));
    return new Proposal.Steps(steps, List.of());
  }

  private static Step protect(Target target) {
    return new Step(
        "keep " + target.name("instance") + " from being terminated",
        protection(target, true),
        List.of(new Made("/protected", BooleanNode.TRUE)),
        Optional.of(protection(target, false)));
  }

  private static ActCall protection(Target target, boolean on) {
    var parameters = object().put("InstanceId", target.name("instance"));
    parameters.putObject("DisableApiTermination").put("Value", on);
    return change(
        target, "ModifyInstanceAttribute", "instance", target.name("instance"), parameters);
  }

  private static Step create(Target target, ActState state, String mark) {
    var parameters =
        object()
            .put("GroupName", "cofferdam-isolation-" + mark + "-" + target.name("instance"))
            .put("Description", "No traffic: instance " + target.name("instance") + " is isolated")
            .put("VpcId", state.at("/vpc").asText());
    var tagged =
        parameters.putArray("TagSpecifications").addObject().put("ResourceType", "security-group");
    tagged.putArray("Tags").addObject().put("Key", TAG).put("Value", target.name("instance"));
    return new Step(
        "make a group for " + target.name("instance"),
        change(target, "CreateSecurityGroup", "security-group", "*", parameters)
            .besides(
                new Permission(
                    "ec2:CreateSecurityGroup",
                    Calls.arn("ec2", target, "vpc/" + state.at("/vpc").asText())),
                new Permission("ec2:CreateTags", Calls.arn("ec2", target, "security-group/*"))),
        List.of(
            new Made("/group/id", text(Made.NEW)),
            new Made("/group/rules", text(Made.ANY)),
            new Made("/group/egress", text(Made.ANY))),
        Optional.of(
            change(
                target,
                "DeleteSecurityGroup",
                "security-group",
                "*",
                object().put("GroupId", "$state:/group/id"))));
  }

  private static Step empty(Target target) {
    return new Step(
        "take away the rules that a new group has",
        change(
            target,
            "RevokeSecurityGroupEgress",
            "security-group",
            "*",
            object()
                .put("GroupId", "$state:/group/id")
                .put("IpPermissions", "$state:/group/egress")),
        List.of(
            new Made("/group/rules", object().arrayNode()),
            new Made("/group/egress", object().arrayNode())),
        Optional.empty());
  }

  private static Step move(Target target, String id, JsonNode groups) {
    return new Step(
        "put interface " + id + " into that group alone",
        move(target, id).with(groups(id, object().arrayNode().add("$state:/group/id"))),
        List.of(
            new Made(
                "/interfaces/" + id + "/groups", object().arrayNode().add("$state:/group/id"))),
        Optional.of(move(target, id).with(groups(id, groups))));
  }

  private static ActCall move(Target target, String id) {
    return change(target, "ModifyNetworkInterfaceAttribute", "network-interface", id, object())
        .besides(
            new Permission(
                "ec2:ModifyNetworkInterfaceAttribute",
                Calls.arn("ec2", target, "security-group/*")));
  }

  private static ObjectNode groups(String id, JsonNode groups) {
    return object().put("NetworkInterfaceId", id).set("Groups", groups);
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    List<Claim> claims = new ArrayList<>();
    before
        .at("/interfaces")
        .fieldNames()
        .forEachRemaining(
            id ->
                claims.add(
                    new Claim.Traffic(
                        "interface " + id + " of " + target.name("instance"),
                        rules(before, id),
                        rules(after, id))));
    return claims;
  }

  private static List<Claim.Traffic.Rule> rules(ActState state, String id) {
    List<Claim.Traffic.Rule> rules = new ArrayList<>();
    state
        .at("/interfaces/" + id + "/groups")
        .forEach(
            group ->
                rules.addAll(
                    SecurityRules.read(
                        group.equals(state.at("/group/id"))
                            ? state.at("/group/rules")
                            : state.at("/rules/" + group.asText()))));
    return rules;
  }
}
