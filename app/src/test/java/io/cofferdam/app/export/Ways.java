package io.cofferdam.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The ways through a state machine.
final class Ways {
  private Ways() {}

  /// The states that a run comes to when nobody ever consents.
  static Set<String> withoutConsent(JsonNode machine) {
    var reached = new HashSet<String>();
    follow(machine, reached);
    return reached;
  }

  private static void follow(JsonNode machine, Set<String> reached) {
    var todo = new ArrayDeque<String>(List.of(machine.path("StartAt").asText()));
    while (!todo.isEmpty()) {
      var name = todo.pop();
      if (name.isEmpty() || !reached.add(name)) {
        continue;
      }
      var state = machine.path("States").path(name);
      state.path("Branches").forEach(branch -> follow(branch, reached));
      todo.add(state.path("Next").asText());
      todo.add(state.path("Default").asText());
      state.path("Catch").forEach(each -> todo.add(each.path("Next").asText()));
      if (!name.equals("Consent") && !name.endsWith("--consent")) {
        state.path("Choices").forEach(each -> todo.add(each.path("Next").asText()));
      }
    }
  }
}
