package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;
import java.util.List;

/// What is asked of requests: once as a formula over all requests of a class, once of a single
/// request.
interface Claim {

  /// The claim about callers of one class.
  ///
  /// @param memory of the question, from which equal tests come as one object
  Formula formula(CallerClass caller, Domains domains, Memory memory);

  /// How many statements a formula is made of, which is work for every class.
  int statements();

  /// The requests of the class among which to search; several shapes are searched one by one.
  List<RequestShape> shapes(CallerClass caller);

  /// Whether the claim is true of one request; asked of [io.cofferdam.access.aws.decide.Decider].
  boolean holds(DecisionRequest request);

  /// The account that owns the resource in requests of the class.
  String resourceAccount(CallerClass caller);
}
