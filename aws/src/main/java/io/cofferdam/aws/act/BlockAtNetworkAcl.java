package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Denies all traffic, or that with one block of addresses, at the network ACL of subnets: in both
/// directions, and for both versions of addresses. An ACL keeps no state, so that connections that
/// are open are cut too.
final class BlockAtNetworkAcl implements Act {
  private static final int LAST_PORT = 65_535;
  private static final String ALL = "all";

  private static final ActKind KIND =
      new ActKind(
          "aws.ec2.block-at-network-acl",
          "deny traffic at a network ACL",
          List.of("acl", "peer"),
          WayBack.WHOLE,
          List.of(
              "it holds for every subnet of the ACL, and all that runs there",
              "traffic inside one subnet does not pass it, nor does that to Amazon's DNS, DHCP, time"
                  + " and instance metadata",
              "an ACL takes a limited number of entries"),
          "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var asked =
        object().<ObjectNode>set("NetworkAclIds", object().arrayNode().add(target.name("acl")));
    var acl =
        looking
            .body(Calls.call("ec2", "DescribeNetworkAcls", target.region(), "*", asked))
            .at("/NetworkAcls/0");
    if (acl.isMissingNode()) {
      return new ActState(state);
    }
    var subnets = new TreeSet<String>();
    acl.path("Associations").forEach(each -> subnets.add(each.path("SubnetId").asText()));
    subnets.forEach(state.putArray("subnets")::add);
    var entries = state.putObject("entries");
    for (var entry : acl.path("Entries")) {
      entries.set(
          place(!entry.path("Egress").asBoolean(), entry.path("RuleNumber").asInt()), kept(entry));
    }
    return new ActState(state);
  }

  /// `in-100`
  private static String place(boolean inward, int number) {
    return (inward ? "in-" : "out-") + number;
  }

  private static ObjectNode kept(JsonNode entry) {
    var icmp = entry.path("IcmpTypeCode");
    var type = icmp.path("Type").asInt(-1);
    var ports = entry.path("PortRange");
    var peer = entry.path("CidrBlock").asText("");
    return object()
        .put("allow", entry.path("RuleAction").asText().equals("allow"))
        .put("protocol", entry.path("Protocol").asText())
        .put("from", type >= 0 ? type : ports.path("From").asInt(0))
        .put("to", type >= 0 ? type : ports.path("To").asInt(LAST_PORT))
        .put("part", icmp.path("Code").asInt(-1) >= 0)
        .put("peer", peer.isEmpty() ? entry.path("Ipv6CidrBlock").asText() : peer);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/entries").isMissingNode()) {
      return new Proposal.Impossible("there is no network ACL " + target.name("acl"));
    }
    var peers =
        target.name("peer").equals(ALL)
            ? List.of("0.0.0.0/0", "::/0")
            : List.of(target.name("peer"));
    if (!peers.getFirst().contains("/")) {
      return new Proposal.Impossible(
          "`" + target.name("peer") + "` is no block of addresses [192.0.2.0/24, or all]");
    }
    List<Step> steps = new ArrayList<>();
    for (var inward : List.of(true, false)) {
      var number = lowest(state, inward);
      for (var peer : peers) {
        if (denied(state, inward, peer)) {
          continue;
        }
        number--;
        if (number < 1) {
          return new Proposal.Impossible(
              "there is no number left before the first entry of " + target.name("acl"));
        }
        steps.add(deny(target, inward, number, peer));
      }
    }
    var subnets = new TreeSet<String>();
    state.at("/subnets").forEach(each -> subnets.add(each.asText()));
    return steps.isEmpty()
        ? new Proposal.Already("that traffic is denied before anything else")
        : new Proposal.Steps(steps, List.of("the subnets are " + String.join(", ", subnets)));
  }

  private static int lowest(ActState state, boolean inward) {
    return entries(state).stream()
        .filter(each -> each.inward() == inward)
        .mapToInt(Claim.Entries.Entry::number)
        .min()
        .orElse(101);
  }

  /// Whether an entry denies all traffic with a peer, and no entry before it allows any.
  private static boolean denied(ActState state, boolean inward, String peer) {
    var first =
        entries(state).stream()
            .filter(each -> each.inward() == inward && each.allow())
            .mapToInt(Claim.Entries.Entry::number)
            .min()
            .orElse(Integer.MAX_VALUE);
    return entries(state).stream()
        .anyMatch(
            each ->
                each.inward() == inward
                    && !each.allow()
                    && each.number() < first
                    && each.protocol().equals("-1")
                    && each.peer().equals(peer));
  }

  private static Step deny(Target target, boolean inward, int number, String peer) {
    var six = peer.contains(":");
    var parameters =
        at(target, inward, number)
            .put("Protocol", "-1")
            .put("RuleAction", "deny")
            .put(six ? "Ipv6CidrBlock" : "CidrBlock", peer);
    var made =
        object()
            .put("allow", false)
            .put("protocol", "-1")
            .put("from", 0)
            .put("to", LAST_PORT)
            .put("part", false)
            .put("peer", peer);
    return new Step(
        "deny all traffic " + (inward ? "from " : "to ") + peer,
        call(target, "CreateNetworkAclEntry", parameters),
        List.of(new Made("/entries/" + place(inward, number), made)),
        Optional.of(call(target, "DeleteNetworkAclEntry", at(target, inward, number))));
  }

  private static ObjectNode at(Target target, boolean inward, int number) {
    return object()
        .put("NetworkAclId", target.name("acl"))
        .put("RuleNumber", number)
        .put("Egress", !inward);
  }

  private static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "ec2",
        operation,
        target.region(),
        Calls.arn("ec2", target, "network-acl/" + target.name("acl")),
        parameters);
  }

  private static List<Claim.Entries.Entry> entries(ActState state) {
    List<Claim.Entries.Entry> entries = new ArrayList<>();
    for (var each : state.at("/entries").properties()) {
      var entry = each.getValue();
      entries.add(
          new Claim.Entries.Entry(
              each.getKey().startsWith("in-"),
              Integer.parseInt(each.getKey().substring(each.getKey().indexOf('-') + 1)),
              entry.path("allow").asBoolean(),
              entry.path("protocol").asText(),
              entry.path("from").asInt(),
              entry.path("to").asInt(),
              entry.path("part").asBoolean(),
              entry.path("peer").asText()));
    }
    return entries;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Entries("network ACL " + target.name("acl"), entries(before), entries(after)));
  }
}
