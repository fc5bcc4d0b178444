package io.cofferdam.aws.act;

import java.util.List;

/// Services that answer with a model, and what asking them is called in policies.
enum Models {
  /// Models and agents of Bedrock, also by the endpoint that speaks the words of other vendors.
  /// https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-mantle.html
  BEDROCK(
      "bedrock",
      "Bedrock",
      "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html"),
  /// Endpoints of SageMaker.
  SAGEMAKER(
      "sagemaker",
      "SageMaker",
      "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html");

  final String id;
  final String word;
  final String source;

  Models(String id, String word, String source) {
    this.id = id;
    this.word = word;
    this.source = source;
  }

  /// What asking a model is called, as patterns of actions.
  List<String> actions() {
    return switch (this) {
      case BEDROCK ->
          List.of(
              "bedrock:Invoke*",
              "bedrock:Retrieve*",
              "bedrock:Rerank",
              "bedrock:GenerateQuery",
              "bedrock:CreateModelInvocationJob",
              "bedrock-mantle:CreateInference");
      case SAGEMAKER -> List.of("sagemaker:Invoke*");
    };
  }

  /// What denying them does not stop.
  List<String> limits() {
    return switch (this) {
      case BEDROCK ->
          List.of(
              "an agent or a knowledge base asks models under its own service role: deny that role"
                  + " too",
              "jobs that were begun before go on",
              "an API key of Bedrock acts for the user that it belongs to: deny that user");
      case SAGEMAKER ->
          List.of(
              "transform jobs that were begun before go on",
              "other accounts that an endpoint's policy lets in by a router are not stopped");
    };
  }
}
