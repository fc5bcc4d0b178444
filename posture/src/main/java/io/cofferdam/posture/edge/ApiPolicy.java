package io.cofferdam.posture.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Resource;

/// Whether the policy of an API or function lets in nobody whom it does not name.
final class ApiPolicy {
  private ApiPolicy() {}

  /// Of a REST API without a policy, false: methods without authorisation are then open to all.
  static Ternary closed(Resource api) {
    // the service tells the policy as text with its quotes escaped once more
    var policy = api.fact("policy").asText("").replace("\\\"", "\"");
    if (policy.isEmpty()) {
      return Ternary.FALSE;
    }
    return closed(
        "arn:aws:execute-api:" + api.region() + ":" + api.account() + ":" + idOf(api),
        api.account(),
        policy);
  }

  /// The id of an API, which is the last step of its ARN.
  static String idOf(Resource api) {
    return api.id().substring(api.id().lastIndexOf('/') + 1);
  }

  static Ternary closed(String arn, String account, String policy) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", arn);
    line.put("resource", arn);
    line.put("resourceAccount", account);
    line.put("policy", policy);
    return switch (PublicLine.read(line.toString())) {
      case QuestionReading.Refused<PublicQuestion> refused -> Ternary.UNKNOWN;
      case QuestionReading.Read<PublicQuestion> read ->
          switch (read.question().answer().verdict()) {
            case PUBLIC -> Ternary.FALSE;
            case NOT_PUBLIC -> Ternary.TRUE;
            case UNKNOWN -> Ternary.UNKNOWN;
          };
    };
  }
}
