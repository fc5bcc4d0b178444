package io.cofferdam.respond.act;

import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Plans an act: reads the state, has the steps proposed, and proves what they would do. Changes
/// nothing.
public final class ActPlanner {
  private final CloudCalls cloud;
  private final Prover prover;
  private final Pause pause;

  public ActPlanner(CloudCalls cloud, Prover prover, Pause pause) {
    this.cloud = cloud;
    this.prover = prover;
    this.pause = pause;
  }

  public Planned plan(Act act, Target target, String mark) {
    var look = new Look(cloud, pause);
    return switch (look.at(act, target)) {
      case Looked.Unread(var why) -> new Planned.Unread(why);
      case Looked.Read(var state) ->
          switch (act.propose(target, state, mark)) {
            case Proposal.Already(var words) -> new Planned.AlreadyContained(words);
            case Proposal.Impossible(var words) -> new Planned.Refused(words, Proof.NONE);
            case Proposal.Steps(var steps, var limits) -> {
              var needs = new TreeSet<>(look.permissions());
              yield judged(act, target, mark, state, steps, limits, needs);
            }
          };
    };
  }

  private Planned judged(
      Act act,
      Target target,
      String mark,
      ActState state,
      List<Step> steps,
      List<String> limits,
      Set<Permission> needs) {
    for (var step : steps) {
      needs.addAll(step.call().permissions());
      step.undo().ifPresent(undo -> needs.addAll(undo.permissions()));
    }
    var all = new ArrayList<>(act.kind().limits());
    all.addAll(limits);
    var draft =
        new ActPlan(
            act.kind(),
            target,
            mark,
            prover.self().orElse(""),
            state,
            steps,
            all,
            Proof.NONE,
            List.copyOf(needs));
    var proof = prover.judge(act.claims(target, state, draft.after()));
    if (!proof.allows()) {
      return new Planned.Refused(proof.refusal(), proof);
    }
    return new Planned.Ready(draft.proved(proof));
  }
}
