package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;

/// Finds the text, or the set of texts, of a present key.
///
/// Each requirement says that every value, or that some value, must match one of its patterns, or
/// none of them. A set is built from one value for each "some" requirement.
final class TextSolver {
  /// What values must satisfy: match one of the patterns, or none.
  private record Demand(boolean matching, List<Pattern> patterns) {}

  private final KeyDomain.Chosen domain;
  private final List<Demand> forEvery = new ArrayList<>();
  private final List<Demand> forSome = new ArrayList<>();
  private final Budget budget;

  private TextSolver(KeyDomain.Chosen domain, Budget budget) {
    this.domain = domain;
    this.budget = budget;
  }

  static KeySolver.Solution solve(
      KeyDomain.Chosen domain, List<Requirement> requirements, Budget budget) {
    TextSolver solver = new TextSolver(domain, budget);
    for (Requirement requirement : requirements) {
      if (!solver.add(requirement)) {
        return KeySolver.IMPOSSIBLE;
      }
    }
    return solver.solve();
  }

  /// False when the requirement cannot hold for a present key.
  private boolean add(Requirement requirement) {
    Condition condition = requirement.condition();
    if (condition.operator().comparison() == Comparison.NULL) {
      boolean acceptsPresent =
          condition.values().stream().anyMatch(v -> v.text().equalsIgnoreCase("false"));
      return acceptsPresent == requirement.wanted();
    }
    boolean negated = condition.operator().negated();
    boolean matching = requirement.wanted() != negated;
    // a variable may be any text: it widens what must match, and forbids nothing
    List<Pattern> patterns =
        condition.values().stream()
            .filter(value -> matching || value.variables().isEmpty())
            .map(value -> pattern(condition, value))
            .toList();
    boolean all =
        domain.several()
            && switch (condition.operator().quantifier()) {
              case FOR_ALL_VALUES -> requirement.wanted();
              case FOR_ANY_VALUE -> !requirement.wanted();
              // some value matches, or for the negated operator none does
              case NONE -> requirement.wanted() == negated;
            };
    (all || !domain.several() ? forEvery : forSome).add(new Demand(matching, patterns));
    return true;
  }

  static Pattern pattern(Condition condition, Template value) {
    if (!value.variables().isEmpty()) {
      return condition.operator().comparison() == Comparison.STRING_EQUALS_IGNORE_CASE
          ? Pattern.glob("*")
          : value.pattern();
    }
    return switch (condition.operator().comparison()) {
      case STRING_LIKE -> value.pattern();
      case ARN_LIKE -> value.arnPattern();
      case STRING_EQUALS_IGNORE_CASE -> Pattern.ofTokens(value.text().chars().toArray(), true);
      case STRING_EQUALS,
          NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS,
          DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS,
          BOOL,
          BINARY_EQUALS,
          IP_ADDRESS,
          NULL ->
          Pattern.literal(value.text());
    };
  }

  private KeySolver.Solution solve() {
    List<String> values = new ArrayList<>();
    if (!domain.several() || forSome.isEmpty()) {
      return one(forEvery, values);
    }
    for (Demand some : forSome) {
      List<Demand> demands = new ArrayList<>(forEvery);
      demands.add(some);
      KeySolver.Solution solution = one(demands, values);
      if (!(solution instanceof KeySolver.Solution.Holds)) {
        return solution;
      }
    }
    return new KeySolver.Solution.Holds(new KeyState.Present(values));
  }

  private KeySolver.Solution one(List<Demand> demands, List<String> values) {
    List<Pattern> none = new ArrayList<>(domain.without());
    List<List<Pattern>> choices = new ArrayList<>();
    for (Demand demand : demands) {
      if (demand.matching()) {
        choices.add(demand.patterns());
      } else {
        none.addAll(demand.patterns());
      }
    }
    PatternSearch.Found found = TextSearch.find(domain.within(), choices, none, budget);
    if (domain.several() && found instanceof PatternSearch.Found.Text) {
      // set operators take a set of nothing but empty texts for none at all
      List<Pattern> filled = new ArrayList<>(domain.within());
      filled.add(Pattern.glob("?*"));
      found = TextSearch.find(filled, choices, none, budget);
      if (found instanceof PatternSearch.Found.Impossible) {
        return new KeySolver.Solution.Undecided("an empty text among several values");
      }
    }
    return switch (found) {
      case PatternSearch.Found.Text(String text) -> {
        values.add(text);
        yield new KeySolver.Solution.Holds(new KeyState.Present(values));
      }
      case PatternSearch.Found.Impossible i -> KeySolver.IMPOSSIBLE;
      case PatternSearch.Found.OutOfBudget b ->
          new KeySolver.Solution.Undecided("patterns too many or too long to decide");
    };
  }
}
