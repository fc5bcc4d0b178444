package io.cofferdam.respond.scope;

import io.cofferdam.model.resource.ResourceId;

/// What kinds of resource hold content that can be taken.
final class Kinds {
  private Kinds() {}

  /// Whether content is read from it; keys, roles and functions give access to content elsewhere.
  static boolean holdsContent(ResourceId resource) {
    return switch (resource.kind()) {
      case S3_BUCKET,
          EBS_SNAPSHOT,
          MACHINE_IMAGE,
          RDS_SNAPSHOT,
          ECR_REPOSITORY,
          AZURE_CONTAINER,
          DATABASE,
          SECRET ->
          true;
      case S3_ACCESS_POINT, KMS_KEY, LAMBDA_FUNCTION, IAM_ROLE, AZURE_STORAGE_ACCOUNT, OTHER ->
          false;
    };
  }

  /// Whether it is one thing that is taken whole or not at all.
  static boolean single(ResourceId resource) {
    return switch (resource.kind()) {
      case EBS_SNAPSHOT, MACHINE_IMAGE, RDS_SNAPSHOT, SECRET -> true;
      case S3_BUCKET,
          ECR_REPOSITORY,
          AZURE_CONTAINER,
          DATABASE,
          S3_ACCESS_POINT,
          KMS_KEY,
          LAMBDA_FUNCTION,
          IAM_ROLE,
          AZURE_STORAGE_ACCOUNT,
          OTHER ->
          false;
    };
  }
}
