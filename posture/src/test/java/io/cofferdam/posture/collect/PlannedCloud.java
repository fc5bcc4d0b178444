package io.cofferdam.posture.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A cloud that answers what a test has said, and remembers what it was asked.
public final class PlannedCloud implements CloudReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, CallAnswer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// Says what a call is answered with; calls are named by [CallRequest#words].
  public PlannedCloud answer(String words, String json) {
    try {
      answers.put(words, CallAnswer.answered(JSON.readTree(json), "request", 1));
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException(bad);
    }
    return this;
  }

  public PlannedCloud refuse(String words, CallOutcome outcome, String code) {
    answers.put(words, CallAnswer.without(outcome, code, "no", "request", 1));
    return this;
  }

  @Override
  public CallAnswer call(CallRequest request) {
    var words = request.words() + (request.region().isEmpty() ? "" : " @" + request.region());
    asked.add(words);
    var answer = answers.get(words);
    if (answer == null) {
      return CallAnswer.without(CallOutcome.FAILED, "Unplanned", "unplanned " + words, "", 1);
    }
    return new CallAnswer(
        answer.outcome(),
        answer.body().deepCopy(),
        answer.errorCode(),
        answer.message(),
        answer.requestId(),
        answer.attempts());
  }

  public List<String> asked() {
    return asked.stream().sorted().toList();
  }
}
