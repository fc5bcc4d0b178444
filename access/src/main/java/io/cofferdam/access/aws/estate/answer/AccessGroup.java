package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.EstateResource;
import java.util.List;

/// The groups of people a resource has, by the actions that make one a member.
public enum AccessGroup {
  READERS,
  WRITERS,
  INVOKERS,
  DEPLOYERS;

  /// One question per action; none where the resource has no such group.
  public List<Question> questions(EstateResource resource) {
    return actions(resource.service()).stream()
        .filter(action -> fits(action, resource))
        .map(action -> Question.of(action, resource.arn()))
        .toList();
  }

  private List<String> actions(String service) {
    return switch (this) {
      case READERS ->
          switch (service) {
            case "s3" -> List.of("s3:GetObject");
            case "kms" -> List.of("kms:Decrypt");
            case "secretsmanager" -> List.of("secretsmanager:GetSecretValue");
            case "sqs" -> List.of("sqs:ReceiveMessage");
            case "sns" -> List.of("sns:Subscribe");
            case "ecr" -> List.of("ecr:BatchGetImage");
            case "lambda" -> List.of("lambda:GetFunction");
            case "dynamodb" -> List.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan");
            default -> List.of();
          };
      case WRITERS ->
          switch (service) {
            case "s3" -> List.of("s3:PutObject", "s3:DeleteObject");
            case "kms" -> List.of("kms:PutKeyPolicy");
            case "secretsmanager" -> List.of("secretsmanager:PutSecretValue");
            case "sqs" -> List.of("sqs:SendMessage");
            case "sns" -> List.of("sns:Publish");
            case "ecr" -> List.of("ecr:PutImage");
            case "bedrock" -> List.of("bedrock:UpdateGuardrail", "bedrock:DeleteGuardrail");
            case "dynamodb" -> List.of("dynamodb:PutItem", "dynamodb:UpdateItem");
            default -> List.of();
          };
      case INVOKERS ->
          switch (service) {
            case "lambda" -> List.of("lambda:InvokeFunction");
            case "bedrock" -> List.of("bedrock:InvokeModel", "bedrock:InvokeAgent");
            case "sagemaker" -> List.of("sagemaker:InvokeEndpoint");
            default -> List.of();
          };
      case DEPLOYERS ->
          switch (service) {
            case "lambda" -> List.of("lambda:UpdateFunctionCode");
            case "bedrock" -> List.of("bedrock:UpdateAgent");
            case "sagemaker" -> List.of("sagemaker:UpdateEndpoint");
            case "ecr" -> List.of("ecr:PutImage");
            default -> List.of();
          };
    };
  }

  private static boolean fits(String action, EstateResource resource) {
    String kind = resource.arn().substring(resource.arn().lastIndexOf(':') + 1);
    return switch (action) {
      case "bedrock:InvokeAgent", "bedrock:UpdateAgent" -> kind.startsWith("agent");
      case "bedrock:UpdateGuardrail", "bedrock:DeleteGuardrail" -> kind.startsWith("guardrail/");
      case "bedrock:InvokeModel" -> kind.contains("model/") || kind.contains("-profile/");
      case "sagemaker:InvokeEndpoint", "sagemaker:UpdateEndpoint" -> kind.startsWith("endpoint/");
      default -> true;
    };
  }
}
