package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.policy.Condition;

/// A condition that must come out true, or must come out false.
record Requirement(Condition condition, boolean wanted) {}
