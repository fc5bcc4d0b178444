package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.policy.PolicyDocument;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Writes docs/access-compare.md out of the answers.
class AccessCompareDocumentTest {
  private static final String BUCKET = "arn:aws:s3:::shop-training";

  private record Edit(String title, String before, String after, boolean opens, boolean closes) {}

  private static final String READ =
      "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::444455556666:role/etl'},"
          + " 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::shop-training/*'";
  private static final String EVERYONE =
      "{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject',"
          + " 'Resource': 'arn:aws:s3:::shop-training/*'";
  private static final String OWN_KEY =
      "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:root'},"
          + " 'Action': 'kms:*', 'Resource': '*'}";

  private static List<Edit> edits() {
    return List.of(
        new Edit(
            "A condition is dropped",
            EVERYONE + ", 'Condition': {'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}}}",
            EVERYONE + "}",
            true,
            false),
        new Edit(
            "A wildcard is widened",
            "{'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': 'arn:aws:s3:::shop-training/*'}",
            "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::shop-training/*'}",
            true,
            false),
        new Edit(
            "A role's trust is opened to the account",
            "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/ci'},"
                + " 'Action': 'sts:AssumeRole'}",
            "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:root'},"
                + " 'Action': 'sts:AssumeRole'}",
            true,
            false),
        new Edit(
            "A key policy lets another account decrypt",
            OWN_KEY,
            OWN_KEY
                + ",\n{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::444455556666:role/etl'},"
                + " 'Action': 'kms:Decrypt', 'Resource': '*'}",
            true,
            false),
        new Edit(
            "Action becomes NotAction",
            "{'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:ListBucket'], 'Resource': '*'}",
            "{'Effect': 'Allow', 'NotAction': ['iam:*', 's3:DeleteObject'], 'Resource': '*'}",
            true,
            false),
        new Edit(
            "A Deny is removed",
            EVERYONE
                + "},\n{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', 'Resource': '*',"
                + " 'Condition': {'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}}}",
            EVERYONE + "}",
            true,
            false),
        new Edit("A principal becomes everybody", READ + "}", EVERYONE + "}", true, false),
        new Edit(
            "IfExists is added",
            READ + ", 'Condition': {'Bool': {'aws:MultiFactorAuthPresent': 'true'}}}",
            READ + ", 'Condition': {'BoolIfExists': {'aws:MultiFactorAuthPresent': 'true'}}}",
            true,
            false),
        new Edit(
            "A resource is widened",
            "{'Effect': 'Allow', 'Action': 's3:GetObject',"
                + " 'Resource': 'arn:aws:s3:::shop-training/public/*'}",
            "{'Effect': 'Allow', 'Action': 's3:GetObject',"
                + " 'Resource': 'arn:aws:s3:::shop-training*'}",
            true,
            false),
        new Edit(
            "A policy variable takes the place of a wildcard",
            "{'Effect': 'Allow', 'Action': 's3:GetObject',"
                + " 'Resource': 'arn:aws:s3:::shop-home/*'}",
            "{'Effect': 'Allow', 'Action': 's3:GetObject',"
                + " 'Resource': 'arn:aws:s3:::shop-home/${aws:username}/*'}",
            false,
            true));
  }

  @Test
  void theDocumentTellsWhatOpens() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # What does this change open? Ten edits and the answers

            Generated from the answers of the engine; `AccessCompareDocumentTest` runs every example
            and fails if an answer differs. Each yes is a request that the decider allows under one
            version and not under the other; each no is a proof over all requests. How blocks on
            public access, which are no policy, change an answer is shown last.
            """);
    int number = 0;
    for (Edit edit : edits()) {
      number++;
      PolicyComparison comparison =
          new PolicyComparison(policy(edit.before()), policy(edit.after()));
      Answer opened = comparison.opened();
      Answer closed = comparison.closed();
      assertThat(opened instanceof Answer.Found).as("%s: %s", edit, opened).isEqualTo(edit.opens());
      assertThat(closed instanceof Answer.Found)
          .as("%s: %s", edit, closed)
          .isEqualTo(edit.closes());
      text.append("\n## " + number + ". " + edit.title() + "\n\nBefore:\n\n")
          .append(WorkedExamples.json(edit.before().replace('\'', '"')))
          .append("\nAfter:\n\n")
          .append(WorkedExamples.json(edit.after().replace('\'', '"')))
          .append('\n')
          .append(WorkedExamples.bullets(List.of(words("opens", opened), words("closes", closed))));
    }
    text.append(blocks());
    WorkedExamples.check("docs/access-compare.md", text.toString());
  }

  private static String words(String what, Answer answer) {
    return switch (answer) {
      case Answer.Found(var request, String caller) ->
          "**" + what + "**: " + Words.allowed(request, caller);
      case Answer.Impossible(Proof proof) ->
          what + " nothing: " + String.join("\n- ", proof.lines());
      case Answer.Unknown(var why) -> "not decided: " + why;
    };
  }

  private static String blocks() {
    PolicyDocument open = policy(EVERYONE + "}");
    StringBuilder text =
        new StringBuilder("\n## 11. Block Public Access is switched off\n\n")
            .append(WorkedExamples.json((EVERYONE + "}").replace('\'', '"')))
            .append('\n');
    for (boolean on : new boolean[] {true, false}) {
      PublicQuestion question =
          PublicQuestionTest.withBlock(PublicQuestion.of(BUCKET, "111122223333", open), on);
      PublicAnswer answer = question.answer();
      assertThat(answer.verdict() == PublicAnswer.Verdict.PUBLIC).isEqualTo(!on);
      text.append(
          WorkedExamples.bullets(
              List.of(
                  "RestrictPublicBuckets "
                      + (on ? "on" : "off")
                      + ": **"
                      + answer.verdict().word()
                      + "**, "
                      + answer.because().get(0))));
    }
    return text.toString();
  }

  private static PolicyDocument policy(String statements) {
    return PolicyComparisonTest.statements(statements);
  }
}
