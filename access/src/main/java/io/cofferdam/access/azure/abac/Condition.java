package io.cofferdam.access.azure.abac;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.List;

/// A condition of a role assignment or deny assignment.
public sealed interface Condition {

  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /// `ActionMatches{'...'}`; a star stands for any text, case does not matter.
  record ActionMatches(Pattern action) implements Condition {}

  /// `SubOperationMatches{'...'}`.
  record SubOperationMatches(Pattern name) implements Condition {}

  record Exists(Attribute attribute) implements Condition {}

  record Compare(
      Operand left, Quantifier quantifier, Comparison comparison, boolean negated, Operand right)
      implements Condition {}

  /// A condition that could not be read, or of a version that is not known.
  ///
  /// @param why for people, without values from the text
  record Unreadable(String why) implements Condition {}
}
