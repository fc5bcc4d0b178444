package io.cofferdam.respond.exposure;

import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.resource.ResourceKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The calls that change who may reach a resource: the one list of them.
///
/// Names are those of the logs: CloudTrail's event names with their API dates (Lambda), Azure's
/// operation names in lower case.
final class WatchedActions {
  private WatchedActions() {}

  private static final Map<String, Map<String, ResourceKind>> AWS = new TreeMap<>();
  private static final Map<String, ResourceKind> AZURE = new TreeMap<>();

  static {
    aws(
        "s3.amazonaws.com",
        ResourceKind.S3_BUCKET,
        Set.of(
            "CreateBucket",
            "DeleteBucket",
            "PutBucketPolicy",
            "DeleteBucketPolicy",
            "PutBucketAcl",
            "PutObjectAcl",
            "PutBucketPublicAccessBlock",
            "PutPublicAccessBlock",
            "DeleteBucketPublicAccessBlock",
            "DeletePublicAccessBlock",
            "PutAccountPublicAccessBlock",
            "DeleteAccountPublicAccessBlock",
            "PutBucketOwnershipControls",
            "DeleteBucketOwnershipControls",
            "PutBucketReplication",
            "PutBucketLogging",
            "PutBucketWebsite"));
    aws(
        "s3.amazonaws.com",
        ResourceKind.S3_ACCESS_POINT,
        Set.of(
            "CreateAccessPoint",
            "DeleteAccessPoint",
            "PutAccessPointPolicy",
            "DeleteAccessPointPolicy",
            "CreateMultiRegionAccessPoint",
            "PutMultiRegionAccessPointPolicy",
            "DeleteMultiRegionAccessPoint"));
    aws(
        "ec2.amazonaws.com",
        ResourceKind.EBS_SNAPSHOT,
        Set.of(
            "CreateSnapshot",
            "CopySnapshot",
            "ModifySnapshotAttribute",
            "ResetSnapshotAttribute",
            "DeleteSnapshot"));
    aws(
        "ec2.amazonaws.com",
        ResourceKind.MACHINE_IMAGE,
        Set.of(
            "CreateImage",
            "CopyImage",
            "RegisterImage",
            "ModifyImageAttribute",
            "ResetImageAttribute",
            "DeregisterImage"));
    aws(
        "rds.amazonaws.com",
        ResourceKind.RDS_SNAPSHOT,
        Set.of(
            "CreateDBSnapshot",
            "CopyDBSnapshot",
            "CreateDBClusterSnapshot",
            "CopyDBClusterSnapshot",
            "ModifyDBSnapshotAttribute",
            "ModifyDBClusterSnapshotAttribute",
            "DeleteDBSnapshot",
            "DeleteDBClusterSnapshot"));
    aws(
        "ecr.amazonaws.com",
        ResourceKind.ECR_REPOSITORY,
        Set.of(
            "CreateRepository",
            "SetRepositoryPolicy",
            "DeleteRepositoryPolicy",
            "DeleteRepository"));
    aws(
        "kms.amazonaws.com",
        ResourceKind.KMS_KEY,
        Set.of(
            "CreateKey",
            "PutKeyPolicy",
            "CreateGrant",
            "RevokeGrant",
            "RetireGrant",
            "DisableKey",
            "EnableKey",
            "ScheduleKeyDeletion"));
    aws(
        "lambda.amazonaws.com",
        ResourceKind.LAMBDA_FUNCTION,
        Set.of(
            "CreateFunction20150331",
            "DeleteFunction20150331",
            "CreateFunctionUrlConfig",
            "UpdateFunctionUrlConfig",
            "DeleteFunctionUrlConfig",
            "AddPermission",
            "AddPermission20150331",
            "AddPermission20150331v2",
            "RemovePermission",
            "RemovePermission20150331",
            "RemovePermission20150331v2"));
    aws(
        "iam.amazonaws.com",
        ResourceKind.IAM_ROLE,
        Set.of("CreateRole", "UpdateAssumeRolePolicy", "DeleteRole"));
    aws(
        "secretsmanager.amazonaws.com",
        ResourceKind.SECRET,
        Set.of("CreateSecret", "DeleteSecret", "PutResourcePolicy", "DeleteResourcePolicy"));
    aws(
        "rds.amazonaws.com",
        ResourceKind.DATABASE,
        Set.of(
            "CreateDBInstance",
            "CreateDBInstanceReadReplica",
            "RestoreDBInstanceFromDBSnapshot",
            "RestoreDBInstanceFromS3",
            "RestoreDBInstanceToPointInTime",
            "ModifyDBInstance",
            "DeleteDBInstance"));
    aws(
        "ec2.amazonaws.com",
        ResourceKind.DATABASE,
        Set.of(
            "CreateSecurityGroup",
            "DeleteSecurityGroup",
            "AuthorizeSecurityGroupIngress",
            "RevokeSecurityGroupIngress",
            "ModifySecurityGroupRules"));
    for (var operation :
        Set.of(
            "microsoft.storage/storageaccounts/blobservices/containers/write",
            "microsoft.storage/storageaccounts/blobservices/containers/delete",
            "microsoft.storage/storageaccounts/blobservices/containers/setacl/action")) {
      AZURE.put(operation, ResourceKind.AZURE_CONTAINER);
    }
    for (var operation :
        Set.of(
            "microsoft.storage/storageaccounts/write",
            "microsoft.storage/storageaccounts/delete",
            "microsoft.storage/storageaccounts/listkeys/action",
            "microsoft.storage/storageaccounts/regeneratekey/action",
            "microsoft.storage/storageaccounts/listaccountsas/action",
            "microsoft.storage/storageaccounts/listservicesas/action",
            "microsoft.storage/storageaccounts/revokeuserdelegationkeys/action",
            "microsoft.storage/storageaccounts/blobservices/generateuserdelegationkey/action")) {
      AZURE.put(operation, ResourceKind.AZURE_STORAGE_ACCOUNT);
    }
  }

  private static void aws(String service, ResourceKind kind, Set<String> actions) {
    var known = AWS.computeIfAbsent(service, _ -> new TreeMap<>());
    actions.forEach(action -> known.put(action, kind));
  }

  /// The kind of resource whose reach the call changes.
  static Optional<ResourceKind> kindOf(Provider provider, String service, String action) {
    return switch (provider) {
      case AWS -> {
        var actions = AWS.get(service);
        yield actions == null ? Optional.empty() : Optional.ofNullable(actions.get(action));
      }
      case AZURE -> Optional.ofNullable(AZURE.get(action.toLowerCase(Locale.ROOT)));
      case OWN -> Optional.empty();
    };
  }
}
