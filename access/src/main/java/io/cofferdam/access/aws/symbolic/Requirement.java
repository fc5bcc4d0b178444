package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.policy.Condition;

/// A condition that must come out true, or must come out false.
public record Requirement(Condition condition, boolean wanted) {}
