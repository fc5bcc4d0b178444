package io.cofferdam.posture.predicate.edge;

import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// What services say to one another inside is encrypted: brokers, caches, search, file systems,
/// training containers, targets of load balancers.
final class TransitEncrypted implements Predicate {
  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    return switch (resource.type()) {
      case "kafka-cluster" -> kafka(resource);
      case "elasticache-replication-group" ->
          flag(resource, "TransitEncryptionEnabled", "TransitEncryptionMode", "preferred");
      case "elasticache-cluster" ->
          resource.fact("ReplicationGroupId").isMissingNode()
              ? flag(resource, "TransitEncryptionEnabled", "TransitEncryptionMode", "preferred")
              : new Outcome.NotApplicable("judged with its replication group");
      case "opensearch-domain" -> search(resource);
      case "sagemaker-training-job" -> training(resource);
      case "efs-file-system" -> files(resource);
      default -> targets(resource);
    };
  }

  private static Outcome kafka(Resource cluster) {
    if (cluster.fact("Serverless").isObject()) {
      return new Outcome.Met(List.of("serverless clusters speak TLS only"));
    }
    var transit = cluster.fact("Provisioned.EncryptionInfo.EncryptionInTransit");
    var clients = transit.path("ClientBroker").asText("TLS");
    if (!clients.equals("TLS")) {
      return new Outcome.Violated("brokers take " + clients + " from clients", List.of(clients));
    }
    return transit.path("InCluster").asBoolean(true)
        ? new Outcome.Met(List.of("TLS to clients and among brokers"))
        : new Outcome.Violated("brokers speak among themselves in the clear", List.of("InCluster"));
  }

  private static Outcome flag(Resource resource, String flag, String mode, String half) {
    if (!resource.fact(flag).asBoolean(false)) {
      return new Outcome.Violated("it speaks in the clear", List.of(flag + " false"));
    }
    return resource.fact(mode).asText("").equals(half)
        ? new Outcome.Violated("it takes clients in the clear too", List.of(mode + " " + half))
        : new Outcome.Met(List.of(flag));
  }

  private static Outcome search(Resource domain) {
    var gaps = domain.gapsOf(List.of("domain"));
    if (!gaps.isEmpty()) {
      return new Outcome.Undetermined(gaps.stream().map(Gap::words).toList());
    }
    if (!domain.fact("domain.NodeToNodeEncryptionOptions.Enabled").asBoolean(false)) {
      return new Outcome.Violated(
          "its nodes speak in the clear", List.of("NodeToNodeEncryptionOptions.Enabled false"));
    }
    return domain.fact("domain.DomainEndpointOptions.EnforceHTTPS").asBoolean(false)
        ? new Outcome.Met(List.of("TLS among nodes and to clients"))
        : new Outcome.Violated("it takes HTTP", List.of("EnforceHTTPS false"));
  }

  /// One container alone has nobody to speak to.
  private static Outcome training(Resource job) {
    var gaps = job.gapsOf(List.of("job"));
    if (!gaps.isEmpty()) {
      return new Outcome.Undetermined(gaps.stream().map(Gap::words).toList());
    }
    if (job.fact("job.ResourceConfig.InstanceCount").asInt(1) < 2) {
      return new Outcome.NotApplicable("it runs on one machine");
    }
    return job.fact("job.EnableInterContainerTrafficEncryption").asBoolean(false)
        ? new Outcome.Met(List.of("traffic between its containers is encrypted"))
        : new Outcome.Violated(
            "its containers speak in the clear",
            List.of("EnableInterContainerTrafficEncryption false"));
  }

  /// Mounts may be in the clear unless the policy denies it.
  private static Outcome files(Resource system) {
    var gaps = system.gapsOf(List.of("policy"));
    if (!gaps.isEmpty()) {
      return new Outcome.Undetermined(gaps.stream().map(Gap::words).toList());
    }
    var text = system.fact("policy").asText("");
    var policy = PolicyParser.parse(text).asOptional();
    if (policy.isEmpty() && !text.isEmpty()) {
      return new Outcome.Undetermined(List.of("a policy of the file system that can be read"));
    }
    return policy.stream()
            .flatMap(each -> each.statements().stream())
            .anyMatch(TransitEncrypted::deniesClear)
        ? new Outcome.Met(List.of("its policy denies mounts without TLS"))
        : new Outcome.Violated(
            "it may be mounted in the clear",
            List.of("no policy denies aws:SecureTransport false"));
  }

  /// Whether nobody mounts without TLS by a statement: it denies everybody who does, whatever else
  /// is so (Amazon EFS user guide, "Using IAM to control access to file systems").
  private static boolean deniesClear(Statement statement) {
    return statement.effect() == Effect.DENY
        && statement.action().matches("elasticfilesystem:ClientMount")
        && statement.principal() instanceof PrincipalElement.Named(var names)
        && names.stream().anyMatch(PrincipalName.Everyone.class::isInstance)
        && statement.conditions().size() == 1
        && statement.conditions().stream()
            .anyMatch(
                each ->
                    each.key().equals("aws:securetransport")
                        && each.operator().comparison() == Comparison.BOOL
                        && !each.operator().negated()
                        && each.values().stream().allMatch(v -> v.source().equals("false")));
  }

  private static Outcome targets(Resource group) {
    var protocol = group.fact("Protocol").asText("");
    var type = group.fact("TargetType").asText("");
    if (type.equals("lambda") || group.fact("LoadBalancerArns").isEmpty()) {
      return new Outcome.NotApplicable("no balancer forwards to it over a network of ours");
    }
    return switch (protocol) {
      case "HTTPS", "TLS" -> new Outcome.Met(List.of("forwarded with " + protocol));
      case "HTTP" -> new Outcome.Violated("targets are called with HTTP", List.of(protocol));
      default ->
          new Outcome.NotApplicable(protocol + " passes through; the target ends the encryption");
    };
  }
}
