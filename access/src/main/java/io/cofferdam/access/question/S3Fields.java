package io.cofferdam.access.question;

import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.aws.s3.S3Reading;
import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a question says of S3 beside policies: `publicAccessBlock`, `acl`, `objectAcl`,
/// `ownership`, `accessPoint` or `accessPoints`.
final class S3Fields {
  private static final Set<String> LEVELS =
      Set.of("account", "bucket", "organisation", "organization");
  private static final Set<String> ACCESS_POINT =
      Set.of("arn", "accountId", "policy", "publicAccessBlock", "vpcId");

  private final QuestionFields fields;
  private final Optional<Acl> acl;

  S3Fields(QuestionFields fields) {
    this.fields = fields;
    this.acl = acl("acl");
  }

  S3Controls controls() {
    Json.Members levels = fields.object(fields.all(), "publicAccessBlock");
    if (levels != null) {
      fields.onlyKnown(levels, LEVELS, "`publicAccessBlock`");
    }
    return new S3Controls(
        block(levels, "organisation").or(() -> block(levels, "organization")),
        block(levels, "account"),
        block(levels, "bucket"),
        acl,
        acl("objectAcl"),
        ownership(),
        accessPoint());
  }

  /// The canonical user id of the bucket's owner as its ACL tells it; else empty.
  String bucketOwner() {
    return acl.map(Acl::owner).orElse("");
  }

  private Optional<PublicAccessBlock> block(Json.@Nullable Members in, String name) {
    Json json = in == null ? null : QuestionFields.in(in, name);
    return json == null
        ? Optional.empty()
        : read(json, name, S3Configuration.publicAccessBlock(json));
  }

  private Optional<Acl> acl(String name) {
    Json json = fields.get(name);
    return json == null ? Optional.empty() : read(json, name, S3Configuration.acl(json, ""));
  }

  private <T> Optional<T> read(Json json, String name, S3Reading<T> reading) {
    if (reading instanceof S3Reading.Unreadable<T>(String why)) {
      fields.error("CFD-ACCESS-0112", json.at(), "`" + name + "` is not understood: " + why);
    }
    return reading.asOptional();
  }

  /// The value itself, or the JSON of GetBucketOwnershipControls.
  private Optional<ObjectOwnership> ownership() {
    Json json = fields.get("ownership");
    if (json == null) {
      return Optional.empty();
    }
    Optional<ObjectOwnership> ownership =
        json instanceof Json.Text(String text, Json.Position at)
            ? ObjectOwnership.parse(text)
            : S3Configuration.ownership(json).asOptional();
    if (ownership.isEmpty()) {
      fields.error(
          "CFD-ACCESS-0113",
          json.at(),
          "unknown `ownership` [expected BucketOwnerEnforced, BucketOwnerPreferred or"
              + " ObjectWriter]");
    }
    return ownership;
  }

  private Optional<AccessPoint> accessPoint() {
    return Optional.ofNullable(fields.object(fields.all(), "accessPoint")).map(this::accessPoint);
  }

  /// The entries of `accessPoints`.
  List<AccessPoint> accessPoints() {
    List<AccessPoint> points = new ArrayList<>();
    List<Json> items = fields.items("accessPoints");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Json.Members members) {
        points.add(accessPoint(members));
      } else {
        fields.wrongKind(items.get(i), "accessPoints[" + i + "]", "an object");
      }
    }
    return points;
  }

  private AccessPoint accessPoint(Json.Members members) {
    fields.onlyKnown(members, ACCESS_POINT, "access point");
    String arn = fields.requiredText(members, "arn", "access point");
    String[] parts = arn.split(":", 6);
    return new AccessPoint(
        arn,
        fields.optionalText(members, "accountId").orElse(parts.length == 6 ? parts[4] : ""),
        fields.policy(members, "policy"),
        block(members, "publicAccessBlock"),
        fields.optionalText(members, "vpcId"));
  }
}
