package io.cofferdam.app.datamap;

import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.Optional;

/// Tells from a resource's name what kind it is.
final class ResourceNames {
  static final String EXPECTED =
      "an ARN, https://ACCOUNT.blob.core.windows.net/CONTAINER, or db:ENGINE:INSTANCE/DATABASE";
  static final ResourceId NONE = new ResourceId(ResourceKind.OTHER, "");

  private ResourceNames() {}

  static Optional<ResourceId> parse(String id) {
    if (id.startsWith("arn:")) {
      return ofArn(id);
    }
    if (id.startsWith("db:") && id.length() > 3) {
      return Optional.of(new ResourceId(ResourceKind.DATABASE, id));
    }
    if (id.startsWith("https://") && id.contains(".blob.core.")) {
      var path = id.substring("https://".length());
      var slash = path.indexOf('/');
      return Optional.of(
          slash < 0 || slash == path.length() - 1
              ? new ResourceId(ResourceKind.AZURE_STORAGE_ACCOUNT, id.endsWith("/") ? cut(id) : id)
              : new ResourceId(ResourceKind.AZURE_CONTAINER, id.endsWith("/") ? cut(id) : id));
    }
    return Optional.empty();
  }

  private static String cut(String id) {
    return id.substring(0, id.length() - 1);
  }

  private static Optional<ResourceId> ofArn(String id) {
    var parts = id.split(":", 7);
    if (parts.length < 6) {
      return Optional.empty();
    }
    var rest = parts[5];
    var kind =
        switch (parts[2]) {
          case "s3" ->
              rest.startsWith("accesspoint")
                  ? ResourceKind.S3_ACCESS_POINT
                  : ResourceKind.S3_BUCKET;
          case "ec2" ->
              rest.startsWith("snapshot/")
                  ? ResourceKind.EBS_SNAPSHOT
                  : rest.startsWith("image/") ? ResourceKind.MACHINE_IMAGE : ResourceKind.OTHER;
          case "rds" ->
              rest.equals("snapshot") || rest.equals("cluster-snapshot")
                  ? ResourceKind.RDS_SNAPSHOT
                  : ResourceKind.DATABASE;
          case "ecr" -> ResourceKind.ECR_REPOSITORY;
          case "kms" -> ResourceKind.KMS_KEY;
          case "lambda" -> ResourceKind.LAMBDA_FUNCTION;
          case "iam" -> ResourceKind.IAM_ROLE;
          case "secretsmanager" -> ResourceKind.SECRET;
          default -> ResourceKind.OTHER;
        };
    var plain =
        kind == ResourceKind.S3_BUCKET && rest.contains("/")
            ? id.substring(0, id.indexOf('/'))
            : id;
    return Optional.of(new ResourceId(kind, plain));
  }
}
