package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;
import io.cofferdam.respond.spi.Step;
import java.time.Duration;
import java.util.function.Supplier;

/// Makes one step's call until the state shows it. Clouds tell a change late: the state is asked
/// again for about a minute before a step counts as not made.
final class Making {
  private static final int CALLS = 4;
  private static final int LOOKS = 7;

  private final CloudCalls cloud;
  private final Pause pause;
  private final Supplier<Looked> look;

  Making(CloudCalls cloud, Pause pause, Supplier<Looked> look) {
    this.cloud = cloud;
    this.pause = pause;
    this.look = look;
  }

  /// How it ended.
  sealed interface Result {}

  /// The state shows it.
  record Made(ActState after) implements Result {}

  /// It does not, or may not.
  record NotMade(String why) implements Result {}

  Result make(Step step, JsonNode parameters, Permit permit) {
    var call = step.call().with((ObjectNode) parameters);
    for (var tried = 1; ; tried++) {
      switch (cloud.change(call, permit)) {
        case CallResult.Answered _, CallResult.Absent _ -> {
          return shown(step, call.words());
        }
        case CallResult.Denied(var code, var words, _) -> {
          return refused(step, code + " [grant " + call.permissionWords() + "] " + words);
        }
        case CallResult.Rejected(var code, var words, _) -> {
          return refused(step, code + ": " + words);
        }
        case CallResult.Uncertain(var code, var words, _) -> {
          if (look.get() instanceof Looked.Read(var state) && StateWords.holds(step, state)) {
            return new Made(state);
          }
          if (tried == CALLS) {
            return new NotMade(call.words() + " may have been made or not: " + code + ": " + words);
          }
          pause.take(Duration.ofSeconds(1L << tried));
        }
      }
    }
  }

  private Result shown(Step step, String words) {
    for (var looked = 0; looked < LOOKS; looked++) {
      if (looked > 0) {
        pause.take(Duration.ofSeconds(1L << (looked - 1)));
      }
      if (look.get() instanceof Looked.Read(var state) && StateWords.holds(step, state)) {
        return new Made(state);
      }
    }
    return new NotMade(words + " was answered, but the state does not show it");
  }

  /// A refusal may come because the call had been made before: the state tells.
  private Result refused(Step step, String why) {
    return look.get() instanceof Looked.Read(var state) && StateWords.holds(step, state)
        ? new Made(state)
        : new NotMade(step.call().words() + ": " + why);
  }
}
