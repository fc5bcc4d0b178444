package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.RefusedChange.change;

import io.cofferdam.respond.act.proof.Judgement.Verdict;
import java.util.stream.Stream;

/// Changes on Azure that must be refused.
final class RefusedStorage {
  private static final String POLICY =
      "'partner':{'Expiry':'2027-06-30T00:00:00Z','Permission':'%s'}";
  private static final String RULES = "'networkAcls':{'defaultAction':'%s','ipRules':[%s]}";
  private static final String ACCOUNT =
      "'id':'/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/shop',"
          + "'containers':{'training':'Blob'},"
          + "'settings':{'minimumTlsVersion':'TLS1_2',";

  private RefusedStorage() {}

  static Stream<RefusedChange> all() {
    return Stream.of(
            containers(),
            accounts(
                "azure.storage.block-public-access",
                "'allowBlobPublicAccess':true",
                "'allowBlobPublicAccess':false"),
            accounts(
                "azure.storage.disable-shared-key",
                "'allowSharedKeyAccess':true",
                "'allowSharedKeyAccess':false"),
            accounts(
                "azure.storage.block-network",
                RULES.formatted("Allow", ""),
                RULES.formatted("Deny", "")),
            accounts(
                "azure.storage.disable-public-network",
                "'publicNetworkAccess':'Enabled'",
                "'publicNetworkAccess':'Disabled'"),
            networks(),
            keys())
        .flatMap(each -> each);
  }

  private static Stream<RefusedChange> containers() {
    return Stream.of(
        container("'level':'none'", "'level':'blob'", Verdict.OPENS),
        container("'level':'container'", "'level':'blob'", Verdict.STILL_OPEN),
        container(
            "'level':'blob','policies':{}",
            "'level':'none','policies':{" + POLICY.formatted("rl") + "}",
            Verdict.OPENS),
        container(
            "'level':'blob','policies':{" + POLICY.formatted("r") + "}",
            "'level':'none','policies':{" + POLICY.formatted("rd") + "}",
            Verdict.OPENS));
  }

  private static RefusedChange container(String before, String after, Verdict verdict) {
    var none = before.contains("policies") ? "" : ",'policies':{}";
    return change("azure.container.close", "group", "g", "account", "shop", "container", "training")
        .from(before + none)
        .to(after + none, verdict);
  }

  /// A setting that stays open, one that is opened, and another that is changed on the way.
  private static Stream<RefusedChange> accounts(String act, String open, String closed) {
    return Stream.of(
        account(act, open, open, Verdict.STILL_OPEN),
        account(act, closed, open, Verdict.OPENS),
        change(act, "group", "g", "account", "shop")
            .from(ACCOUNT + open + "}")
            .to(ACCOUNT.replace("TLS1_2", "TLS1_0") + closed + "}", Verdict.LOSES));
  }

  private static RefusedChange account(String act, String before, String after, Verdict verdict) {
    return change(act, "group", "g", "account", "shop")
        .from(ACCOUNT + before + "}")
        .to(ACCOUNT + after + "}", verdict);
  }

  private static Stream<RefusedChange> networks() {
    var named = "{'value':'198.51.100.0/24','action':'Allow'}";
    var half = "{'value':'64.0.0.0/2','action':'Allow'}";
    return Stream.of(
        account(
            "azure.storage.block-network",
            RULES.formatted("Deny", ""),
            RULES.formatted("Deny", named),
            Verdict.OPENS),
        account(
            "azure.storage.block-network",
            RULES.formatted("Allow", half),
            RULES.formatted("Deny", half),
            Verdict.STILL_OPEN));
  }

  private static Stream<RefusedChange> keys() {
    var state = ACCOUNT + "'allowSharedKeyAccess':true},'keys':{'key1':{'2025-10-22':true}}";
    var other = state.replace("2025-10-22", "2026-11-22");
    return Stream.of(
        change("azure.storage.rotate-key", "group", "g", "account", "shop", "key", "key1")
            .from(state)
            .to(state, Verdict.STILL_OPEN),
        change("azure.storage.rotate-key", "group", "g", "account", "shop", "key", "key1")
            .from(state.replace("SharedKeyAccess':true", "SharedKeyAccess':false"))
            .to(other, Verdict.OPENS));
  }
}
