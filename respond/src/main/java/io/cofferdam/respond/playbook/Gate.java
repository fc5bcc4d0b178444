package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.ApprovalRule;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.Worded;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Consent that people give, each with a key of their own, before a step begins. The program asks,
/// so that two people at least must consent (four eyes), whatever the quorum.
///
/// @param kind what is consented to
/// @param quorum how many people, from 1 to 10
/// @param from roles whose holders may consent; empty: any role
/// @param including roles that must each be held by one of them
/// @param expires how long an answer is waited for
/// @param escalateTo a role that must be among those who consent when the first time ran out
/// @param onExpiry what happens when the last time ran out
public record Gate(
    Kind kind,
    int quorum,
    Set<Role> from,
    Set<Role> including,
    Duration expires,
    Optional<Role> escalateTo,
    OnExpiry onExpiry) {
  public Gate {
    from = Set.copyOf(from);
    including = Set.copyOf(including);
  }

  /// What is consented to.
  public enum Kind implements Worded {
    APPROVAL,
    LEGAL
  }

  /// What happens when nobody answered.
  public enum OnExpiry implements Worded {
    STOP,
    GO_ON
  }

  /// Who must consent.
  ///
  /// @param escalated whether the first time ran out
  /// @param atLeast how many people the act's plan asks for
  public ApprovalRule rule(boolean escalated, int atLeast) {
    var must = EnumSet.noneOf(Role.class);
    must.addAll(including);
    if (escalated) {
      escalateTo.ifPresent(must::add);
    }
    return new ApprovalRule(Math.max(quorum, atLeast), from, must);
  }
}
