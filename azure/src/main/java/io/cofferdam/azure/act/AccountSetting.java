package io.cofferdam.azure.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Claim.Storage.Outsiders;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Gives one setting of an account the value that shuts somebody out.
///
/// @param setting its name
/// @param shut the value
/// @param open the one it may have before, which is also what an account means that has none
/// @param closes whom it shuts out
/// @param words what the step does, with the account for `%s`
/// @param already what is so where it has the value, with the account for `%s`
record AccountSetting(
    ActKind kind,
    String setting,
    JsonNode shut,
    JsonNode open,
    Outsiders closes,
    String words,
    String already)
    implements Act {

  /// Forbids an account to serve anybody without a credential, whatever its containers say.
  static Act blockPublicAccess() {
    return new AccountSetting(
        kind(
            "azure.storage.block-public-access",
            "forbid public access to the blobs of a storage account",
            "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
            "shared access signatures and keys go on to work",
            "a website of the account serves $web to everybody as before",
            Limits.UNSET.formatted("allowBlobPublicAccess", "true")),
        "allowBlobPublicAccess",
        BooleanNode.FALSE,
        BooleanNode.TRUE,
        Outsiders.ANONYMOUS,
        "forbid public access to account %s",
        "account %s serves nobody without a credential");
  }

  /// Has an account refuse its own keys and all that was signed with them. Tokens of Microsoft
  /// Entra ID, and signatures made with those, go on to work.
  static Act disableSharedKey() {
    return new AccountSetting(
        kind(
            "azure.storage.disable-shared-key",
            "have a storage account refuse its keys and what they signed",
            "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
            "every client that uses a key, a connection string or an account or service signature"
                + " stops, for blobs, files, queues and tables",
            "going back makes the leaked keys and signatures work again: rotate the keys first",
            "acts on containers that were made with a key of the account cannot go back while it"
                + " refuses keys: make them with a token",
            Limits.UNSET.formatted("allowSharedKeyAccess", "true")),
        "allowSharedKeyAccess",
        BooleanNode.FALSE,
        BooleanNode.TRUE,
        Outsiders.KEY_HOLDERS,
        "have account %s refuse its keys",
        "account %s refuses its keys");
  }

  /// Switches the public endpoint of an account off: only private endpoints reach it.
  static Act disablePublicNetwork() {
    return new AccountSetting(
        kind(
            "azure.storage.disable-public-network",
            "let only private endpoints reach a storage account",
            "https://learn.microsoft.com/azure/storage/common/storage-network-security-set-default-access",
            "networks that its rules name are shut out too, ours among them: acts on containers"
                + " cannot go back meanwhile, this one can",
            "Resource Manager reaches it as before",
            "whether services that Azure trusts still get in is not decided by the documents",
            Limits.UNSET.formatted("publicNetworkAccess", "Enabled")),
        "publicNetworkAccess",
        TextNode.valueOf("Disabled"),
        TextNode.valueOf("Enabled"),
        Outsiders.PUBLIC_NETWORKS,
        "switch the public endpoint of account %s off",
        "only private endpoints reach account %s");
  }

  private static ActKind kind(String id, String title, String source, String... limits) {
    var all = new ArrayList<>(List.of(limits));
    all.add(Limits.UNGUARDED);
    return new ActKind(id, title, List.of("group", "account"), WayBack.WHOLE, all, source);
  }

  @Override
  public ActState look(Target target, Looking looking) {
    return AccountState.look(target, looking);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    return AccountState.unhindered(target, state, () -> steps(target, state));
  }

  private Proposal steps(Target target, ActState state) {
    var name = target.name("account");
    var now = AccountState.setting(state, setting);
    if (now.equals(shut)) {
      return new Proposal.Already(already.formatted(name));
    }
    if (!now.isMissingNode() && !now.equals(open)) {
      return new Proposal.Impossible(
          setting
              + " of account "
              + name
              + " is `"
              + now.asText()
              + "` ["
              + open.asText()
              + "]: change what decides in its place");
    }
    return new Proposal.Steps(
        List.of(AccountState.change(target, state, words.formatted(name), setting, shut)),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return AccountState.claims(target, closes, Set.of(setting), before, after);
  }
}
