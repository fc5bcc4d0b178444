package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;

/// What is asked of requests: once as a formula over all requests of a class, once of a single
/// request.
public interface Claim {

  /// The claim about callers of one class.
  Formula formula(CallerClass caller, Domains domains);

  /// The requests of the class among which to search.
  RequestShape shape(CallerClass caller);

  /// Whether the claim is true of one request; asked of [io.cofferdam.access.aws.decide.Decider].
  boolean holds(DecisionRequest request);

  /// The account that owns the resource, or empty where it is told by none.
  String resourceAccount();
}
