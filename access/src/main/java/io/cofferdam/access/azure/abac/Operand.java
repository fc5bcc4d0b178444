package io.cofferdam.access.azure.abac;

import java.util.List;

/// One side of a comparison.
public sealed interface Operand {

  /// Values as written; numbers and booleans as their text.
  record Literal(List<String> values) implements Operand {
    public Literal {
      values = List.copyOf(values);
    }
  }

  /// The values of an attribute.
  record Of(Attribute attribute) implements Operand {}
}
