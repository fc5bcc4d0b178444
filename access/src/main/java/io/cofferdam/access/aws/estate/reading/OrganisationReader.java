package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.Organisation;
import io.cofferdam.access.aws.estate.OrganisationNode;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the organisation: its tree and the policies on it. A policy is written once, under
/// `policies`, and named where it is attached; `FullAWSAccess` and `RCPFullAWSAccess` need no
/// text.
final class OrganisationReader {
  private static final Optional<PolicyDocument> FULL_ACCESS =
      PolicyParser.parse(
              """
              {"Version":"2012-10-17","Statement":{"Sid":"FullAccess","Effect":"Allow",\
              "Action":"*","Resource":"*"}}""")
          .asOptional();

  private final PolicyNodes policies;
  private final Map<String, NamedPolicy> byName = new HashMap<>();

  OrganisationReader(PolicyNodes policies) {
    this.policies = policies;
  }

  Organisation read(Node node) {
    node.only("id", "managementAccount", "policies", "root", "units", "publicAccessBlock");
    node.members("policies")
        .forEach(
            (name, policy) -> byName.put(name, new NamedPolicy(name, name, policies.read(policy))));
    Map<String, OrganisationNode> nodes = new HashMap<>();
    String root = "";
    Optional<Node> rootNode = node.member("root");
    if (rootNode.isEmpty()) {
      node.problems().error("CFD-ACCESS-0410", node, "no `root` [expected an object]");
    } else {
      rootNode.get().only("id", "scps", "rcps");
      root = rootNode.get().required("id");
      nodes.put(root, place(rootNode.get(), root, "Root", ""));
    }
    for (Node unit : node.objects("units")) {
      unit.only("id", "name", "parent", "scps", "rcps");
      String id = unit.required("id");
      OrganisationNode place =
          place(unit, id, unit.text("name").orElse(id), unit.required("parent"));
      Collected.once(nodes, id, place, unit);
    }
    for (Node unit : node.objects("units")) {
      String parent = unit.text("parent").orElse("");
      if (!parent.isEmpty() && !nodes.containsKey(parent)) {
        unit.problems().error("CFD-ACCESS-0408", unit, "`parent` names no unit of the snapshot");
      }
    }
    return new Organisation(
        node.required("id"),
        root,
        node.required("managementAccount"),
        nodes,
        node.part("publicAccessBlock", ResourceReader::block));
  }

  /// A place with its policies.
  OrganisationNode place(Node node, String id, String name, String parent) {
    return new OrganisationNode(id, name, parent, attached(node, "scps"), attached(node, "rcps"));
  }

  private Part<List<NamedPolicy>> attached(Node node, String name) {
    return node.part(
        name,
        list -> {
          List<NamedPolicy> attached = new ArrayList<>();
          for (String policy : node.texts(name)) {
            attached.add(byName.computeIfAbsent(policy, OrganisationReader::unwritten));
          }
          return Part.known(List.copyOf(attached));
        });
  }

  private static NamedPolicy unwritten(String name) {
    boolean full = name.equals("FullAWSAccess") || name.equals("RCPFullAWSAccess");
    return new NamedPolicy(name, name, full ? FULL_ACCESS : Optional.empty());
  }
}
