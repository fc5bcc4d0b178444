package io.cofferdam.posture.predicate.detection;

import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// The rules of EventBridge that take findings, and whether what they call is live.
public final class FindingRules {
  private final Scene scene;

  private FindingRules(Scene scene) {
    this.scene = scene;
  }

  public static FindingRules of(Scene scene) {
    return scene.derived(FindingRules.class, FindingRules::new);
  }

  /// Whether somebody hears of findings.
  public sealed interface Consuming {}

  /// Somebody does: a rule that is on, with a target that is live.
  public record Live(String words) implements Consuming {}

  /// Nobody does.
  public record Dead(String why, String seen) implements Consuming {}

  /// It could not be told.
  public record Unclear(List<String> missing) implements Consuming {
    public Unclear {
      missing = List.copyOf(missing);
    }
  }

  /// Whether a rule of a region takes events of one of some sources and passes them on.
  public Consuming consuming(Resource region, List<String> sources) {
    var dead = new ArrayList<String>();
    var unclear = new ArrayList<String>();
    for (var rule : scene.inventory().ofType("event-rule")) {
      if (!rule.account().equals(region.account())
          || !rule.region().equals(region.region())
          || rule.fact("EventPattern").asText("").isEmpty()) {
        continue;
      }
      var takes = takes(rule, sources);
      if (takes == Ternary.FALSE) {
        continue;
      }
      switch (target(rule)) {
        case LiveTarget.Live(var words) -> {
          if (takes == Ternary.TRUE) {
            return new Live("rule `" + rule.name() + "` with " + words);
          }
          unclear.add(
              "events:ListRules: whether rule `"
                  + rule.name()
                  + "` takes findings, by its pattern");
        }
        case LiveTarget.Dead(var why) -> dead.add("rule `" + rule.name() + "`: " + why);
        case LiveTarget.Unclear(var missing) -> unclear.add(missing);
      }
    }
    for (var type : List.of("event-rule", "event-bus")) {
      scene.inventory().gapsOf(type).stream()
          .filter(gap -> gap.account().equals(region.account()))
          .filter(gap -> gap.region().equals(region.region()))
          .map(gap -> gap.gap().words())
          .forEach(unclear::add);
    }
    if (!unclear.isEmpty()) {
      return new Unclear(unclear);
    }
    return dead.isEmpty()
        ? new Dead("no rule takes findings", "no rule that is on names " + sources)
        : new Dead("no rule passes findings on", String.join("; ", dead));
  }

  private static Ternary takes(Resource rule, List<String> sources) {
    var pattern = EventPattern.of(rule.fact("EventPattern").asText(""));
    var answer = Ternary.FALSE;
    for (var source : sources) {
      var one = pattern.takes(source);
      if (one == Ternary.TRUE) {
        return one;
      }
      answer = one == Ternary.UNKNOWN ? one : answer;
    }
    return answer;
  }

  private LiveTarget target(Resource rule) {
    if (!rule.fact("State").asText("").startsWith("ENABLED")) {
      return new LiveTarget.Dead("it is off");
    }
    var gaps = rule.gapsOf(List.of("targets"));
    if (!gaps.isEmpty()) {
      return new LiveTarget.Unclear(gaps.stream().map(Gap::words).findFirst().orElseThrow());
    }
    var arns =
        Facts.items(rule.facts(), "targets.Targets.Arn").stream()
            .map(each -> each.asText(""))
            .toList();
    return LiveTarget.best(arns, rule, scene);
  }
}
