package io.cofferdam.posture.control;

import java.util.List;
import java.util.Optional;

/// A safeguard stated as a condition that can be met.
///
/// @param id stable: `aws.s3.acl-disabled`
/// @param resources the types of resource it is about, at least one
/// @param needs facts without which nothing can be said; a gap in one makes it undetermined
/// @param applies a condition for it to apply at all
/// @param met the condition itself, or empty where `predicate` is named
/// @param predicate the name of a condition that takes reasoning, or empty
/// @param why a violation in a sentence; `{name}` and other facts may stand in it
/// @param exposes what outsiders can do to the resource where it is violated
/// @param impliedBy controls that, violated on a resource, mean that this one is violated there too
/// @param source where the safeguard is documented by the provider
public record Control(
    String id,
    String title,
    List<String> resources,
    List<String> needs,
    Optional<CelCondition> applies,
    Optional<CelCondition> met,
    String predicate,
    Severity severity,
    String why,
    Remediation remediation,
    List<Requirement> requirements,
    Exposes exposes,
    List<String> impliedBy,
    String source) {
  public Control {
    resources = List.copyOf(resources);
    needs = List.copyOf(needs);
    impliedBy = List.copyOf(impliedBy);
    requirements = List.copyOf(requirements);
  }

  /// The first of its types.
  public String resource() {
    return resources.getFirst();
  }

  /// The exact change that would meet it, in three languages; each may be empty.
  public record Remediation(String cli, String terraform, String cloudformation) {}
}
