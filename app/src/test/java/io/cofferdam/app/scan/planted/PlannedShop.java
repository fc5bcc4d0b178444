package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.scan.planted.PlannedFault.Planted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A shop that is only planned, as a Terraform plan and as a template, with planted faults and
/// look-alikes; the same for the same seed.
final class PlannedShop {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String OWN = "111122223333";
  private static final String OTHER = "444455556666";

  private final Random random;
  private final boolean terraform;
  private final List<Planted> planted = new ArrayList<>();
  private final ObjectNode root = NODES.objectNode();

  private PlannedShop(long seed, boolean terraform) {
    this.random = new Random(seed);
    this.terraform = terraform;
    if (terraform) {
      root.put("format_version", "1.2").put("terraform_version", "1.11.4");
      root.withObject("/planned_values/root_module").putArray("resources");
      root.putArray("resource_changes");
      root.withObject("/configuration/provider_config/aws/expressions/region")
          .put("constant_value", "eu-central-1");
      root.withObject("/configuration/root_module").putArray("resources");
    } else {
      root.put("AWSTemplateFormatVersion", "2010-09-09").putObject("Resources");
    }
  }

  /// @param times how often each variant is planted
  static PlannedShop terraform(long seed, int times) {
    return new PlannedShop(seed, true).fill(times);
  }

  static PlannedShop template(long seed, int times) {
    return new PlannedShop(seed, false).fill(times);
  }

  String text() {
    return root.toPrettyString();
  }

  List<Planted> planted() {
    return List.copyOf(planted);
  }

  /// A plan holds no name twice; the order of the variants is drawn.
  private PlannedShop fill(int times) {
    var variants = new ArrayList<Runnable>();
    for (var time = 0; time < times; time++) {
      for (var policy : policies("s3:GetObject").entrySet()) {
        variants.add(() -> bucketWithPolicy(policy.getKey(), policy.getValue(), true));
      }
      variants.add(() -> bucketWithPolicy("false", policies("s3:GetObject").get("true"), false));
      for (var policy : policies("kms:Decrypt").entrySet()) {
        variants.add(() -> keyWithPolicy(policy.getKey().startsWith("true"), policy.getValue()));
      }
      for (var policy : policies("ecr:BatchGetImage").entrySet()) {
        variants.add(() -> repository(policy.getKey().startsWith("true"), policy.getValue()));
      }
      for (var off = 0; off < 5; off++) {
        var flag = off;
        variants.add(() -> blocked(flag));
      }
      for (var key : List.of("own", "aws", "none", "AES256")) {
        variants.add(() -> encrypted(key));
      }
      for (var spec : List.of("SYMMETRIC_DEFAULT", "RSA_2048")) {
        variants.add(() -> rotated(spec, false));
        variants.add(() -> rotated("SYMMETRIC_DEFAULT", true));
      }
    }
    Collections.shuffle(variants, random);
    variants.forEach(Runnable::run);
    return this;
  }

  /// Statements for everybody: `true` is a fault, `false` only looks like one.
  private Map<String, String> policies(String action) {
    var allow = "\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"@\"";
    var all = "{" + allow + ",\"Principal\":\"*\"";
    return new TreeMap<>(
        Map.of(
            "true", all + "}",
            "true list", "{" + allow + ",\"Principal\":{\"AWS\":[\"" + OWN + "\",\"*\"]}}",
            "true tls", all + ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}",
            "true net", all + ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/0\"}}}",
            "true other",
                all
                    + ",\"Condition\":{\"StringNotEquals\":{\"aws:PrincipalAccount\":\""
                    + OTHER
                    + "\"}}}",
            "false account",
                all
                    + ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalAccount\":\""
                    + OWN
                    + "\"}}}",
            "false denied",
                all
                    + "},{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"@\","
                    + "\"Condition\":{\"StringNotEquals\":{\"aws:PrincipalAccount\":\""
                    + OWN
                    + "\"}}}",
            "false named",
                "{" + allow + ",\"Principal\":{\"AWS\":\"arn:aws:iam::" + OWN + ":root\"}}"));
  }

  private void bucketWithPolicy(String kind, String statements, boolean open) {
    var name = name("bucket");
    bucket(name);
    block(name, open ? 0b1111 : 0);
    var policy = policy(statements.replace("@", "arn:aws:s3:::shop-" + name + "/*"));
    var address =
        add(
            name + "Policy",
            "aws_s3_bucket_policy",
            "AWS::S3::BucketPolicy",
            NODES.objectNode().put("policy", policy.toString()),
            NODES.objectNode().set("PolicyDocument", policy),
            Map.of("bucket", name),
            "Bucket");
    plant(PlannedFault.PUBLIC_BUCKET, kind.startsWith("true"), name, List.of(address));
  }

  private void blocked(int off) {
    var name = name("blocked");
    bucket(name);
    var address = block(name, off == 4 ? 0 : 1 << off);
    plant(PlannedFault.BLOCK, off != 4, name, List.of(address));
  }

  private void encrypted(String with) {
    var name = name("encrypted");
    var algorithm = with.equals("AES256") ? "AES256" : "aws:kms";
    var key =
        switch (with) {
          case "own" ->
              "arn:aws:kms:eu-central-1:" + OWN + ":key/1234abcd-12ab-34cd-56ef-1234567890ab";
          case "aws" -> "alias/aws/s3";
          default -> "";
        };
    var terraformRule = NODES.objectNode();
    var applied = terraformRule.putArray("apply_server_side_encryption_by_default").addObject();
    applied.put("sse_algorithm", algorithm);
    terraformRule.put("bucket_key_enabled", true);
    var rule = NODES.objectNode().put("BucketKeyEnabled", true);
    var applies = rule.putObject("ServerSideEncryptionByDefault").put("SSEAlgorithm", algorithm);
    if (!key.isEmpty()) {
      applied.put("kms_master_key_id", key);
      applies.put("KMSMasterKeyID", key);
    }
    var properties = NODES.objectNode().put("BucketName", "shop-" + name);
    properties
        .putObject("BucketEncryption")
        .putArray("ServerSideEncryptionConfiguration")
        .add(rule);
    bucket(name, properties);
    var others = new ArrayList<String>();
    if (terraform) {
      var values = NODES.objectNode();
      values.putArray("rule").add(terraformRule);
      others.add(
          add(
              name + "Encryption",
              "aws_s3_bucket_server_side_encryption_configuration",
              "",
              values,
              NODES.objectNode(),
              Map.of("bucket", name),
              ""));
    }
    plant(PlannedFault.BUCKET_KEY, !with.equals("own"), name, others);
  }

  private void keyWithPolicy(boolean real, String statements) {
    var name = name("key");
    var own =
        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::"
            + OWN
            + ":root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"},";
    key(name, "SYMMETRIC_DEFAULT", true, policy(own + statements.replace("@", "*")));
    plant(PlannedFault.OPEN_KEY, real, name, List.of());
  }

  private void rotated(String spec, boolean rotated) {
    var name = name("rotated");
    var own =
        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::"
            + OWN
            + ":root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}";
    key(name, spec, rotated, policy(own));
    plant(PlannedFault.ROTATION, !rotated && spec.equals("SYMMETRIC_DEFAULT"), name, List.of());
  }

  private void key(String name, String spec, boolean rotated, ObjectNode policy) {
    var symmetric = spec.equals("SYMMETRIC_DEFAULT");
    var properties =
        NODES
            .objectNode()
            .put("EnableKeyRotation", rotated)
            .put("KeySpec", spec)
            .put("KeyUsage", symmetric ? "ENCRYPT_DECRYPT" : "SIGN_VERIFY");
    properties.set("KeyPolicy", policy);
    add(
        name,
        "aws_kms_key",
        "AWS::KMS::Key",
        NODES
            .objectNode()
            .put("enable_key_rotation", rotated)
            .put("is_enabled", true)
            .put("customer_master_key_spec", spec)
            .put("key_usage", symmetric ? "ENCRYPT_DECRYPT" : "SIGN_VERIFY")
            .put("policy", policy.toString()),
        properties,
        Map.of(),
        "");
  }

  private void repository(boolean real, String statements) {
    var name = name("images");
    var policy = policy(statements.replace(",\"Resource\":\"@\"", ""));
    var key = "arn:aws:kms:eu-central-1:" + OWN + ":key/1234abcd-12ab-34cd-56ef-1234567890ab";
    var properties =
        NODES
            .objectNode()
            .put("RepositoryName", "shop/vllm-" + name)
            .put("ImageTagMutability", "IMMUTABLE");
    properties.putObject("ImageScanningConfiguration").put("ScanOnPush", true);
    properties.putObject("EncryptionConfiguration").put("EncryptionType", "KMS").put("KmsKey", key);
    properties.set("RepositoryPolicyText", policy);
    add(
        name,
        "aws_ecr_repository",
        "AWS::ECR::Repository",
        images(name, key),
        properties,
        Map.of(),
        "");
    var others = new ArrayList<String>();
    if (terraform) {
      others.add(
          add(
              name + "Policy",
              "aws_ecr_repository_policy",
              "",
              NODES.objectNode().put("policy", policy.toString()),
              NODES.objectNode(),
              Map.of("repository", name),
              ""));
    }
    plant(PlannedFault.OPEN_IMAGES, real, name, others);
  }

  private static ObjectNode images(String name, String key) {
    var values =
        NODES
            .objectNode()
            .put("name", "shop/vllm-" + name)
            .put("image_tag_mutability", "IMMUTABLE");
    values.putArray("image_scanning_configuration").addObject().put("scan_on_push", true);
    values
        .putArray("encryption_configuration")
        .addObject()
        .put("encryption_type", "KMS")
        .put("kms_key", key);
    return values;
  }

  private void bucket(String name) {
    bucket(name, NODES.objectNode().put("BucketName", "shop-" + name));
  }

  private void bucket(String name, ObjectNode properties) {
    add(
        name,
        "aws_s3_bucket",
        "AWS::S3::Bucket",
        NODES.objectNode().put("bucket", "shop-" + name),
        properties,
        Map.of(),
        "");
  }

  /// @param off which of the four settings are off, a bit for each
  private String block(String name, int off) {
    if (!terraform) {
      var block =
          ((ObjectNode) root.path("Resources").path(name).path("Properties"))
              .putObject("PublicAccessBlockConfiguration");
      block.put("BlockPublicAcls", (off & 1) == 0).put("BlockPublicPolicy", (off & 2) == 0);
      block.put("IgnorePublicAcls", (off & 4) == 0).put("RestrictPublicBuckets", (off & 8) == 0);
      return name;
    }
    return add(
        name + "Block",
        "aws_s3_bucket_public_access_block",
        "",
        NODES
            .objectNode()
            .put("block_public_acls", (off & 1) == 0)
            .put("block_public_policy", (off & 2) == 0)
            .put("ignore_public_acls", (off & 4) == 0)
            .put("restrict_public_buckets", (off & 8) == 0),
        NODES.objectNode(),
        Map.of("bucket", name),
        "");
  }

  private static ObjectNode policy(String statements) {
    try {
      return (ObjectNode)
          JSON.readTree("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private String name(String kind) {
    return kind + (planted.size() + 1);
  }

  private void plant(PlannedFault fault, boolean real, String name, List<String> others) {
    var address =
        !terraform
            ? name
            : switch (fault.control().split("\\.", -1)[1]) {
                  case "s3" -> "aws_s3_bucket.";
                  case "kms" -> "aws_kms_key.";
                  default -> "aws_ecr_repository.";
                }
                + name;
    planted.add(new Planted(fault, real, address, others));
  }

  /// Adds a resource in the language of the plan.
  ///
  /// @param refers attributes that are the id of another resource
  /// @param property how the template calls that attribute
  /// @return the address
  private String add(
      String name,
      String type,
      String templateType,
      ObjectNode values,
      ObjectNode properties,
      Map<String, String> refers,
      String property) {
    if (!terraform) {
      refers.values().forEach(other -> properties.putObject(property).put("Ref", other));
      var resource = root.withObject("/Resources").putObject(name).put("Type", templateType);
      resource.set("Properties", properties);
      return name;
    }
    var address = type + "." + name;
    var unknown = NODES.objectNode().put("id", true).put("arn", true);
    refers.keySet().forEach(attribute -> unknown.put(attribute, true));
    var resource = plain(address, type, name);
    resource.set("values", values);
    resource.putObject("sensitive_values");
    list("/planned_values/root_module/resources").add(resource);
    var change = plain(address, type, name);
    var changed = change.putObject("change");
    changed.putArray("actions").add("create");
    changed.putNull("before");
    changed.set("after", values.deepCopy());
    changed.set("after_unknown", unknown);
    list("/resource_changes").add(change);
    var configured = plain(address, type, name).put("provider_config_key", "aws");
    var expressions = configured.putObject("expressions");
    values
        .properties()
        .forEach(
            each -> expressions.putObject(each.getKey()).set("constant_value", each.getValue()));
    refers.forEach(
        (attribute, other) ->
            expressions
                .putObject(attribute)
                .putArray("references")
                .add(host(type) + "." + other + ".id")
                .add(host(type) + "." + other));
    list("/configuration/root_module/resources").add(configured);
    return address;
  }

  private static String host(String type) {
    return type.startsWith("aws_ecr") ? "aws_ecr_repository" : "aws_s3_bucket";
  }

  private static ObjectNode plain(String address, String type, String name) {
    return NODES
        .objectNode()
        .put("address", address)
        .put("mode", "managed")
        .put("type", type)
        .put("name", name)
        .put("provider_name", "registry.terraform.io/hashicorp/aws");
  }

  private ArrayNode list(String path) {
    return (ArrayNode) root.at(path);
  }
}
