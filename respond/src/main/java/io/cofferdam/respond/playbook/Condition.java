package io.cofferdam.respond.playbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A condition over variables: the comparisons of the STIX patterning grammar that CACAO names,
/// with `AND`, `OR`, `NOT` and parentheses. It calls nothing, repeats nothing, and takes time in
/// proportion to its length. A comparison with a variable that nobody told is unknown.
public sealed interface Condition {
  /// Whether it holds.
  ///
  /// @param values of the variables that are known, by name
  Truth holds(Map<String, String> values);

  /// The variables that it asks, by name.
  default Set<String> variables() {
    var names = new TreeSet<String>();
    comparisons().forEach(each -> each.operands().forEach(it -> it.addTo(names)));
    return names;
  }

  /// Its comparisons, in their order.
  List<Compare> comparisons();

  /// A variable or a value written out.
  record Operand(String text, boolean variable) {
    void addTo(Set<String> names) {
      if (variable) {
        names.add(text);
      }
    }
  }

  record All(Condition left, Condition right) implements Condition {
    @Override
    public Truth holds(Map<String, String> values) {
      return left.holds(values).and(right.holds(values));
    }

    @Override
    public List<Compare> comparisons() {
      return joined(left, right);
    }
  }

  record Any(Condition left, Condition right) implements Condition {
    @Override
    public Truth holds(Map<String, String> values) {
      return left.holds(values).or(right.holds(values));
    }

    @Override
    public List<Compare> comparisons() {
      return joined(left, right);
    }
  }

  record Not(Condition inner) implements Condition {
    @Override
    public Truth holds(Map<String, String> values) {
      return inner.holds(values).not();
    }

    @Override
    public List<Compare> comparisons() {
      return inner.comparisons();
    }
  }

  /// Compares two values.
  ///
  /// @param right one operand, or those of `IN`
  record Compare(Operand left, Operator operator, List<Operand> right) implements Condition {
    public Compare {
      right = List.copyOf(right);
    }

    @Override
    public Truth holds(Map<String, String> values) {
      var mine = left.variable() ? values.get(left.text()) : left.text();
      var result = operator == Operator.IN ? Truth.FALSE : Truth.UNKNOWN;
      for (var each : right) {
        var other = each.variable() ? values.get(each.text()) : each.text();
        var one = mine == null || other == null ? Truth.UNKNOWN : operator.compare(mine, other);
        result = operator == Operator.IN ? result.or(one) : one;
      }
      return result;
    }

    @Override
    public List<Compare> comparisons() {
      return List.of(this);
    }

    List<Operand> operands() {
      return java.util.stream.Stream.concat(java.util.stream.Stream.of(left), right.stream())
          .toList();
    }
  }

  /// How two values are compared. What is smaller is asked of whole numbers alone; of anything else
  /// the answer is unknown.
  enum Operator {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    IN;

    Truth compare(String left, String right) {
      return switch (this) {
        case EQUAL, IN -> Truth.of(left.equals(right));
        case DIFFERENT -> Truth.of(!left.equals(right));
        case LESS, AT_MOST, MORE, AT_LEAST -> ordered(left, right);
      };
    }

    private Truth ordered(String left, String right) {
      try {
        int order = Long.compare(Long.parseLong(left), Long.parseLong(right));
        return Truth.of(
            switch (this) {
              case LESS -> order < 0;
              case AT_MOST -> order <= 0;
              case MORE -> order > 0;
              default -> order >= 0;
            });
      } catch (NumberFormatException noNumber) {
        return Truth.UNKNOWN;
      }
    }
  }

  private static List<Compare> joined(Condition left, Condition right) {
    return java.util.stream.Stream.of(left, right)
        .flatMap(each -> each.comparisons().stream())
        .toList();
  }
}
