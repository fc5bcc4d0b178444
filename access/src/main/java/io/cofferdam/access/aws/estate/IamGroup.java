package io.cofferdam.access.aws.estate;

import java.util.List;

/// An IAM group: policies that its members share.
public record IamGroup(String arn, List<NamedPolicy> policies) {
  public IamGroup {
    policies = List.copyOf(policies);
  }
}
