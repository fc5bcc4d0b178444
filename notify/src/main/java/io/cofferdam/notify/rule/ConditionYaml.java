package io.cofferdam.notify.rule;

import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Quantity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a [Condition] of a rule file: `all`, `any`, `not`, `fact`, `threshold`,
/// `always`, and `use` for one that several rules share.
final class ConditionYaml {
  private static final Set<String> WORDS =
      Set.of("all", "any", "not", "fact", "threshold", "always", "use");
  private static final int MAX_DEPTH = 20;

  private final RuleYaml parent;
  private final Map<String, Condition> defined;

  /// @param defined conditions that several rules share, by the name that `use` gives
  ConditionYaml(RuleYaml parent, Map<String, Condition> defined) {
    this.parent = parent;
    this.defined = defined;
  }

  Condition read(Node at) {
    return read(at, 0);
  }

  private Condition read(Node at, int depth) {
    if (depth > MAX_DEPTH) {
      parent.problem(at, "conditions are nested deeper than " + MAX_DEPTH);
      return new Condition.Always();
    }
    var it = parent.sub(at, WORDS);
    if (it.keys().size() != 1) {
      parent.problem(
          at, "a condition has exactly one word [one of all, any, not, fact, threshold]");
      return new Condition.Always();
    }
    var word = it.keys().iterator().next();
    var value = it.required(word);
    if (value.isEmpty()) {
      return new Condition.Always();
    }
    return switch (word) {
      case "all" -> new Condition.All(parts(it, value.get(), depth));
      case "any" -> new Condition.Any(parts(it, value.get(), depth));
      case "not" -> new Condition.Not(read(value.get(), depth + 1));
      case "fact" ->
          known(it, value.get(), List.of(Fact.values()), Fact::key)
              .<Condition>map(Condition.Holds::new)
              .orElseGet(Condition.Always::new);
      case "threshold" -> threshold(value.get());
      case "use" ->
          known(it, value.get(), defined.keySet(), k -> k)
              .map(k -> Objects.requireNonNull(defined.get(k)))
              .orElseGet(Condition.Always::new);
      default -> new Condition.Always();
    };
  }

  private List<Condition> parts(RuleYaml it, Node list, int depth) {
    var items = it.items(list);
    if (items.isEmpty()) {
      it.problem(list, "an empty list of conditions [at least one]");
    }
    return items.stream().map(n -> read(n, depth + 1)).toList();
  }

  private Condition threshold(Node at) {
    var it = parent.sub(at, Set.of("quantity", "more-than", "more-than-percent", "of"));
    var quantity = quantity(it, "quantity");
    var amount = it.node("more-than");
    var percent = it.node("more-than-percent");
    if (amount.isPresent() == percent.isPresent()) {
      it.problem("a threshold has either `more-than` or `more-than-percent` with `of`");
      return new Condition.Always();
    }
    if (amount.isPresent()) {
      return new Condition.MoreThan(quantity, it.number(amount.get()));
    }
    long share = it.number(percent.orElseThrow());
    if (share > 100) {
      it.problem("`more-than-percent` is " + share + " [0 to 100]");
    }
    return new Condition.MoreThanShare(quantity, (int) Math.min(share, 100), quantity(it, "of"));
  }

  private Quantity quantity(RuleYaml it, String key) {
    return it.required(key)
        .flatMap(n -> known(it, n, Arrays.asList(Quantity.values()), Quantity::key))
        .orElse(Quantity.PEOPLE_AFFECTED);
  }

  private static <T> Optional<T> known(
      RuleYaml it, Node at, Collection<T> values, Function<T, String> key) {
    var text = it.scalar(at);
    var found = values.stream().filter(v -> key.apply(v).equals(text)).findFirst();
    if (found.isEmpty()) {
      it.problem(
          at,
          "`"
              + RuleProblems.shown(text)
              + "`"
              + RuleProblems.nearest(text, values.stream().map(key).toList()));
    }
    return found;
  }
}
