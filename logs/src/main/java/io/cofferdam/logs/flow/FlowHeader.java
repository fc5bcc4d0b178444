package io.cofferdam.logs.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which field stands in which column of a VPC flow log. All published fields of versions 2 to 8
/// are known by name (https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html); a
/// header with further ones is still read, because columns go by name (the names of versions 7 and
/// later are unchecked).
record FlowHeader(List<String> fields) {
  static final FlowHeader DEFAULT =
      new FlowHeader(
          List.of(
              "version",
              "account-id",
              "interface-id",
              "srcaddr",
              "dstaddr",
              "srcport",
              "dstport",
              "protocol",
              "packets",
              "bytes",
              "start",
              "end",
              "action",
              "log-status"));

  private static final Set<String> LATER =
      Set.of(
          "vpc-id",
          "subnet-id",
          "instance-id",
          "tcp-flags",
          "type",
          "pkt-srcaddr",
          "pkt-dstaddr",
          "region",
          "az-id",
          "sublocation-type",
          "sublocation-id",
          "pkt-src-aws-service",
          "pkt-dst-aws-service",
          "flow-direction",
          "traffic-path",
          "ecs-cluster-arn",
          "ecs-cluster-name",
          "ecs-container-instance-arn",
          "ecs-container-instance-id",
          "ecs-container-id",
          "ecs-second-container-id",
          "ecs-service-name",
          "ecs-task-definition-arn",
          "ecs-task-arn",
          "ecs-task-id",
          "reject-reason",
          "resource-id",
          "encryption-status");

  FlowHeader {
    fields = List.copyOf(fields);
  }

  /// The header that a line is, or null: at least three known names, nothing but names.
  static @Nullable FlowHeader of(String line) {
    if (line.isEmpty() || !Character.isLetter(line.charAt(0))) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    var known = 0;
    for (var word : line.strip().split("[ \t,]+", -1)) {
      var name = word.toLowerCase(Locale.ROOT).replace('_', '-').replaceAll("[${}]", "");
      if (!name.matches("[a-z][a-z0-9-]*")) {
        return null;
      }
      known += DEFAULT.fields.contains(name) || LATER.contains(name) ? 1 : 0;
      fields.add(name);
    }
    return known >= 3 ? new FlowHeader(fields) : null;
  }

  /// The field's text; empty where the header has no such field or the record has none (`-`).
  String field(String name, String[] values) {
    var at = fields.indexOf(name);
    return at < 0 || values[at].equals("-") ? "" : values[at];
  }
}
