package io.cofferdam.app.scan;

import io.cofferdam.posture.plan.CollectPlan;
import java.util.List;
import java.util.TreeSet;

/// The smallest IAM policy with which a scan learns all that it asks: made from the plan of calls,
/// so that it cannot grow apart from them.
public final class PermissionPolicy {
  /// Asked to find the regions where none is named. Who the caller is needs no permission.
  private static final String REGIONS = "ec2:DescribeRegions";

  private PermissionPolicy() {}

  public static String aws() {
    var actions = new TreeSet<>(CollectPlan.shipped("aws").permissions());
    actions.add(REGIONS);
    // API Gateway has one action for all that is read; the values of keys are not among it
    return new PolicyText()
        .allow("CofferdamReadsConfiguration", actions, List.of("*"))
        .deny(
            "CofferdamReadsNoApiKeys",
            "apigateway:GET",
            List.of(
                "arn:aws:apigateway:*::/apikeys",
                "arn:aws:apigateway:*::/apikeys/*",
                "arn:aws:apigateway:*::/usageplans/*/keys",
                "arn:aws:apigateway:*::/usageplans/*/keys/*"))
        .toString();
  }
}
