package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;

/// One act by one actor, and whom it makes available.
///
/// @param operations what the actor is allowed, all of it, to do so
/// @param host ARN of what runs as the target, or empty
public record Step(
    EscalationAct act,
    Actor from,
    Actor to,
    Verdict verdict,
    List<Operation> operations,
    String host) {
  public Step {
    operations = List.copyOf(operations);
  }
}
