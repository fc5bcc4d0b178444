package broken.cofferdam.aws;

import io.cofferdam.posture.plan.CollectPlan;

/// Breaks: awsSeesOnlyModelAndPorts.
public final class BrokenAws {
  public Object plan() {
    return CollectPlan.shipped("aws");
  }
}
