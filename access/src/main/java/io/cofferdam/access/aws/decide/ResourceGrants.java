package io.cofferdam.access.aws.decide;

import io.cofferdam.model.Ternary;

/// What a resource's own policy and access control lists give, by how closely they name the
/// caller.
///
/// @param direct to the caller itself or to everyone: no other policy need allow, none limits
/// @param role to the role of the caller: boundary and session policies still limit
/// @param account to the caller's account, which must pass it on by its own policies
record ResourceGrants(Ternary direct, Ternary role, Ternary account) {
  static final ResourceGrants NONE =
      new ResourceGrants(Ternary.FALSE, Ternary.FALSE, Ternary.FALSE);

  /// What a policy gives.
  ///
  /// @param passes whether the policy is in force at all
  static ResourceGrants of(LayerResult policy, Facts facts, Ternary passes) {
    Ternary exact = policy.allows(PrincipalGrade.EXACT);
    Ternary role = policy.allows(PrincipalGrade.ROLE_OF_SESSION);
    Ternary everyone = policy.allows(PrincipalGrade.EVERYONE);
    boolean isRole = facts.caller.kind() == PrincipalKind.IAM_ROLE;
    return new ResourceGrants(
        (isRole ? everyone : everyone.or(exact)).and(passes),
        (isRole ? role.or(exact) : role).and(passes),
        policy.allows(PrincipalGrade.ACCOUNT).and(passes));
  }

  /// With what an access control list gives at that grade.
  ResourceGrants plus(PrincipalGrade acl) {
    return switch (acl) {
      case NO_MATCH -> this;
      case EXACT, EVERYONE -> new ResourceGrants(Ternary.TRUE, role, account);
      case ROLE_OF_SESSION -> new ResourceGrants(direct, Ternary.TRUE, account);
      case ACCOUNT -> new ResourceGrants(direct, role, Ternary.TRUE);
    };
  }

  Ternary any() {
    return direct.or(role).or(account);
  }
}
