package io.cofferdam.posture.collect;

import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.ServicePlan;
import java.util.List;

/// One call of the plan, made for all it is due for in one account, and in one region where it
/// follows regions. A step begins when those it needs have ended.
///
/// @param region the region, or empty: once for the account
/// @param needs the numbers of the steps that must have ended
record Step(
    int number,
    ServicePlan service,
    CallPlan call,
    Place place,
    String region,
    List<Integer> needs) {
  Step {
    needs = List.copyOf(needs);
  }

  String account() {
    return place.account();
  }

  boolean listsItsOwnKind() {
    return call.lists().map(list -> list.type().equals(call.forType())).orElse(false);
  }
}
