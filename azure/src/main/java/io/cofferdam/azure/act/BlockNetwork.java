package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/// Shuts out every network that no rule of the account names. Its rules and its bypass are sent
/// along as they are: the service takes the whole of `networkAcls`.
final class BlockNetwork implements Act {
  private static final String SETTING = "networkAcls";

  private static final ActKind KIND =
      new ActKind(
          "azure.storage.block-network",
          "shut out of a storage account every network that no rule names",
          List.of("group", "account"),
          WayBack.WHOLE,
          List.of(
              "networks that its rules name, private endpoints and what its bypass names still get"
                  + " in: azure.storage.disable-public-network shuts the first out too",
              "our own network may be shut out: acts on containers cannot go back meanwhile, this"
                  + " one can",
              "Resource Manager reaches it as before",
              Limits.UNGUARDED),
          "https://learn.microsoft.com/azure/storage/common/storage-network-security");

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
    var name = target.name("account");
    if (!(AccountState.setting(state, SETTING) instanceof ObjectNode rules)) {
      return new Proposal.Impossible("account " + name + " tells no network rules [networkAcls]");
    }
    var perimeter = AccountState.setting(state, "publicNetworkAccess").asText("Enabled");
    if (perimeter.equals("Disabled")) {
      return new Proposal.Already("only private endpoints reach account " + name);
    }
    if (!perimeter.equals("Enabled")) {
      return new Proposal.Impossible(
          "publicNetworkAccess of "
              + name
              + " is `"
              + perimeter
              + "` [Enabled]: its rules do not count there");
    }
    return switch (rules.path("defaultAction").asText()) {
      case "Deny" -> new Proposal.Already("account " + name + " lets in named networks alone");
      case "Allow" -> {
        var denied = rules.deepCopy().put("defaultAction", "Deny");
        yield new Proposal.Steps(
            List.of(
                AccountState.change(
                    target,
                    state,
                    "shut out of account " + name + " every network that no rule names",
                    SETTING,
                    denied)),
            List.of());
      }
      default ->
          new Proposal.Impossible(
              "the default action of account "
                  + name
                  + " is `"
                  + rules.path("defaultAction").asText()
                  + "` [Allow, Deny]");
    };
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return AccountState.claims(
        target, Claim.Storage.Outsiders.UNNAMED_NETWORKS, Set.of(SETTING), before, after);
  }
}
