package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.pattern.PatternSearch.Found;
import io.cofferdam.model.Ternary;
import java.util.List;

/// The resource of a request, as the Resource elements of one kind of policy name it.
sealed interface Target {

  /// A known ARN, or `*` for an action that has no resource.
  record Named(String arn) implements Target {
    @Override
    public Ternary matches(Pattern pattern) {
      return Ternary.of(pattern.matches(arn));
    }
  }

  /// One resource with two names: an access point's and its bucket's.
  record Either(String arn, String other) implements Target {
    @Override
    public Ternary matches(Pattern pattern) {
      return Ternary.of(pattern.matches(arn) || pattern.matches(other));
    }
  }

  /// One of these, but it is not told which.
  record OneOf(Pattern arns) implements Target {
    @Override
    public Ternary matches(Pattern pattern) {
      if (PatternSearch.find(List.of(arns, pattern), List.of()) instanceof Found.Impossible) {
        return Ternary.FALSE;
      }
      return PatternSearch.find(List.of(arns), List.of(pattern)) instanceof Found.Impossible
          ? Ternary.TRUE
          : Ternary.UNKNOWN;
    }
  }

  /// Whether the pattern names it.
  Ternary matches(Pattern pattern);
}
