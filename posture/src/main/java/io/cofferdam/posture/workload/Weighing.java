package io.cofferdam.posture.workload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up what speaks for a resource being a workload with a language model, and against. Of each
/// trait only the strongest sign on each side counts: five names of models in one name are no more
/// than one.
final class Weighing {
  private final List<String> because = new ArrayList<>();
  private int points;

  Weighing(WorkloadSigns signs, WorkloadType type, Map<Trait, List<JsonNode>> traits) {
    points = type.points();
    if (!type.says().isEmpty()) {
      because.add(type.says());
    }
    for (var trait : Trait.values()) {
      var values = traits.getOrDefault(trait, List.of());
      count(strongest(signs.signs(), trait, values, 1));
      count(strongest(signs.signs(), trait, values, -1));
    }
  }

  private record Seen(Sign sign, JsonNode value) {}

  private static @Nullable Seen strongest(
      List<Sign> signs, Trait trait, List<JsonNode> values, int side) {
    Seen best = null;
    for (var sign : signs) {
      if (sign.trait() != trait
          || Integer.signum(sign.points()) != side
          || (best != null && Math.abs(sign.points()) <= Math.abs(best.sign().points()))) {
        continue;
      }
      for (var value : values) {
        if (sign.in(value)) {
          best = new Seen(sign, value);
          break;
        }
      }
    }
    return best;
  }

  private void count(@Nullable Seen seen) {
    if (seen != null) {
      points += seen.sign().points();
      because.add(seen.sign().says() + ": " + value(seen));
    }
  }

  private static String value(Seen seen) {
    var value = seen.value();
    if (seen.sign().trait() == Trait.PORT && value.isObject()) {
      var from = value.path("FromPort").asText(value.path("containerPort").asText(""));
      var to = value.path("ToPort").asText(from);
      return from.equals(to) ? from : from + " to " + to;
    }
    return "`" + Workloads.shown(value) + "`";
  }

  int points() {
    return points;
  }

  List<String> because() {
    return because;
  }
}
