package io.cofferdam.aws.act;

import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.time.Instant;
import java.util.List;

/// Ends all sessions of a role that began before now.
///
/// @param now in universal time, whatever the machine's zone
record RevokeSessions(Instant now) implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.iam.revoke-sessions",
          "revoke the sessions of a role",
          List.of("role"),
          WayBack.WHOLE,
          List.of(
              "everybody who uses the role is stopped, until they assume it anew; services and"
                  + " instances do that by themselves, and so does an intruder who sits on one",
              "whoever may assume the role still may: change its trust policy, or quarantine it",
              "it takes a few minutes until all regions know"),
          "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    return new ActState(Holder.ROLE.look(target, looking));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var impossible = QuarantineIdentity.impossible(Holder.ROLE, target, state);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    var name = Holder.OURS + "revoke-" + mark;
    if (!state.at(Denials.place(name)).isMissingNode()) {
      return new Proposal.Already("sessions are revoked by policy " + name);
    }
    return new Proposal.Steps(
        List.of(
            Denials.step(
                Holder.ROLE,
                target,
                name,
                Denials.sessionsBefore(now),
                "deny everything to sessions of " + target.name("role") + " begun before " + now)),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return Denials.claims(
        Holder.ROLE,
        target,
        before,
        after,
        "every session of role " + target.name("role") + " that began before the act");
  }
}
