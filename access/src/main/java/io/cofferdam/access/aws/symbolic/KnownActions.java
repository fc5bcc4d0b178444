package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A few well-known actions of services with resource policies, tried first so that a witness
/// names a real one. Nothing depends on the list being complete: any text is an action.
final class KnownActions {
  private static final Map<String, List<String>> BY_SERVICE =
      Map.ofEntries(
          entry(
              "s3",
              "GetObject PutObject DeleteObject GetObjectVersion ListBucket GetBucketPolicy"
                  + " PutBucketPolicy GetObjectAcl PutObjectAcl ListBucketVersions GetBucketAcl"),
          entry(
              "kms",
              "Decrypt GenerateDataKey Encrypt DescribeKey CreateGrant PutKeyPolicy"
                  + " ReEncryptFrom ScheduleKeyDeletion"),
          entry("sqs", "ReceiveMessage SendMessage DeleteMessage GetQueueAttributes PurgeQueue"),
          entry("sns", "Publish Subscribe GetTopicAttributes SetTopicAttributes"),
          entry("ecr", "BatchGetImage GetDownloadUrlForLayer PutImage DescribeImages"),
          entry("lambda", "InvokeFunction InvokeFunctionUrl GetFunction UpdateFunctionCode"),
          entry("secretsmanager", "GetSecretValue DescribeSecret PutSecretValue"),
          entry("sts", "AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML TagSession"),
          entry("iam", "PassRole CreateUser AttachRolePolicy GetRole ListRoles"),
          entry("dynamodb", "GetItem Query Scan PutItem DeleteItem"),
          entry("ec2", "DescribeInstances RunInstances TerminateInstances CreateTags"),
          entry("logs", "GetLogEvents CreateLogStream PutLogEvents DescribeLogGroups"),
          entry("bedrock", "InvokeModel InvokeModelWithResponseStream Converse"),
          entry("es", "ESHttpGet ESHttpPost DescribeDomain"),
          entry("execute-api", "Invoke"),
          entry("events", "PutEvents PutRule"),
          entry("ssm", "GetParameter PutParameter SendCommand"));

  private static final List<String> FIRST =
      List.of("s3", "kms", "sts", "iam", "lambda", "ec2", "dynamodb", "sqs", "sns", "logs");

  private static Map.Entry<String, List<String>> entry(String service, String names) {
    List<String> actions = new ArrayList<>();
    for (String name : names.split(" ", -1)) {
      actions.add(service + ":" + name);
    }
    return Map.entry(service, actions);
  }

  private KnownActions() {}

  /// Actions worth trying for patterns of which one of each list must match.
  static List<String> of(List<List<Pattern>> oneOfEach) {
    List<String> actions = new ArrayList<>();
    for (List<Pattern> patterns : oneOfEach) {
      for (Pattern pattern : patterns.subList(0, Math.min(20, patterns.size()))) {
        add(pattern.text(), actions);
      }
    }
    for (String service : actions.isEmpty() ? FIRST : List.<String>of()) {
      actions.add(BY_SERVICE.getOrDefault(service, List.of()).get(0));
    }
    return actions;
  }

  private static void add(String pattern, List<String> into) {
    int colon = pattern.indexOf(':');
    String service = colon < 0 ? "" : pattern.substring(0, colon).toLowerCase(Locale.ROOT);
    for (String action : BY_SERVICE.getOrDefault(service, List.of())) {
      if (!into.contains(action)) {
        into.add(action);
      }
    }
  }
}
