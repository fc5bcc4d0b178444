package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.node.TextNode;
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

/// Switches the public endpoint of an account off: only private endpoints reach it.
final class DisablePublicNetwork implements Act {
  private static final String SETTING = "publicNetworkAccess";
  private static final String DISABLED = "Disabled";

  private static final ActKind KIND =
      new ActKind(
          "azure.storage.disable-public-network",
          "let only private endpoints reach a storage account",
          List.of("group", "account"),
          WayBack.WHOLE,
          List.of(
              "networks that its rules name are shut out too, ours among them: acts on containers"
                  + " cannot go back meanwhile, this one can",
              "Resource Manager reaches it as before",
              "whether services that Azure trusts still get in is not decided by the documents",
              Limits.UNSET.formatted(SETTING, "Enabled"),
              Limits.UNGUARDED),
          "https://learn.microsoft.com/azure/storage/common/storage-network-security-set-default-access");

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
    var setting = AccountState.setting(state, SETTING).asText("Enabled");
    if (setting.equals(DISABLED)) {
      return new Proposal.Already("only private endpoints reach account " + target.name("account"));
    }
    if (!setting.equals("Enabled")) {
      return new Proposal.Impossible(
          "publicNetworkAccess of "
              + target.name("account")
              + " is `"
              + setting
              + "` [Enabled]: change the network security perimeter instead");
    }
    return new Proposal.Steps(
        List.of(
            AccountState.change(
                target,
                state,
                "switch the public endpoint of account " + target.name("account") + " off",
                SETTING,
                TextNode.valueOf(DISABLED))),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return AccountState.claims(
        target, Claim.Storage.Outsiders.PUBLIC_NETWORKS, Set.of(SETTING), before, after);
  }
}
