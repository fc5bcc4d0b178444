package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.access.aws.decide.Because;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.question.DecideQuestion;
import io.cofferdam.access.question.QuestionReading;
import java.io.IOException;
import java.util.List;

/// Answers `access decide --batch`: `{"id","decision","because":[{"layer","statement","text"}],
/// "residual"?:[..]}`.
public final class DecideAnswer implements LineAnswer<DecideQuestion> {
  @Override
  public QuestionReading<DecideQuestion> read(String line) {
    return DecideQuestion.read(line);
  }

  @Override
  public void answer(DecideQuestion question, JsonGenerator json) throws IOException {
    Decision decision = Decider.decide(question.request(), question.policies());
    json.writeStringField("decision", word(decision));
    because(json, decision.because());
    if (decision instanceof Decision.Unknown unknown) {
      json.writeArrayFieldStart("residual");
      for (var residual : unknown.residual()) {
        json.writeString(residual);
      }
      json.writeEndArray();
    }
  }

  /// The outcome in the words of the command line's contract.
  static String word(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "Allowed";
      case Decision.ImplicitlyDenied _ -> "ImplicitlyDenied";
      case Decision.ExplicitlyDenied _ -> "ExplicitlyDenied";
      case Decision.Unknown _ -> "Unknown";
    };
  }

  static void because(JsonGenerator json, List<Because> reasons) throws IOException {
    json.writeArrayFieldStart("because");
    for (var reason : reasons) {
      json.writeStartObject();
      json.writeStringField("layer", reason.layer().words());
      if (!reason.statement().isEmpty()) {
        json.writeStringField("statement", reason.statement());
      }
      json.writeStringField("text", reason.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
