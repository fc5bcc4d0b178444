package io.cofferdam.access.aws.decide;

import io.cofferdam.model.Ternary;

/// What the caller's own account gives it.
///
/// @param allows whether its identity policies allow, or the rights of a root user
/// @param limits whether permission boundary and session policies let that through
record IdentitySide(Ternary allows, Ternary limits) {
  Ternary effective() {
    return allows.and(limits);
  }
}
