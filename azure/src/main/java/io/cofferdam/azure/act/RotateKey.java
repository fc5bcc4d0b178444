package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives one of the two keys of an account a new value. The old value, and all that was signed
/// with it, is refused from then on for ever. The new value is never read here: the service sends
/// it with its answer, and it is dropped there.
final class RotateKey implements Act {
  private static final ActKind KIND =
      new ActKind(
          "azure.storage.rotate-key",
          "give a key of a storage account a new value",
          List.of("group", "account", "key"),
          WayBack.NONE,
          List.of(
              "the old key never comes back, and every shared access signature that it signed dies"
                  + " with it: Azure keeps no list of them",
              "every client that uses the key, or a connection string with it, stops until it is"
                  + " given the new one",
              "the other key, signatures by it, and signatures of user delegation go on to work",
              "what is written to applications, vaults and pipelines is not changed: whoever needs"
                  + " the new key reads it from the account",
              "Azure tells when a key was made, and that alone shows the change"),
          "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    return AccountState.look(target, looking);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    return AccountState.unhindered(target, state, () -> steps(target, state));
  }

  private static Proposal steps(Target target, ActState state) {
    var key = target.name("key");
    // The time when the key was made stands in the state as the name of a member: a new key takes
    // it away, whatever its own time is.
    var made = new ArrayList<Made>();
    for (var time : state.at("/keys/" + key).properties()) {
      made.add(new Made("/keys/" + key + "/" + time.getKey(), MissingNode.getInstance()));
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "give " + key + " of account " + target.name("account") + " a new value",
                Calls.regenerateKey(target, key),
                made,
                Optional.empty())),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var claims = new ArrayList<Claim>();
    for (var claim :
        AccountState.claims(
            target, Claim.Storage.Outsiders.OLD_KEY_HOLDERS, Set.of(), before, after)) {
      claims.add(
          claim instanceof Claim.Storage(var what, var closes, var then, var now)
              ? new Claim.Storage(
                  what,
                  closes,
                  ((ObjectNode) then).put("oldKey", true),
                  ((ObjectNode) now).put("oldKey", same(target, before, after)))
              : claim);
    }
    return claims;
  }

  /// Whether the key is still the one that it was.
  private static boolean same(Target target, ActState before, ActState after) {
    var key = target.name("key");
    var times = after.at("/keys/" + key);
    for (var time : before.at("/keys/" + key).properties()) {
      if (times.has(time.getKey())) {
        return true;
      }
    }
    return times.isMissingNode();
  }
}
