package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A cloud of switches. `Set` gives one a value; `Create` makes something with an identifier of the
/// cloud's own, each time it is called another; `Delete` takes it away.
final class SimulatedCloud implements CloudCalls {
  final ObjectNode switches = JsonNodeFactory.instance.objectNode();
  final List<String> made = new ArrayList<>();
  private final IntFunction<Answer> answers;
  private int changes;

  /// How a call that changes something ends.
  enum Answer {
    ANSWERED,
    /// It happens, and the answer is lost.
    LOST_AFTER,
    /// It does not happen, and that is not told.
    LOST_BEFORE,
    DENIED,
    REJECTED,
    /// The process ends right after it happened.
    KILLED_AFTER,
    /// The process ends right before it happens.
    KILLED_BEFORE
  }

  /// The end of the process.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// @param answers how the n-th change ends
  SimulatedCloud(IntFunction<Answer> answers) {
    this.answers = answers;
  }

  @Override
  public CallResult look(ActCall call) {
    return new CallResult.Answered(switches.deepCopy(), "look");
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    assert permit.covers(call);
    return switch (answers.apply(changes++)) {
      case ANSWERED -> {
        happen(call);
        yield new CallResult.Answered(JsonNodeFactory.instance.objectNode(), "id");
      }
      case LOST_AFTER -> {
        happen(call);
        yield new CallResult.Uncertain("Timeout", "no answer in time", "");
      }
      case LOST_BEFORE -> new CallResult.Uncertain("Timeout", "no answer in time", "");
      case DENIED -> new CallResult.Denied("AccessDenied", "not allowed", "");
      case REJECTED -> new CallResult.Rejected("Invalid", "not like this", "");
      case KILLED_AFTER -> {
        happen(call);
        throw new Killed();
      }
      case KILLED_BEFORE -> throw new Killed();
    };
  }

  private void happen(ActCall call) {
    var name = call.parameters().path("name").asText();
    made.add(call.operation() + " " + name);
    switch (call.operation()) {
      case "Set" -> switches.set(name, call.parameters().path("value"));
      case "Create" -> switches.put(name, "id-" + made.size());
      case "Delete" -> switches.remove(name);
      default -> throw new AssertionError(call.operation());
    }
  }
}
