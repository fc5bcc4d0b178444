package io.cofferdam.access.question;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.json.Json;
import java.util.Set;

/// One request and every policy that applies to it, as a line of `access decide --batch` puts it:
/// `{"id","request":{..},"identityPolicies":[..],"resourcePolicy"?,"scps":[[..],..]?,...}`.
///
/// What is absent does not apply. `request.context` is complete: a key that is not listed is absent
/// from the request. Without `resourceAccount` the resource belongs to the account of its ARN, or,
/// where that names none, to the caller's own account.
public record DecideQuestion(DecisionRequest request, PolicySet policies) {
  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "request",
          "identityPolicies",
          "resourcePolicy",
          "scps",
          "rcps",
          "permissionBoundaries",
          "sessionPolicies",
          "endpointPolicies",
          "grants",
          "publicAccessBlock",
          "acl",
          "objectAcl",
          "ownership",
          "accessPoint");

  /// Reads one line.
  public static QuestionReading<DecideQuestion> read(String line) {
    return QuestionFields.read(line, MEMBERS, DecideQuestion::question);
  }

  private static QuestionReading<DecideQuestion> question(QuestionFields fields) {
    Json.Members request = fields.requiredObject("request", "question");
    if (request == null) {
      return fields.refused();
    }
    S3Fields s3 = new S3Fields(fields);
    var policies =
        new PolicySet(
            fields.policies("identityPolicies"),
            fields.policy(fields.all(), "resourcePolicy"),
            fields.levels("scps"),
            fields.levels("rcps"),
            fields.policies("permissionBoundaries"),
            fields.policies("sessionPolicies"),
            fields.policies("endpointPolicies"),
            GrantFields.read(fields),
            s3.controls());
    return RequestFields.read(fields, request, s3.bucketOwner())
        .map(asked -> fields.reading(new DecideQuestion(asked, policies)))
        .orElseGet(fields::refused);
  }
}
