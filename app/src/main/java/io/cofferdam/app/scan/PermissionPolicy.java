package io.cofferdam.app.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.plan.CollectPlan;
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
    var policy = JsonNodeFactory.instance.objectNode();
    policy.put("Version", "2012-10-17");
    var statement = policy.putArray("Statement").addObject();
    statement.put("Sid", "CofferdamReadsConfiguration");
    statement.put("Effect", "Allow");
    var list = statement.putArray("Action");
    actions.forEach(list::add);
    statement.put("Resource", "*");
    // API Gateway has one action for all that is read; the values of keys are not among it
    var keys = policy.withArray("Statement").addObject();
    keys.put("Sid", "CofferdamReadsNoApiKeys");
    keys.put("Effect", "Deny");
    keys.put("Action", "apigateway:GET");
    var closed = keys.putArray("Resource");
    closed.add("arn:aws:apigateway:*::/apikeys");
    closed.add("arn:aws:apigateway:*::/apikeys/*");
    closed.add("arn:aws:apigateway:*::/usageplans/*/keys");
    closed.add("arn:aws:apigateway:*::/usageplans/*/keys/*");
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(policy);
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree can be written", impossible);
    }
  }
}
