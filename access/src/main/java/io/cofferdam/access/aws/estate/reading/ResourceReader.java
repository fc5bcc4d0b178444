package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.KeyGrant;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.aws.s3.S3Reading;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one resource; its kind follows from its ARN.
final class ResourceReader {
  private final PolicyNodes policies;

  ResourceReader(PolicyNodes policies) {
    this.policies = policies;
  }

  EstateResource read(Node node) {
    String arn = node.required("arn");
    String[] fields = arn.split(":", 6);
    if (!arn.isEmpty() && (fields.length != 6 || !fields[0].equals("arn"))) {
      node.problems().error("CFD-ACCESS-0412", node, "`arn` is not an ARN [expected six fields]");
    }
    String service = fields.length > 2 ? fields[2] : "";
    String inArn = fields.length == 6 ? fields[4] : "";
    String account = node.text("account").orElse(inArn);
    if (!inArn.isEmpty() && !inArn.equals(account)) {
      node.problems().error("CFD-ACCESS-0413", node, "`account` is not that of the ARN");
    }
    ResourceDetail detail = new ResourceDetail.Plain();
    if (service.equals("s3")) {
      node.only(
          "arn",
          "account",
          "policy",
          "tags",
          "publicAccessBlock",
          "acl",
          "ownership",
          "encryptionKey",
          "accessPoints",
          "region");
      detail = bucket(node, account);
    } else if (service.equals("kms")) {
      node.only("arn", "account", "policy", "tags", "grants");
      detail = new ResourceDetail.Key(node.part("grants", n -> Part.known(grants(node))));
    } else {
      node.only("arn", "account", "policy", "tags", "runsAs");
    }
    return new EstateResource(
        arn,
        account,
        node.part("policy", n -> Part.known(new NamedPolicy(arn, "policy", policies.read(n)))),
        node.part("tags", n -> Part.known(tags(node))),
        node.text("runsAs"),
        detail);
  }

  private static Map<String, String> tags(Node node) {
    Map<String, String> tags = new HashMap<>();
    node.members("tags").forEach((key, value) -> tags.put(key, value.json().scalar().orElse("")));
    return tags;
  }

  private ResourceDetail.Bucket bucket(Node node, String account) {
    List<AccessPoint> points = new ArrayList<>();
    for (Node point : node.objects("accessPoints")) {
      point.only("arn", "accountId", "policy", "publicAccessBlock", "vpcId");
      String arn = point.required("arn");
      String[] fields = arn.split(":", 6);
      points.add(
          new AccessPoint(
              arn,
              point.text("accountId").orElse(fields.length == 6 ? fields[4] : account),
              point.member("policy").filter(n -> !n.isNull()).flatMap(policies::read),
              point
                  .member("publicAccessBlock")
                  .filter(n -> !n.isNull())
                  .flatMap(n -> block(n).asOptional()),
              point.text("vpcId")));
    }
    return new ResourceDetail.Bucket(
        node.part("publicAccessBlock", ResourceReader::block),
        node.part("acl", n -> part(n, S3Configuration.acl(n.json(), account))),
        node.part("ownership", ResourceReader::ownership),
        node.part(
            "encryptionKey",
            n -> Part.known(node.text("encryptionKey").orElse(ResourceDetail.Bucket.AWS_MANAGED))),
        points,
        node.text("region"));
  }

  static Part<PublicAccessBlock> block(Node node) {
    return part(node, S3Configuration.publicAccessBlock(node.json()));
  }

  private static Part<ObjectOwnership> ownership(Node node) {
    Optional<ObjectOwnership> plain = node.json().scalar().flatMap(ObjectOwnership::parse);
    return plain.isPresent()
        ? Part.known(plain.get())
        : part(node, S3Configuration.ownership(node.json()));
  }

  private static <T> Part<T> part(Node node, S3Reading<T> reading) {
    return switch (reading) {
      case S3Reading.Read<T>(T value) -> Part.known(value);
      case S3Reading.Unreadable<T>(String why) -> {
        node.problems().warning("CFD-ACCESS-0409", node, "taken as unknown: " + why);
        yield Part.unknown(node.path() + ": " + why);
      }
    };
  }

  private static List<KeyGrant> grants(Node key) {
    List<KeyGrant> grants = new ArrayList<>();
    for (Node grant : key.objects("grants")) {
      Map<String, String> equals = new HashMap<>();
      Map<String, String> subset = new HashMap<>();
      grant
          .member("Constraints")
          .ifPresent(
              constraints -> {
                equals.putAll(pairs(constraints, "EncryptionContextEquals"));
                subset.putAll(pairs(constraints, "EncryptionContextSubset"));
              });
      grants.add(
          new KeyGrant(
              grant.required("GrantId"),
              grant.required("GranteePrincipal"),
              grant.texts("Operations"),
              equals,
              subset));
    }
    return grants;
  }

  private static Map<String, String> pairs(Node node, String name) {
    Map<String, String> pairs = new HashMap<>();
    node.members(name)
        .forEach(
            (key, value) -> {
              if (value.json() instanceof Json.Text(String text, Json.Position at)) {
                pairs.put(key, text);
              } else {
                value.wrongKind("a string");
              }
            });
    return pairs;
  }
}
