package io.cofferdam.posture.predicate.identity;

import java.util.Set;

/// AWS services that act on behalf of whoever asks them, across accounts, and tell the account or
/// resource they act for (IAM User Guide, "The confused deputy problem", and the security chapters
/// of the services; from memory where these were not at hand).
///
/// Services that run a role only for resources of the role's own account, where `iam:PassRole` was
/// asked already (Lambda, EC2, ECS, EKS), are not among them.
final class DeputyServices {
  private static final Set<String> OF_RESOURCES =
      Set.of(
          "cloudtrail.amazonaws.com",
          "config.amazonaws.com",
          "delivery.logs.amazonaws.com",
          "logs.amazonaws.com",
          "logging.s3.amazonaws.com",
          "s3.amazonaws.com",
          "sns.amazonaws.com",
          "events.amazonaws.com",
          "ses.amazonaws.com",
          "cloudwatch.amazonaws.com",
          "guardduty.amazonaws.com",
          "inspector2.amazonaws.com",
          "macie.amazonaws.com",
          "cloudfront.amazonaws.com",
          "budgets.amazonaws.com",
          "costalerts.amazonaws.com",
          "codestar-notifications.amazonaws.com",
          "apigateway.amazonaws.com",
          "iot.amazonaws.com",
          "cognito-idp.amazonaws.com",
          "logdelivery.elasticloadbalancing.amazonaws.com",
          "serverlessrepo.amazonaws.com",
          "bedrock.amazonaws.com",
          "bcm-data-exports.amazonaws.com",
          "billingreports.amazonaws.com",
          "backup.amazonaws.com");

  private static final Set<String> OF_ROLES =
      Set.of(
          "bedrock.amazonaws.com",
          "cloudtrail.amazonaws.com",
          "vpc-flow-logs.amazonaws.com",
          "logs.amazonaws.com",
          "config.amazonaws.com",
          "scheduler.amazonaws.com",
          "pipes.amazonaws.com",
          "transfer.amazonaws.com",
          "datasync.amazonaws.com",
          "cognito-idp.amazonaws.com",
          "ssm.amazonaws.com",
          "comprehend.amazonaws.com",
          "kendra.amazonaws.com",
          "personalize.amazonaws.com",
          "osis-pipelines.amazonaws.com");

  private DeputyServices() {}

  /// Whether it acts on resources for whoever asks it.
  static boolean ofResources(String service) {
    return OF_RESOURCES.contains(plain(service));
  }

  /// Whether it assumes roles for whoever names them.
  static boolean ofRoles(String service) {
    return OF_ROLES.contains(plain(service));
  }

  /// Without a region: `logs.eu-central-1.amazonaws.com` is `logs.amazonaws.com`.
  private static String plain(String service) {
    return service.replaceFirst("\\.[a-z]{2,8}(-[a-z]+){1,3}-\\d{1,2}\\.amazonaws", ".amazonaws");
  }
}
