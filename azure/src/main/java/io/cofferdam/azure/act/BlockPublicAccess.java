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

/// Forbids an account to serve anybody without a credential, whatever its containers say.
final class BlockPublicAccess implements Act {
  private static final String SETTING = "allowBlobPublicAccess";

  private static final ActKind KIND =
      new ActKind(
          "azure.storage.block-public-access",
          "forbid public access to the blobs of a storage account",
          List.of("group", "account"),
          WayBack.WHOLE,
          List.of(
              "shared access signatures and keys go on to work",
              "a website of the account serves $web to everybody as before",
              Limits.UNSET.formatted(SETTING, "true"),
              Limits.UNGUARDED),
          "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent");

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
      return new Proposal.Already(
          "account " + target.name("account") + " serves nobody without a credential");
    }
    return new Proposal.Steps(
        List.of(
            AccountState.change(
                target,
                state,
                "forbid public access to account " + target.name("account"),
                SETTING,
                BooleanNode.FALSE)),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return AccountState.claims(
        target, Claim.Storage.Outsiders.ANONYMOUS, Set.of(SETTING), before, after);
  }
}
