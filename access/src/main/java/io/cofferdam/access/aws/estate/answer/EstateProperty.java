package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.AnyCaller;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.aws.symbolic.PropertyQuestion;
import io.cofferdam.access.aws.symbolic.PropertyQuestion.Result;
import java.util.Set;

/// Whether a [Property] holds of a resource of an estate, whoever calls.
///
/// Identity policies are not counted on: whoever may write one could write another. So a property
/// that is proved holds whatever users and roles are granted later, and one that fails, fails as
/// soon as somebody is granted the action. Who is granted it today is [WhoCan]'s answer.
public final class EstateProperty {
  private EstateProperty() {}

  /// The question a resource of the snapshot puts.
  ///
  /// @param resource ARN
  public static PropertyQuestion question(EstateDecider decider, String resource) {
    AnyCaller any = decider.anyCaller(resource);
    return new PropertyQuestion(resource, any.account(), any.policies(), false);
  }

  /// A proof holds although the snapshot has gaps; a counter-example does not.
  public static Result prove(
      EstateDecider decider, String resource, Property property, Budget budget) {
    AnyCaller any = decider.anyCaller(resource);
    if (any.account().isEmpty()) {
      return new Result.Unknown(Set.of("the account of " + resource + " is not in the snapshot"));
    }
    Result result = question(decider, resource).prove(property, budget);
    return result instanceof Result.Counterexample && !any.gaps().isEmpty()
        ? new Result.Unknown(Set.copyOf(any.gaps()))
        : result;
  }
}
