package io.cofferdam.drill.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.drill.score.Score.Figure;
import io.cofferdam.drill.score.Score.Part;
import io.cofferdam.drill.truth.Truth;
import java.util.ArrayList;
import java.util.List;

/// Compares duties. `undetermined` is never wrong: a person decides. Missing a required duty is,
/// and so is requiring one that does not exist.
final class DutyScore {
  private static final List<String> ORDER =
      List.of("not-applicable", "not-required", "undetermined", "required");

  private DutyScore() {}

  static Part of(Truth truth, JsonNode duties) {
    var notes = new ArrayList<String>();
    int missed = 0;
    int over = 0;
    for (var duty : truth.duties()) {
      int state = state(duty.rule(), duties);
      if (duty.state().equals("required") && state < 2) {
        missed++;
        notes.add(
            duty.rule()
                + ": required, the report says "
                + (state < 0 ? "nothing" : ORDER.get(state)));
      }
      if (duty.state().equals("not-required") && state == 3) {
        over++;
        notes.add(duty.rule() + ": not required, the report says it is");
      }
    }
    return new Part(
        "duties",
        missed == 0 && over == 0,
        List.of(new Figure("missed", missed), new Figure("over-notified", over)),
        notes);
  }

  /// The strongest state the report gives the rule or one of its parts; -1 where it names none.
  private static int state(String rule, JsonNode duties) {
    int strongest = -1;
    for (var duty : duties) {
      var named = duty.path("rule").asText();
      if (named.equals(rule) || named.startsWith(rule + "-")) {
        strongest = Math.max(strongest, ORDER.indexOf(duty.path("state").asText()));
      }
    }
    return strongest;
  }
}
