package io.cofferdam.aws.act;

import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;

/// Denies everything to a user or a role, and leaves it and its policies as they are.
record QuarantineIdentity(Holder holder) implements Act {
  @Override
  public ActKind kind() {
    return new ActKind(
        "aws.iam.quarantine-" + holder.word,
        "deny everything to a " + holder.word,
        List.of(holder.word),
        WayBack.WHOLE,
        List.of(
            "whatever works under the " + holder.word + " stops, until the act is undone",
            "sessions that it has are stopped too, but roles that it assumed before are not",
            "resources whose policies grant to an ARN of a session are denied as well, since a"
                + " denial goes first"),
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html");
  }

  @Override
  public ActState look(Target target, Looking looking) {
    return new ActState(holder.look(target, looking));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var impossible = impossible(holder, target, state);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    var name = Holder.OURS + "quarantine-" + mark;
    if (state.at(Denials.place(name)).equals(Calls.text(Denials.everything()))) {
      return new Proposal.Already("everything is denied by policy " + name);
    }
    return new Proposal.Steps(
        List.of(
            Denials.step(
                holder,
                target,
                name,
                Denials.everything(),
                "deny everything to " + holder.word + " " + target.name(holder.word))),
        List.of());
  }

  /// Why a user or role cannot be given a policy beside its own.
  static Optional<Proposal> impossible(Holder holder, Target target, ActState state) {
    var path = state.at("/path").asText("");
    if (state.at("/arn").isMissingNode()) {
      return Optional.of(
          new Proposal.Impossible(
              "there is no "
                  + holder.word
                  + " "
                  + target.name(holder.word)
                  + " in account "
                  + target.account()));
    }
    if (path.startsWith("/aws-service-role/")) {
      return Optional.of(
          new Proposal.Impossible("a role of a service of AWS takes no policies of ours"));
    }
    if (path.startsWith("/aws-reserved/")) {
      return Optional.of(
          new Proposal.Impossible(
              "the role belongs to IAM Identity Center: revoke the permission set's sessions"
                  + " there"));
    }
    return Optional.empty();
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return Denials.claims(
        holder,
        target,
        before,
        after,
        "everything that " + holder.word + " " + target.name(holder.word) + " does");
  }
}
