package io.cofferdam.aws.act;

import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;

/// Denies to a user or a role that it asks models, and leaves it everything else.
record DenyInvoke(Holder holder, Models models) implements Act {
  @Override
  public ActKind kind() {
    var limits = new ArrayList<>(models.limits());
    limits.add("whatever of the shop asks models under the " + holder.word + " stops");
    return new ActKind(
        "aws." + models.id + ".deny-invoke-" + holder.word,
        "deny to a " + holder.word + " that it asks models of " + models.word,
        List.of(holder.word),
        WayBack.WHOLE,
        limits,
        models.source);
  }

  @Override
  public ActState look(Target target, Looking looking) {
    return new ActState(holder.look(target, looking));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var impossible = QuarantineIdentity.impossible(holder, target, state);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    var name = Holder.OURS + models.id + "-" + mark;
    var document = Denials.actions(models.actions(), List.of("*"));
    if (state.at(Denials.place(name)).equals(Calls.text(document))) {
      return new Proposal.Already("asking models is denied by policy " + name);
    }
    return new Proposal.Steps(
        List.of(
            Denials.step(
                holder,
                target,
                name,
                document,
                "deny to "
                    + holder.word
                    + " "
                    + target.name(holder.word)
                    + " that it asks models of "
                    + models.word)),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return Denials.claims(
        holder,
        target,
        before,
        after,
        holder.word + " " + target.name(holder.word) + " asks models of " + models.word);
  }
}
