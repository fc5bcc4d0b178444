package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.condition.Moments;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/// The moments at which conditions on the time of the request may turn.
final class TurningPoints {
  private TurningPoints() {}

  /// Each moment a policy names, and the second after it, since some operators include the
  /// moment.
  static List<Instant> of(BucketState state, Window window) {
    TreeSet<Instant> points = new TreeSet<>();
    state
        .policy()
        .asOptional()
        .flatMap(text -> PolicyParser.parse(text).asOptional())
        .ifPresent(
            policy -> {
              for (Statement statement : policy.statements()) {
                for (Condition condition : statement.conditions()) {
                  if (condition.key().equals("aws:currenttime")
                      || condition.key().equals("aws:epochtime")) {
                    for (Template value : condition.values()) {
                      Moments.parse(value.text())
                          .ifPresent(
                              moment -> {
                                points.add(moment);
                                points.add(moment.plusSeconds(1));
                              });
                    }
                  }
                }
              }
            });
    return points.stream()
        .filter(point -> point.isAfter(window.from()) && point.isBefore(window.until()))
        .toList();
  }
}
