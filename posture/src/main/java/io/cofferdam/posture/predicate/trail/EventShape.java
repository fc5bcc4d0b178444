package io.cofferdam.posture.predicate.trail;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Events of a kind that meet some further conditions; never empty.
final class EventShape {
  private static final List<String> TOLD =
      List.of("eventName", EventSelector.ARN, "userIdentity.arn", "sessionCredentialFromConsole");

  private final EventKind kind;

  /// What a field must match, and what it must not.
  private record Limits(List<Pattern> within, List<Pattern> without) {
    static final Limits NONE = new Limits(List.of(), List.of());

    Limits and(List<Pattern> more, List<Pattern> less) {
      var all = new ArrayList<>(within);
      all.addAll(more);
      var none = new ArrayList<>(without);
      none.addAll(less);
      return new Limits(all, none);
    }
  }

  private final Map<String, Limits> limits;

  EventShape(EventKind kind) {
    this(kind, Map.of());
  }

  private EventShape(EventKind kind, Map<String, Limits> limits) {
    this.kind = kind;
    this.limits = limits;
  }

  /// The ways in which events of this shape fail a condition.
  List<EventShape> failing(FieldSelector condition) {
    var ways = new ArrayList<EventShape>();
    if (!condition.select().isEmpty()) {
      add(ways, condition.field(), List.of(), condition.select());
    }
    for (var out : condition.deselect()) {
      add(ways, condition.field(), List.of(out), List.of());
    }
    return ways;
  }

  /// Whether some event of this shape meets a condition.
  boolean mayPass(FieldSelector condition) {
    var limit = limits.getOrDefault(condition.field(), Limits.NONE);
    return condition.select().isEmpty()
        ? value(condition.field(), limit.and(List.of(), condition.deselect())).isPresent()
        : condition.select().stream()
            .anyMatch(
                one ->
                    value(condition.field(), limit.and(List.of(one), condition.deselect()))
                        .isPresent());
  }

  private void add(
      List<EventShape> ways, String field, List<Pattern> within, List<Pattern> without) {
    var narrowed = limits.getOrDefault(field, Limits.NONE).and(within, without);
    if (value(field, narrowed).isPresent()) {
      var all = new HashMap<>(limits);
      all.put(field, narrowed);
      ways.add(new EventShape(kind, all));
    }
  }

  /// A value of a field within its limits. Where the search for one ends without an answer, there
  /// may be one: that is told as a star, so that nothing counts as logged by mistake.
  private Optional<String> value(String field, Limits limit) {
    var few = kind.oneOf().get(field);
    if (few != null) {
      return few.stream()
          .filter(text -> limit.within().stream().allMatch(p -> p.matches(text)))
          .filter(text -> limit.without().stream().noneMatch(p -> p.matches(text)))
          .findFirst();
    }
    var within = new ArrayList<>(limit.within());
    within.add(kind.like().getOrDefault(field, Pattern.glob("?*")));
    return switch (PatternSearch.find(within, limit.without())) {
      case PatternSearch.Found.Text(String text) -> Optional.of(text);
      case PatternSearch.Found.Impossible i -> Optional.empty();
      case PatternSearch.Found.OutOfBudget o -> Optional.of("*");
    };
  }

  /// An event of the shape, in words.
  Optional<String> example() {
    var words = new TreeMap<String, String>();
    for (var field : TOLD) {
      if (field.equals("eventName")
          || field.equals(EventSelector.ARN)
          || limits.containsKey(field)) {
        value(field, limits.getOrDefault(field, Limits.NONE)).ifPresent(v -> words.put(field, v));
      }
    }
    limits.forEach(
        (field, limit) -> {
          if (!kind.oneOf().containsKey(field)) {
            value(field, limit).ifPresent(v -> words.put(field, v));
          }
        });
    return Optional.of(
        String.join(
            ", ", words.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()));
  }
}
