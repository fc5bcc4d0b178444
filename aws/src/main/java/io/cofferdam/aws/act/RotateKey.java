package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.IntNode;
import io.cofferdam.respond.spi.Act;
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
import java.util.Set;
import java.util.TreeSet;

/// Gives a key new material now. What was encrypted before stays under the material that it has,
/// and whoever may use the key may read it as before.
final class RotateKey implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.kms.rotate-key",
          "give a key new material now",
          List.of("key"),
          WayBack.NONE,
          List.of(
              "the new material stays: there is no call that takes it back",
              "what was encrypted before is not protected by it: encrypt it anew, or deny its"
                  + " readers",
              "a key takes rotations on demand a limited number of times"),
          "https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-on-demand.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var key = looking.body(KeyCalls.call(target, "DescribeKey", object())).path("KeyMetadata");
    if (key.isMissingNode()) {
      return new ActState(state);
    }
    for (var member : List.of("KeyState", "KeyManager", "KeySpec", "Origin")) {
      keep(state, member, key.path(member));
    }
    keep(
        state,
        "policy",
        Calls.policy(
            looking
                .body(KeyCalls.call(target, "GetKeyPolicy", object().put("PolicyName", "default")))
                .path("Policy")));
    var made =
        KeyCalls.all(target, "ListKeyRotations", "Rotations", looking).stream()
            .filter(each -> each.path("RotationType").asText().equals("ON_DEMAND"))
            .count();
    var begun =
        looking
            .body(KeyCalls.call(target, "GetKeyRotationStatus", object()))
            .has("OnDemandRotationStartDate");
    state.put("rotations", (int) made + (begun ? 1 : 0));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var key = target.name("key");
    if (!state.at("/KeyState").asText("").equals("Enabled")) {
      return new Proposal.Impossible(
          "there is no enabled key "
              + key
              + ": it is "
              + state.at("/KeyState").asText("not there"));
    }
    if (!state.at("/KeyManager").asText().equals("CUSTOMER")
        || !state.at("/KeySpec").asText().equals("SYMMETRIC_DEFAULT")
        || !state.at("/Origin").asText().equals("AWS_KMS")) {
      return new Proposal.Impossible(
          "key "
              + key
              + " cannot be rotated on demand [a symmetric key of the customer with material of"
              + " KMS]: make a new key, and encrypt anew under it");
    }
    var next = IntNode.valueOf(state.at("/rotations").asInt() + 1);
    return new Proposal.Steps(
        List.of(
            new Step(
                "give key " + key + " new material",
                KeyCalls.call(target, "RotateKeyOnDemand", object()),
                List.of(new Made("/rotations", next)),
                Optional.empty())),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var what = "key " + target.name("key");
    return List.of(
        new Claim.Kept(
            what,
            materials(before),
            materials(after),
            "what is encrypted from now on has new material"),
        new Claim.Policy(
            what, Calls.given(before.at("/policy")), Calls.given(after.at("/policy")), false));
  }

  private static Set<String> materials(ActState state) {
    var materials = new TreeSet<String>();
    for (var i = 0; i <= state.at("/rotations").asInt(); i++) {
      materials.add("material " + i);
    }
    return materials;
  }
}
