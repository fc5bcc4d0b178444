package io.cofferdam.notify.rule;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.Quantity;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A three-valued condition over [Facts], as structured data: no script, no expression language.
/// Unknown spreads by strong Kleene logic.
public sealed interface Condition {

  Ternary test(Facts facts);

  /// Holds always.
  record Always() implements Condition {
    @Override
    public Ternary test(Facts facts) {
      return Ternary.TRUE;
    }
  }

  /// All parts hold.
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Ternary test(Facts facts) {
      return parts.stream().map(c -> c.test(facts)).reduce(Ternary.TRUE, Ternary::and);
    }
  }

  /// At least one part holds.
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Ternary test(Facts facts) {
      return parts.stream().map(c -> c.test(facts)).reduce(Ternary.FALSE, Ternary::or);
    }
  }

  /// The part does not hold.
  record Not(Condition part) implements Condition {
    @Override
    public Ternary test(Facts facts) {
      return part.test(facts).not();
    }
  }

  /// A fact is answered with yes.
  record Holds(Fact fact) implements Condition {
    @Override
    public Ternary test(Facts facts) {
      return facts.of(fact);
    }
  }

  /// A quantity is more than a fixed number.
  record MoreThan(Quantity quantity, long amount) implements Condition {
    @Override
    public Ternary test(Facts facts) {
      var bounds = facts.of(quantity);
      if (bounds.atLeast() > amount) {
        return Ternary.TRUE;
      }
      return bounds.atMost() <= amount ? Ternary.FALSE : Ternary.UNKNOWN;
    }
  }

  /// A quantity is more than a share, in whole percent, of another; compared exactly.
  record MoreThanShare(Quantity quantity, int percent, Quantity of) implements Condition {
    @Override
    public Ternary test(Facts facts) {
      var part = facts.of(quantity);
      var whole = facts.of(of);
      if (whole.bounded() && exceeds(part.atLeast(), whole.atMost())) {
        return Ternary.TRUE;
      }
      return part.bounded() && !exceeds(part.atMost(), whole.atLeast())
          ? Ternary.FALSE
          : Ternary.UNKNOWN;
    }

    private boolean exceeds(long part, long whole) {
      return BigInteger.valueOf(part)
              .multiply(BigInteger.valueOf(100))
              .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(percent)))
          > 0;
    }
  }

  /// The facts and quantities that keep this condition unknown, in the rule's order.
  default List<Open> open(Facts facts) {
    var found = new LinkedHashSet<Open>();
    collect(this, facts, found);
    return List.copyOf(found);
  }

  private static void collect(Condition condition, Facts facts, Set<Open> into) {
    if (condition.test(facts) != Ternary.UNKNOWN) {
      return;
    }
    switch (condition) {
      case Always() -> {}
      case All(var parts) -> parts.forEach(c -> collect(c, facts, into));
      case Any(var parts) -> parts.forEach(c -> collect(c, facts, into));
      case Not(var part) -> collect(part, facts, into);
      case Holds(var fact) -> into.add(new Open.OfFact(fact));
      case MoreThan(var quantity, _) -> into.add(new Open.OfQuantity(quantity));
      case MoreThanShare(var quantity, _, var of) -> {
        into.add(new Open.OfQuantity(quantity));
        if (!facts.of(of).exact()) {
          into.add(new Open.OfQuantity(of));
        }
      }
    }
  }

  /// Whether what keeps the condition unknown is a number that straddles a threshold: its bounds
  /// are finite, below the threshold at one end and above it at the other.
  default boolean straddles(Facts facts) {
    return switch (this) {
      case Always() -> false;
      case Holds _ -> false;
      case All(var parts) -> unknownHere(facts) && parts.stream().anyMatch(c -> c.straddles(facts));
      case Any(var parts) -> unknownHere(facts) && parts.stream().anyMatch(c -> c.straddles(facts));
      case Not(var part) -> part.straddles(facts);
      case MoreThan(var quantity, _) -> unknownHere(facts) && finite(facts.of(quantity));
      case MoreThanShare(var quantity, _, var of) ->
          unknownHere(facts) && finite(facts.of(quantity)) && finite(facts.of(of));
    };
  }

  private boolean unknownHere(Facts facts) {
    return test(facts) == Ternary.UNKNOWN;
  }

  private static boolean finite(Bounds bounds) {
    return bounds.bounded();
  }
}
