package io.cofferdam.respond.exposure;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides EBS snapshots, machine images and RDS snapshots: each is open to the accounts it is
/// shared with, and to nobody without an account.
///
/// OPEN says that the share stood. Where the snapshot is encrypted, the account needs the key too,
/// which is a question to the key.
final class GrantDecider implements KindDecider {
  private static final Set<ResourceKind> KINDS =
      Set.of(ResourceKind.EBS_SNAPSHOT, ResourceKind.MACHINE_IMAGE, ResourceKind.RDS_SNAPSHOT);

  private final Map<ResourceId, List<GrantChange>> changes = new TreeMap<>();
  private final Proved proved;
  private final Set<String> ownAccounts;
  private final boolean accountsTold;

  GrantDecider(
      Collection<GrantChange> changes,
      Proved proved,
      List<String> ownAccounts,
      boolean accountsTold) {
    for (var change : changes) {
      this.changes.computeIfAbsent(change.resource(), _ -> new ArrayList<>()).add(change);
    }
    this.changes.replaceAll((resource, all) -> FoundSettings.settled(all));
    this.proved = proved;
    this.ownAccounts = Set.copyOf(ownAccounts);
    this.accountsTold = accountsTold;
  }

  @Override
  public Set<ResourceKind> kinds() {
    return KINDS;
  }

  /// Only what was shared with an outsider: the rest is in the list of changes.
  @Override
  public Set<ResourceId> resources() {
    return changes.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(this::opens))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean opens(GrantChange change) {
    return change.change().value().asOptional().orElse(false)
        && !change.grantee().isEmpty()
        && !change.grantee().equals(change.account())
        && !ownAccounts.contains(change.grantee());
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var ofResource = changes.getOrDefault(resource, List.of());
    var accounts = distinct(ofResource, GrantChange::account);
    var account = accounts.size() == 1 ? accounts.iterator().next() : "";
    var covered =
        account.isEmpty()
            ? List.<Window>of()
            : proved.bucket(account, distinct(ofResource, GrantChange::region));
    var shares = new GrantShares(ofResource, covered);
    var spans = shares.spans(period);
    var exposures = new ArrayList<Exposure>();
    for (var audience : audiences(ofResource, witnesses)) {
      for (var each : SpanRows.of(resource.shortName(), audience, spans, witnesses, out)) {
        var row = accountsTold ? each : SpanRows.perhapsOwn(each, audience);
        exposures.add(
            new Exposure(
                resource,
                account,
                audience,
                row.window(),
                row.state(),
                row.apparent(),
                row.because()));
      }
    }
    return exposures;
  }

  private static Set<String> distinct(List<GrantChange> changes, Function<GrantChange, String> of) {
    return changes.stream().map(of).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Audience> audiences(List<GrantChange> ofResource, List<Witness> witnesses) {
    var audiences = new LinkedHashSet<>(KindDecider.always());
    var foreign = new TreeSet<String>();
    ofResource.stream()
        .filter(this::opens)
        .map(GrantChange::grantee)
        .filter(g -> !g.equals(GrantEvents.ALL) && !g.startsWith("arn:"))
        .forEach(foreign::add);
    for (var witness : witnesses) {
      if (witness.audience() instanceof Audience.ForeignAccount(String account)) {
        foreign.add(account);
      }
    }
    foreign.forEach(a -> audiences.add(new Audience.ForeignAccount(a)));
    return audiences;
  }
}
