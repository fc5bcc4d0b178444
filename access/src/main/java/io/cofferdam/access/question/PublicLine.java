package io.cofferdam.access.question;

import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.json.Json;
import java.util.Set;

/// Reads a line of `access public --batch`: `{"id","resource","resourceAccount","policy"?,
/// "publicAccessBlock"?,"acl"?,"ownership"?,"accessPoints":[..]?}`.
///
/// Without `resourceAccount` the resource belongs to the account of its ARN.
public final class PublicLine {
  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "resource",
          "resourceAccount",
          "policy",
          "publicAccessBlock",
          "acl",
          "objectAcl",
          "ownership",
          "accessPoints");

  private PublicLine() {}

  public static QuestionReading<PublicQuestion> read(String line) {
    return QuestionFields.read(line, MEMBERS, PublicLine::question);
  }

  private static QuestionReading<PublicQuestion> question(QuestionFields fields) {
    Json.Members all = fields.all();
    String resource = fields.requiredText(all, "resource", "question");
    S3Fields s3 = new S3Fields(fields);
    var question =
        new PublicQuestion(
            resource,
            fields.account(resource),
            fields.policy(all, "policy"),
            s3.controls(),
            s3.accessPoints());
    return fields.failed() ? fields.refused() : fields.reading(question);
  }
}
