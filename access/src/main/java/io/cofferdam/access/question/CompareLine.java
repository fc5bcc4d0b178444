package io.cofferdam.access.question;

import io.cofferdam.access.aws.policy.PolicyDocument;
import java.util.Optional;
import java.util.Set;

/// Two versions of a policy, as a line of `access compare --batch` puts them:
/// `{"id","before":policy,"after":policy}`.
public record CompareLine(PolicyDocument before, PolicyDocument after) {
  private static final Set<String> MEMBERS = Set.of("id", "before", "after");

  public static QuestionReading<CompareLine> read(String line) {
    return QuestionFields.read(line, MEMBERS, CompareLine::question);
  }

  private static QuestionReading<CompareLine> question(QuestionFields fields) {
    Optional<PolicyDocument> before = fields.requiredPolicy("before", "question");
    Optional<PolicyDocument> after = fields.requiredPolicy("after", "question");
    return before.isEmpty() || after.isEmpty()
        ? fields.refused()
        : fields.reading(new CompareLine(before.get(), after.get()));
  }
}
