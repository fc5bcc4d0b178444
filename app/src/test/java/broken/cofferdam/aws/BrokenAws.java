package broken.cofferdam.aws;

import io.cofferdam.posture.plan.CollectPlan;

/// Breaks: awsSeesOnlyModelAndThePortOfPosture.
public final class BrokenAws {
  public Object plan() {
    return CollectPlan.shipped("aws");
  }
}
