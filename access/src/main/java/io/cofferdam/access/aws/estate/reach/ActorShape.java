package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.policy.PolicyDocument;
import java.util.List;

/// Which policies an actor has, each told apart by its number.
///
/// @param identity its own
/// @param ceilings boundaries, then the organisation's policies above its account
record ActorShape(
    String account, boolean role, boolean serviceLinked, List<Held> identity, List<Held> ceilings) {

  /// A policy with its number, by which alone it is compared.
  record Held(int number, PolicyDocument policy) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Held that && number == that.number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }
}
