package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.PropertyQuestion.Result;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.question.PropertyLine;
import io.cofferdam.access.question.QuestionReading;
import java.io.IOException;
import java.util.Set;

/// Answers `access prove --batch`: `{"id","property","answer":"Proved"|"CounterExample"|"Unknown",
/// "because"?,"witness"?,"proof"?:[..],"undecided"?:[..]}`.
public final class PropertyLineAnswer implements LineAnswer<PropertyLine> {
  @Override
  public QuestionReading<PropertyLine> read(String line) {
    return PropertyLine.read(line);
  }

  @Override
  public void answer(PropertyLine line, JsonGenerator json) throws IOException {
    json.writeStringField("property", line.property().words());
    switch (line.question().prove(line.property(), new Budget(line.steps()))) {
      case Result.Proved(Proof proof) -> {
        json.writeStringField("answer", "Proved");
        PublicLineAnswer.proof(json, proof);
      }
      case Result.Counterexample(DecisionRequest request, String caller) -> {
        json.writeStringField("answer", "CounterExample");
        json.writeStringField("because", caller + " is allowed: " + Words.of(request));
        json.writeFieldName("witness");
        PublicLineAnswer.witness(json, request);
      }
      case Result.Unknown(Set<String> why) -> {
        json.writeStringField("answer", "Unknown");
        Texts.write(json, "undecided", why.stream().sorted().toList());
      }
    }
  }
}
