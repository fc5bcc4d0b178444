package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternPairs;
import io.cofferdam.access.aws.pattern.PatternSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds a text that matches every pattern of one list, at least one of each of several lists,
/// and none of another; or proves there is none.
///
/// Most questions of real policies are settled by trying a few texts or by comparing two patterns;
/// what is left goes to [PatternSearch].
final class TextSearch {
  private static final List<String> FILLINGS = List.of("example", "x", "1", "", "xyz/abc");
  private static final int MAX_LEAVES = 20_000;
  private static final int TOKENS_A_STEP = 256;
  private static final int PAIRS_A_STEP = 1_000;
  private static final long LARGEST_PRODUCT = 10_000_000;
  private static final long LONGEST_MATCH = 1_000_000_000;

  private final List<List<Pattern>> oneOfEach;
  private final List<Pattern> none;
  private final Set<String> literalNone = new HashSet<>();
  private final Budget budget;
  private final List<Pattern> chosen;
  private final long weight;
  private final long longest;
  private int leaves;

  private TextSearch(
      List<Pattern> within, List<List<Pattern>> oneOfEach, List<Pattern> none, Budget budget) {
    this.chosen = new ArrayList<>(within);
    this.oneOfEach = new ArrayList<>(oneOfEach);
    this.oneOfEach.sort(Comparator.comparingInt(List::size));
    this.none = new ArrayList<>();
    for (Pattern pattern : none) {
      if (pattern.isLiteral()) {
        literalNone.add(pattern.text());
      } else {
        this.none.add(pattern);
      }
    }
    this.budget = budget;
    this.weight =
        weight(within) + weight(none) + oneOfEach.stream().mapToLong(TextSearch::weight).sum();
    this.longest =
        Math.max(
            Math.max(longest(within), longest(none)),
            oneOfEach.stream().mapToLong(TextSearch::longest).max().orElse(0));
  }

  private static long longest(List<Pattern> patterns) {
    return patterns.stream().mapToLong(Pattern::length).max().orElse(0);
  }

  /// Steps for matching a text against all of these: long patterns take long.
  private static long weight(List<Pattern> patterns) {
    long tokens = 0;
    for (Pattern pattern : patterns) {
      tokens += pattern.length();
    }
    return tokens / TOKENS_A_STEP;
  }

  static PatternSearch.Found find(
      List<Pattern> within, List<List<Pattern>> oneOfEach, List<Pattern> none, Budget budget) {
    return new TextSearch(within, oneOfEach, none, budget).choose(0);
  }

  private PatternSearch.Found choose(int next) {
    if (next == oneOfEach.size()) {
      return leaf();
    }
    boolean undecided = false;
    for (Pattern pattern : oneOfEach.get(next)) {
      if (!meetsChosen(pattern)) {
        continue;
      }
      chosen.add(pattern);
      PatternSearch.Found found = choose(next + 1);
      chosen.remove(chosen.size() - 1);
      if (found instanceof PatternSearch.Found.Text) {
        return found;
      }
      undecided |= found instanceof PatternSearch.Found.OutOfBudget;
      if (leaves > MAX_LEAVES || budget.spent()) {
        return new PatternSearch.Found.OutOfBudget();
      }
    }
    return undecided ? new PatternSearch.Found.OutOfBudget() : new PatternSearch.Found.Impossible();
  }

  private boolean meetsChosen(Pattern pattern) {
    for (Pattern other : chosen) {
      budget.spend(1);
      boolean meet =
          pattern.isLiteral()
              ? !comparable(pattern, other) || other.matches(pattern.text())
              : other.isLiteral()
                  ? !comparable(pattern, other) || pattern.matches(other.text())
                  : meet(pattern, other);
      if (!meet) {
        return false;
      }
    }
    return true;
  }

  /// Whether two patterns may be compared, which takes the product of their lengths.
  private boolean comparable(Pattern one, Pattern two) {
    long product = (long) one.length() * two.length();
    return product <= LARGEST_PRODUCT && budget.spend(product / PAIRS_A_STEP);
  }

  /// False where no text matches both; true may be a failure to see that.
  private boolean meet(Pattern one, Pattern two) {
    return !comparable(one, two) || PatternPairs.meet(one, two);
  }

  private PatternSearch.Found leaf() {
    leaves++;
    if (!budget.spend(1 + none.size() + weight)) {
      return new PatternSearch.Found.OutOfBudget();
    }
    Pattern literal = null;
    for (Pattern pattern : chosen) {
      if (pattern.isLiteral()) {
        literal = pattern;
      }
    }
    if (literal != null) {
      if (tooLong(literal)) {
        return new PatternSearch.Found.OutOfBudget();
      }
      return fits(literal.text())
          ? new PatternSearch.Found.Text(literal.text())
          : new PatternSearch.Found.Impossible();
    }
    for (Pattern pattern : chosen) {
      if (tooLong(pattern)) {
        continue;
      }
      for (String filling : FILLINGS) {
        String text = pattern.filled(filling);
        if (fits(text)) {
          return new PatternSearch.Found.Text(text);
        }
      }
    }
    return search();
  }

  /// Whether texts of the pattern are too long to be matched against all the others.
  private boolean tooLong(Pattern pattern) {
    return (long) pattern.length() * longest > LONGEST_MATCH;
  }

  private boolean fits(String text) {
    for (Pattern pattern : chosen) {
      if (!pattern.matches(text)) {
        return false;
      }
    }
    if (literalNone.contains(text)) {
      return false;
    }
    for (Pattern pattern : none) {
      if (pattern.matches(text)) {
        return false;
      }
    }
    return true;
  }

  private PatternSearch.Found search() {
    List<Pattern> relevant = new ArrayList<>();
    for (Pattern pattern : none) {
      boolean meets = true;
      for (Pattern other : chosen) {
        budget.spend(2);
        if (comparable(pattern, other) && PatternPairs.surelyIncludes(pattern, other)) {
          return new PatternSearch.Found.Impossible();
        }
        meets &= meet(pattern, other);
      }
      if (meets) {
        relevant.add(pattern);
      }
    }
    for (String text : literalNone) {
      Pattern pattern = Pattern.literal(text);
      boolean meets = true;
      for (Pattern other : chosen) {
        meets &= other.matches(text);
      }
      if (meets) {
        relevant.add(pattern);
      }
    }
    budget.spend(literalNone.size() + 200 + 20L * relevant.size());
    if (budget.spent()) {
      return new PatternSearch.Found.OutOfBudget();
    }
    return PatternSearch.find(chosen, relevant);
  }
}
