package broken.cofferdam.aws;

import io.cofferdam.posture.plan.CollectPlan;

/// Breaks: adaptersSeeOnlyModelAndPorts.
public final class BrokenAws {
  public Object plan() {
    return CollectPlan.shipped("aws");
  }
}
