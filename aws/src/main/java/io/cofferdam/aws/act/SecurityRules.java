package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Claim.Traffic.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rules of a security group, one peer each, in an order of their own.
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
final class SecurityRules {
  private static final int LAST_PORT = 65_535;

  private SecurityRules() {}

  /// Rules as a group's description has them.
  static ArrayNode of(JsonNode group) {
    Map<String, ObjectNode> sorted = new TreeMap<>();
    read(true, group.path("IpPermissions"), sorted);
    read(false, group.path("IpPermissionsEgress"), sorted);
    var rules = object().arrayNode();
    sorted.values().forEach(rules::add);
    return rules;
  }

  private static void read(boolean inward, JsonNode permissions, Map<String, ObjectNode> sorted) {
    for (var permission : permissions) {
      List<String> peers = new ArrayList<>();
      permission.path("IpRanges").forEach(each -> peers.add(each.path("CidrIp").asText()));
      permission.path("Ipv6Ranges").forEach(each -> peers.add(each.path("CidrIpv6").asText()));
      permission
          .path("PrefixListIds")
          .forEach(each -> peers.add(each.path("PrefixListId").asText()));
      permission.path("UserIdGroupPairs").forEach(each -> peers.add(each.path("GroupId").asText()));
      for (var peer : peers) {
        var rule = object().put("inward", inward);
        rule.put("protocol", permission.path("IpProtocol").asText());
        var ports = ports(permission);
        rule.put("from", ports[0]).put("to", ports[1]).put("peer", peer);
        sorted.put(rule.toString(), rule);
      }
    }
  }

  /// For ICMP the two numbers are type and code, and all protocols have no ports: neither is told
  /// apart by them.
  private static int[] ports(JsonNode permission) {
    var protocol = permission.path("IpProtocol").asText();
    var from = permission.path("FromPort").asInt(0);
    var to = permission.path("ToPort").asInt(LAST_PORT);
    return (protocol.equals("tcp") || protocol.equals("udp")) && from >= 0 && to >= from
        ? new int[] {from, to}
        : new int[] {0, LAST_PORT};
  }

  /// Rules as the state keeps them.
  static List<Rule> read(JsonNode rules) {
    List<Rule> list = new ArrayList<>();
    rules.forEach(
        rule ->
            list.add(
                new Rule(
                    rule.path("inward").asBoolean(),
                    rule.path("protocol").asText(),
                    rule.path("from").asInt(),
                    rule.path("to").asInt(),
                    rule.path("peer").asText())));
    return list;
  }
}
