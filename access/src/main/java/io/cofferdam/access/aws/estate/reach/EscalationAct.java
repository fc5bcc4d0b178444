package io.cofferdam.access.aws.estate.reach;

import java.util.List;
import java.util.Optional;

/// An act by which whoever may do it gains what somebody else has.
///
/// @param id permanent, e.g. `pass-to-lambda`
/// @param target `role`, `user`, `host:` and a text of its ARN, `resource:` and its service
/// @param needs what the actor must be allowed, all of it
/// @param service what the target role is passed to and must trust
/// @param words said after the actor; `{}` is the target
/// @param source where the act is described
public record EscalationAct(
    String id,
    Effect effect,
    String target,
    List<Need> needs,
    Optional<String> service,
    String words,
    String source) {
  public EscalationAct {
    needs = List.copyOf(needs);
  }

  /// What the act brings.
  public enum Effect {
    /// The actor acts as the target from then on.
    BECOME,
    /// The target has every right from then on.
    EMPOWER,
    /// The resource's policy allows the actor, and nothing else, from then on.
    REPLACE_POLICY,
    /// The resource's policy allows the actor too.
    ADD_POLICY,
    /// A key grant allows the actor.
    ADD_GRANT
  }

  /// An action that must be allowed.
  ///
  /// @param place on what: `target`, `group`, `policy`, `host`, `new`, `document`, `resource`
  public record Need(String action, String place) {}
}
