package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;
import static io.cofferdam.aws.act.Calls.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Denies to one role or user that it decrypts with a key, by a statement beside those that the
/// key's policy has. It never speaks of the account's root, nor of who manages the key.
final class DenyDecrypt implements Act {
  private static final Pattern HOLDER =
      Pattern.compile("arn:aws:iam::[0-9]{12}:(user|role)/[\\w+=,.@/-]+");

  private static final ActKind KIND =
      new ActKind(
          "aws.kms.deny-decrypt",
          "deny to a role or user that it decrypts with a key",
          List.of("key", "principal"),
          WayBack.WHOLE,
          List.of(
              "everything that it reads under the key stops: objects, disks, secrets, parameters",
              "data keys that it holds in memory, and what it decrypted, stay with it",
              "a service that has a grant of the key, as for a disk in use, goes on: revoke the"
                  + " grant"),
          "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var policy =
        looking
            .body(KeyCalls.call(target, "GetKeyPolicy", object().put("PolicyName", "default")))
            .path("Policy");
    keep(state, "policy", Calls.policy(policy));
    return new ActState(state);
  }

  /// Names in statements hold letters and digits alone.
  private static String sid(Target target) {
    var principal = target.name("principal");
    return "CofferdamDenyDecrypt"
        + principal.substring(principal.lastIndexOf(':') + 1).replaceAll("[^A-Za-z0-9]", "");
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var principal = target.name("principal");
    if (!HOLDER.matcher(principal).matches()) {
      return new Proposal.Impossible(
          "`"
              + principal
              + "` is no user or role [arn:aws:iam::ACCOUNT:role/NAME; of a session, its role]");
    }
    var before = Calls.given(state.at("/policy"));
    if (before.isEmpty()) {
      return new Proposal.Impossible("there is no key " + target.name("key"));
    }
    if (Calls.hasStatement(before, sid(target))) {
      return new Proposal.Already("decrypting is denied by statement " + sid(target));
    }
    var after = Calls.withStatement(before, statement(target));
    return new Proposal.Steps(
        List.of(
            new Step(
                "deny to " + principal + " that it decrypts with " + target.name("key"),
                put(target, after),
                List.of(new Made("/policy", text(after))),
                Optional.of(put(target, before.get())))),
        List.of());
  }

  private static ActCall put(Target target, String policy) {
    return KeyCalls.call(
        target, "PutKeyPolicy", object().put("PolicyName", "default").put("Policy", policy));
  }

  /// By a condition, so that the policy stays good when the role is deleted and made anew, and
  /// holds for its sessions. Who could make a grant could have another decrypt in its place.
  private static ObjectNode statement(Target target) {
    var statement = object().put("Sid", sid(target)).put("Effect", "Deny");
    statement.putObject("Principal").put("AWS", "*");
    statement.putArray("Action").add("kms:Decrypt").add("kms:ReEncryptFrom").add("kms:CreateGrant");
    statement.put("Resource", "*");
    statement
        .putObject("Condition")
        .putObject("ArnEquals")
        .put("aws:PrincipalArn", target.name("principal"));
    return statement;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var what = "key " + target.name("key");
    var then = Calls.given(before.at("/policy"));
    var now = Calls.given(after.at("/policy"));
    var arn = KeyCalls.arn(target);
    var manage =
        List.of(new Permission("kms:PutKeyPolicy", arn), new Permission("kms:GetKeyPolicy", arn));
    return List.of(
        new Claim.Policy(what, then, now, true),
        new Claim.Self(target.name("principal"), target.name("principal")),
        new Claim.Keeps(what, Optional.empty(), then, now, manage),
        new Claim.Keeps(
            what,
            Optional.of("arn:aws:iam::" + target.account() + ":root"),
            then,
            now,
            List.of(new Permission("kms:PutKeyPolicy", arn), new Permission("kms:Decrypt", arn))));
  }
}
