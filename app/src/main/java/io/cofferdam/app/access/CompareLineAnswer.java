package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.PolicyComparison;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.question.CompareLine;
import io.cofferdam.access.question.QuestionReading;
import java.io.IOException;
import java.util.Set;

/// Answers `access compare --batch`: `{"id","afterAllowsMore":"Yes"|"No"|"Unknown","because"?,
/// "witness"?,"proof"?:[..],"undecided"?:[..],"afterDeniesMore","deniedWitness"?}`.
public final class CompareLineAnswer implements LineAnswer<CompareLine> {
  @Override
  public QuestionReading<CompareLine> read(String line) {
    return CompareLine.read(line);
  }

  @Override
  public void answer(CompareLine question, JsonGenerator json) throws IOException {
    var comparison = new PolicyComparison(question.before(), question.after());
    var opened = comparison.opened();
    json.writeStringField("afterAllowsMore", word(opened));
    switch (opened) {
      case Answer.Found found -> {
        json.writeStringField("because", "newly allowed: " + Words.of(found.request()));
        json.writeFieldName("witness");
        PublicLineAnswer.witness(json, found.request());
      }
      case Answer.Impossible(Proof proof) -> PublicLineAnswer.proof(json, proof);
      case Answer.Unknown(Set<String> why) ->
          Texts.write(json, "undecided", why.stream().sorted().toList());
    }
    var closed = comparison.closed();
    json.writeStringField("afterDeniesMore", word(closed));
    if (closed instanceof Answer.Found found) {
      json.writeFieldName("deniedWitness");
      PublicLineAnswer.witness(json, found.request());
    }
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Answer.Found _ -> "Yes";
      case Answer.Impossible _ -> "No";
      case Answer.Unknown _ -> "Unknown";
    };
  }
}
