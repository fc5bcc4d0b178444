package io.cofferdam.respond.cases;

import java.util.Set;

/// Who has to approve a plan. Always other people than the one who asks.
///
/// @param quorum how many people, at least 1
/// @param from roles whose holders may approve; empty: any role
/// @param including roles that must each be held by one of those who approved, such as
///     `LEGAL_COUNSEL` before a legal gate
public record ApprovalRule(int quorum, Set<Role> from, Set<Role> including) {
  public ApprovalRule {
    from = Role.ordered(from);
    including = Role.ordered(including);
  }

  /// That many people of any role.
  public static ApprovalRule people(int quorum) {
    return new ApprovalRule(quorum, Set.of(), Set.of());
  }

  /// Whether somebody with these roles may approve.
  boolean admits(Set<Role> roles) {
    return from.isEmpty()
        || roles.stream().anyMatch(each -> from.contains(each) || including.contains(each));
  }
}
