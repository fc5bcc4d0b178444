package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Set;

/// Has an account refuse its own keys and all that was signed with them. Tokens of Microsoft Entra
/// ID, and signatures made with those, go on to work.
final class DisableSharedKey implements Act {
  private static final String SETTING = "allowSharedKeyAccess";

  private static final ActKind KIND =
      new ActKind(
          "azure.storage.disable-shared-key",
          "have a storage account refuse its keys and what they signed",
          List.of("group", "account"),
          WayBack.WHOLE,
          List.of(
              "every client that uses a key, a connection string or an account or service signature"
                  + " stops, for blobs, files, queues and tables",
              "going back makes the leaked keys and signatures work again: rotate the keys first",
              "acts on containers that were made with a key of the account cannot go back while it"
                  + " refuses keys: make them with a token",
              Limits.UNSET.formatted(SETTING, "true"),
              Limits.UNGUARDED),
          "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent");

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
    var obstacle = AccountState.obstacle(target, state);
    if (obstacle.isPresent()) {
      return new Proposal.Impossible(obstacle.get());
    }
    if (AccountState.setting(state, SETTING).equals(BooleanNode.FALSE)) {
      return new Proposal.Already("account " + target.name("account") + " refuses its keys");
    }
    return new Proposal.Steps(
        List.of(
            AccountState.change(
                target,
                state,
                "have account " + target.name("account") + " refuse its keys",
                SETTING,
                BooleanNode.FALSE)),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return AccountState.claims(
        target, Claim.Storage.Outsiders.KEY_HOLDERS, Set.of(SETTING), before, after);
  }
}
