package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.access.question.QuestionReading;
import java.io.IOException;

/// Answers one kind of question.
///
/// @param <Q> the question
public interface LineAnswer<Q> {
  QuestionReading<Q> read(String line);

  /// Writes the members of the answer into the object that is open.
  void answer(Q question, JsonGenerator json) throws IOException;
}
