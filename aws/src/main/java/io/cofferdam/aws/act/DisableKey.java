package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Switches off an access key of a user, and the sessions that were begun with it.
record DisableKey(Instant now) implements Act {
  private static final String ACTIVE = "Active";
  private static final String INACTIVE = "Inactive";

  private static final ActKind KIND =
      new ActKind(
          "aws.iam.disable-key",
          "switch off an access key and the sessions of its user",
          List.of("user", "key"),
          WayBack.WHOLE,
          List.of(
              "whatever uses the key stops",
              "sessions that the user began before are denied everything, also those of other keys",
              "roles that were assumed with the key keep their sessions: revoke those"),
          "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = Holder.USER.look(target, looking);
    if (state.has("arn")) {
      looking
          .body(call(target, "ListAccessKeys", "", object()))
          .path("AccessKeyMetadata")
          .forEach(
              key -> {
                if (key.path("AccessKeyId").asText().equals(target.name("key"))) {
                  state.set("status", key.path("Status"));
                }
              });
    }
    return new ActState(state);
  }

  private static ActCall call(
      Target target, String operation, String status, ObjectNode parameters) {
    parameters.put("UserName", target.name("user"));
    if (!status.isEmpty()) {
      parameters.put("AccessKeyId", target.name("key")).put("Status", status);
    }
    return Calls.call("iam", operation, "", Holder.USER.arn(target), parameters);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var status = state.at("/status").asText("");
    if (status.isEmpty()) {
      return new Proposal.Impossible(
          "user " + target.name("user") + " has no key " + target.name("key"));
    }
    var name = Holder.OURS + "revoke-" + mark;
    List<Step> steps = new ArrayList<>();
    if (!status.equals(INACTIVE)) {
      steps.add(
          new Step(
              "switch off key " + target.name("key"),
              call(target, "UpdateAccessKey", INACTIVE, object()),
              List.of(new Made("/status", Calls.text(INACTIVE))),
              Optional.of(call(target, "UpdateAccessKey", ACTIVE, object()))));
    }
    if (state.at(Denials.place(name)).isMissingNode()) {
      steps.add(
          Denials.step(
              Holder.USER,
              target,
              name,
              Denials.sessionsBefore(now),
              "deny everything to sessions of " + target.name("user") + " begun before " + now));
    }
    return steps.isEmpty()
        ? new Proposal.Already("the key is off and the sessions are revoked")
        : new Proposal.Steps(steps, List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    List<Claim> claims =
        new ArrayList<>(
            Denials.claims(
                Holder.USER,
                target,
                before,
                after,
                "every session of user " + target.name("user") + " that began before the act"));
    claims.add(
        new Claim.Switch(
            "key " + target.name("key"),
            before.at("/status").asText("").equals(ACTIVE),
            after.at("/status").asText("").equals(ACTIVE),
            "whoever signs with key " + target.name("key")));
    return claims;
  }
}
