package io.cofferdam.access.aws.estate;

import io.cofferdam.access.aws.policy.PolicyDocument;
import java.util.Optional;

/// A policy as it is attached somewhere.
///
/// @param owner the managed policy's ARN, or the ARN (id, for policies of an organisation) of what
///     an inline policy is written into
/// @param name for a person: a managed policy's ARN or name, an inline policy's name
/// @param document empty where the snapshot names the policy and does not hold it
public record NamedPolicy(String owner, String name, Optional<PolicyDocument> document) {

  /// Tells it from every other policy of the estate.
  public String key() {
    return owner.equals(name) ? owner : owner + "|" + name;
  }
}
