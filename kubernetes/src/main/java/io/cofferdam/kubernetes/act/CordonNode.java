package io.cofferdam.kubernetes.act;

import static io.cofferdam.kubernetes.act.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;

/// Keeps new pods off a node, so that what is examined there stays alone.
final class CordonNode implements Act {
  private static final ActKind KIND =
      new ActKind(
          "kubernetes.cordon-node",
          "keep new pods off a node",
          List.of("node"),
          WayBack.WHOLE,
          List.of(
              "pods that run there go on; nothing of theirs is drained",
              "pods that name the node themselves, and those of daemon sets, still come"),
          "https://kubernetes.io/docs/concepts/architecture/nodes/#manual-node-administration");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    if (!Api.named(target.name("node"))) {
      return new ActState(state);
    }
    var node = looking.body(Api.nodes().get(target.name("node")));
    if (node.isMissingNode()) {
      return new ActState(state);
    }
    state.set("uid", node.at("/metadata/uid"));
    if (node.at("/spec/unschedulable").asBoolean()) {
      state.put("unschedulable", true);
    }
    state.putObject(ActState.TOKENS).set("node", node.at("/metadata/resourceVersion"));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var node = target.name("node");
    if (state.at("/uid").isMissingNode()) {
      return new Proposal.Impossible("there is no node `" + node + "`");
    }
    if (!open(state)) {
      return new Proposal.Already("node " + node + " takes no new pods");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "keep new pods off node " + node,
                patch(node, BooleanNode.TRUE),
                List.of(new Made("/unschedulable", BooleanNode.TRUE)),
                Optional.of(patch(node, NullNode.getInstance())))),
        List.of());
  }

  private static ActCall patch(String node, JsonNode unschedulable) {
    var body = object();
    body.putObject("spec").set("unschedulable", unschedulable);
    return Api.nodes().patch(node, Api.guarded(body, "node"));
  }

  private static boolean open(ActState state) {
    return state.at("/unschedulable") instanceof MissingNode;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Switch(
            "node " + target.name("node"),
            open(before),
            open(after),
            "new pods that would be put on node " + target.name("node")));
  }
}
