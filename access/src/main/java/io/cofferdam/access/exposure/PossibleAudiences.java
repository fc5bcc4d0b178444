package io.cofferdam.access.exposure;

import io.cofferdam.model.exposure.Audience;
import java.util.List;

/// The audiences a state could open to.
///
/// @param audiences always [Audience.Anyone] and [Audience.AnyAccount], then every foreign
///     account that the policy or an ACL names, in order of its number
/// @param complete false when an unknown part may name further foreign accounts
public record PossibleAudiences(List<Audience> audiences, boolean complete) {
  public PossibleAudiences {
    audiences = List.copyOf(audiences);
  }
}
