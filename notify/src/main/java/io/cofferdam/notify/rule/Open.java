package io.cofferdam.notify.rule;

import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Quantity;

/// Something unknown that keeps a condition undecided: a fact, or a number known too loosely.
public sealed interface Open {
  String key();

  String question();

  /// A fact without an answer.
  record OfFact(Fact fact) implements Open {
    @Override
    public String key() {
      return fact.key();
    }

    @Override
    public String question() {
      return fact.question();
    }
  }

  /// A quantity whose bounds do not decide.
  record OfQuantity(Quantity quantity) implements Open {
    @Override
    public String key() {
      return quantity.key();
    }

    @Override
    public String question() {
      return quantity.question();
    }
  }
}
