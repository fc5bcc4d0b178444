package io.cofferdam.access.aws.symbolic;

import io.cofferdam.model.Ternary;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Writes docs/access-public.md out of the answers.
@Covers("P-01")
class AccessPublicDocumentTest {
  private static final String HEAD =
      """
      # Is it public? Seventeen bucket policies and the reasons

      Generated from the answers of the engine; `AccessPublicDocumentTest` runs every example and
      fails if an answer differs.

      The bucket is `BUCKET` of account `OWNER`. "Public": some caller
      that nobody named (an unsigned request, or a principal of any AWS account), from a network
      that no condition fixes, is allowed something. "External": some principal outside the account is, AWS services apart.
      Every yes is a request that the decider allows. Every no is a proof: callers are divided
      into classes, and for each the tests are named that exclude each other.

      | policy | public | external |
      |---|---|---|
      """;

  @Test
  void theDocumentTellsTheAnswers() throws IOException {
    StringBuilder text =
        new StringBuilder(
            HEAD.replace("BUCKET", SeventeenPolicies.BUCKET)
                .replace("OWNER", SeventeenPolicies.OWNER));
    StringBuilder details = new StringBuilder();
    int number = 0;
    for (SeventeenPolicies.Case one : SeventeenPolicies.all()) {
      number++;
      PublicAnswer answer =
          PublicQuestion.of(
                  SeventeenPolicies.BUCKET,
                  SeventeenPolicies.OWNER,
                  PublicQuestionTest.policy(one.policy()))
              .answer();
      String verdict = answer.verdict().word();
      String external = answer.external() == Ternary.TRUE ? "yes" : "no";
      text.append("| " + number + ". " + one.title() + " | " + verdict + " | " + external + " |\n");
      details
          .append("\n## " + number + ". " + one.title() + "\n\n")
          .append(WorkedExamples.json(one.statements().replace("}, {", "},\n{")))
          .append("\n**" + verdict + "**" + (external.equals("yes") ? ", external" : "") + "\n\n")
          .append(WorkedExamples.bullets(answer.because()));
    }
    WorkedExamples.check("docs/access-public.md", text.toString() + details);
  }
}
