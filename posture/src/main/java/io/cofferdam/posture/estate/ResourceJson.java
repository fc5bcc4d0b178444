package io.cofferdam.posture.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.posture.inventory.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes resources in the shape of `estate.schema.json`: those that have a policy of their own,
/// and those that run code as a role. A fact that was not learnt is left out, which means unknown.
final class ResourceJson {
  private static final String POLICY = "policy";

  /// Where the kinds of resource that have a policy keep it, if not in the fact `policy` itself.
  private static final List<String> POLICY_WITHIN =
      List.of("policyText", "Policy", "ResourcePolicy", "resourcePolicy", "Attributes.Policy");

  /// Where what runs code names its role or instance profile (Lambda ListFunctions, EC2
  /// DescribeInstances, SageMaker DescribeNotebookInstance, CodeBuild BatchGetProjects, Glue
  /// GetJobs).
  private static final List<String> ROLES =
      List.of(
          "Role",
          "IamInstanceProfile.Arn",
          "RoleArn",
          "detail.RoleArn",
          "notebook.RoleArn",
          "serviceRole",
          "project.serviceRole");

  /// What an ARN of something that runs code contains (`escalation-acts.tsv`, `host:`).
  private static final List<String> HOSTS =
      List.of(":lambda:", ":instance/", ":notebook-instance/", ":codebuild:", ":job/");

  /// Kinds that are not resources in the sense of access.
  private static final List<String> APART =
      List.of("iam-", "org-", "account", "region", "s3-access-point");

  private final Map<String, String> keysByAlias;

  /// @param keysByAlias ARN of the key by the ARN of its alias
  ResourceJson(Map<String, String> keysByAlias) {
    this.keysByAlias = Map.copyOf(keysByAlias);
  }

  /// The resource; empty where it neither has a policy nor runs code.
  ///
  /// @param points the bucket's access points
  Optional<ObjectNode> write(Resource resource, List<Resource> points) {
    var arn = arn(resource);
    if (!arn.matches("arn:[^:]*:[^:]*:[^:]*:[^:]*:.+")
        || APART.stream().anyMatch(resource.type()::startsWith)) {
      return Optional.empty();
    }
    var json = JsonNodeFactory.instance.objectNode();
    json.put("arn", arn);
    var inArn = arn.split(":", 6)[4];
    json.put("account", inArn.isEmpty() ? resource.account() : inArn);
    return switch (resource.type()) {
      case "s3-bucket" -> Optional.of(bucket(json, resource, points));
      case "kms-key" -> Optional.of(key(json, resource));
      default ->
          // other doors to a bucket, and aliases of keys
          resource.id().matches("arn:[^:]*:(s3|kms):.*") ? Optional.empty() : other(json, resource);
    };
  }

  /// Queues are listed by their addresses; their attributes tell the ARN.
  private static String arn(Resource resource) {
    return resource.id().startsWith("arn:")
        ? resource.id()
        : resource.fact("attributes.QueueArn").asText(resource.id());
  }

  private ObjectNode bucket(ObjectNode json, Resource bucket, List<Resource> points) {
    fact(json, "policy", bucket, "policy", "policy");
    fact(json, "publicAccessBlock", bucket, "block", "block");
    fact(json, "acl", bucket, "acl", "acl");
    fact(json, "ownership", bucket, "ownership", "ownership");
    if (!bucket.region().isEmpty()) {
      json.put("region", bucket.region());
    }
    if (bucket.gapsOf(List.of("encryption")).isEmpty()) {
      encryption(json, bucket);
    }
    if (bucket.gapsOf(List.of("tags")).isEmpty()) {
      var tags = json.putObject("tags");
      bucket
          .fact("tags")
          .forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
    }
    if (!points.isEmpty()) {
      var all = json.putArray("accessPoints");
      for (var point : points) {
        var one = all.addObject();
        one.put("arn", point.id());
        if (point.fact(POLICY).isTextual()) {
          one.set(POLICY, point.fact(POLICY));
        }
      }
    }
    return json;
  }

  private void encryption(ObjectNode json, Resource bucket) {
    var rule = bucket.fact("encryption.Rules").path(0).path("ApplyServerSideEncryptionByDefault");
    if (!rule.path("SSEAlgorithm").asText("").startsWith("aws:kms")) {
      json.putNull("encryptionKey");
      return;
    }
    var named = rule.path("KMSMasterKeyID").asText("");
    if (named.isEmpty() || named.endsWith("alias/aws/s3")) {
      json.put("encryptionKey", "aws/s3");
      return;
    }
    var prefix = "arn:aws:kms:" + bucket.region() + ":" + bucket.account() + ":";
    var arn =
        named.startsWith("arn:")
            ? named
            : prefix + (named.startsWith("alias/") ? named : "key/" + named);
    var key = arn.contains(":alias/") ? keysByAlias.getOrDefault(arn, "") : arn;
    if (!key.isEmpty()) {
      json.put("encryptionKey", key);
    }
  }

  private static ObjectNode key(ObjectNode json, Resource key) {
    fact(json, "policy", key, "policy", "policy");
    if (key.gapsOf(List.of("grants")).isEmpty()) {
      var grants = json.putArray("grants");
      for (var grant : key.fact("grants.Grants")) {
        if (grant.hasNonNull("GranteePrincipal")) {
          var one = grants.addObject();
          one.set("GrantId", grant.path("GrantId"));
          one.set("GranteePrincipal", grant.path("GranteePrincipal"));
          one.set("Operations", grant.path("Operations"));
          if (grant.path("Constraints").isObject()) {
            one.set("Constraints", grant.path("Constraints"));
          }
        }
      }
    }
    return json;
  }

  private static Optional<ObjectNode> other(ObjectNode json, Resource resource) {
    var host = HOSTS.stream().anyMatch(resource.id()::contains);
    var runsAs =
        host
            ? ROLES.stream()
                .map(path -> resource.fact(path).asText(""))
                .filter(arn -> arn.contains(":iam::"))
                .findFirst()
            : Optional.<String>empty();
    runsAs.ifPresent(arn -> json.put("runsAs", arn));
    var policy = policy(resource);
    if (policy.isPresent()) {
      json.set(POLICY, policy.get());
    } else if (resource.gapsOf(List.of(POLICY, "attributes")).isEmpty()) {
      json.putNull(POLICY);
    } else if (runsAs.isEmpty()) {
      return Optional.of(json);
    }
    return policy.isPresent() || runsAs.isPresent() ? Optional.of(json) : Optional.empty();
  }

  /// The policy of a resource that is neither bucket nor key, as text.
  static Optional<JsonNode> policy(Resource resource) {
    var fact = resource.fact(POLICY);
    if (fact.isTextual() && fact.asText().stripLeading().startsWith("{")) {
      return Optional.of(fact);
    }
    for (var within : POLICY_WITHIN) {
      for (var from : List.of("policy.", "attributes.", "")) {
        var text = resource.fact(from + within);
        if (text.isTextual() && text.asText().stripLeading().startsWith("{")) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  /// Copies a fact: left out where it was not learnt, null where there is none.
  private static void fact(
      ObjectNode json, String member, Resource resource, String path, String gap) {
    if (!resource.gapsOf(List.of(gap)).isEmpty()) {
      return;
    }
    var value = resource.fact(path);
    var none = value.isMissingNode() || (value instanceof TextNode text && text.asText().isEmpty());
    json.set(member, none ? json.nullNode() : value);
  }
}
