package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the policies of an organisation must leave no room for.
///
/// @param what in words, said after "somebody could"
/// @param where conditions that hold of the requests meant
record Rail(String what, List<String> actions, List<Condition> where) {
  Rail {
    actions = List.copyOf(actions);
    where = List.copyOf(where);
  }

  /// Ways to stop what is logged and watched, or to take down what protects data.
  static final List<Rail> LOGGING =
      List.of(
          of(
              "stop or narrow a trail",
              "cloudtrail:StopLogging",
              "cloudtrail:DeleteTrail",
              "cloudtrail:UpdateTrail",
              "cloudtrail:PutEventSelectors"),
          of("switch off GuardDuty", "guardduty:DeleteDetector", "guardduty:UpdateDetector"),
          of(
              "stop AWS Config",
              "config:StopConfigurationRecorder",
              "config:DeleteConfigurationRecorder",
              "config:DeleteDeliveryChannel"),
          of("lift the account's public access block", "s3:PutAccountPublicAccessBlock"),
          of("delete or disable keys", "kms:ScheduleKeyDeletion", "kms:DisableKey"));

  /// Ways to keep data without a key of the company's own, or without encryption.
  static final List<Rail> ENCRYPTION =
      List.of(
          new Rail(
              "put objects under S3's own keys instead of the bucket's",
              List.of("s3:PutObject"),
              List.of(condition("StringEquals", "s3:x-amz-server-side-encryption", "AES256"))),
          new Rail(
              "make volumes without encryption",
              List.of("ec2:CreateVolume"),
              List.of(condition("Bool", "ec2:Encrypted", "false"))),
          new Rail(
              "make databases without encryption",
              List.of("rds:CreateDBInstance"),
              List.of(condition("Bool", "rds:StorageEncrypted", "false"))),
          new Rail(
              "make file systems without encryption",
              List.of("elasticfilesystem:CreateFileSystem"),
              List.of(condition("Bool", "elasticfilesystem:Encrypted", "false"))));

  /// Ways to reach what resource control policies can close.
  static final List<Rail> PERIMETER =
      List.of(
          of("read or write objects", "s3:GetObject", "s3:PutObject", "s3:ListBucket"),
          of("use keys", "kms:Decrypt", "kms:GenerateDataKey"),
          of("assume roles", "sts:AssumeRole"),
          of("read secrets", "secretsmanager:GetSecretValue"),
          of("read or write queues", "sqs:ReceiveMessage", "sqs:SendMessage"),
          of("pull images", "ecr:BatchGetImage"));

  private static final List<String> IN_REGIONS =
      List.of(
          "s3:CreateBucket",
          "s3:PutObject",
          "bedrock:InvokeModel",
          "bedrock:CreateModelCustomizationJob",
          "sagemaker:CreateTrainingJob",
          "sagemaker:CreateEndpoint",
          "ec2:RunInstances",
          "rds:CreateDBInstance",
          "dynamodb:CreateTable",
          "lambda:CreateFunction",
          "es:CreateDomain",
          "aoss:CreateCollection");

  private static Rail of(String what, String... actions) {
    return new Rail(what, List.of(actions), List.of());
  }

  /// Ways to take data or models to other regions.
  static List<Rail> outside(List<String> regions) {
    List<Rail> rails = new ArrayList<>();
    for (var action : IN_REGIONS) {
      rails.add(
          new Rail(
              "do " + action + " outside " + String.join(", ", regions),
              List.of(action),
              List.of(
                  condition(
                      "StringNotEquals", "aws:RequestedRegion", regions.toArray(String[]::new)),
                  condition("Null", "aws:RequestedRegion", "false"))));
    }
    return rails;
  }

  static Condition condition(String operator, String key, String... values) {
    List<Template> templates = new ArrayList<>();
    for (var value : values) {
      templates.add(Template.literal(value));
    }
    return new Condition(
        ConditionOperator.parse(operator).orElseThrow(),
        key.toLowerCase(Locale.ROOT),
        key,
        templates);
  }
}
