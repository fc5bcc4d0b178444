package io.cofferdam.respond.exposure;

import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.Spans;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Decides blob containers and storage accounts by what the Activity log tells of their settings.
///
/// For an account the question is whether some container can be open; keys and signatures that were
/// handed out are in the list of changes: who holds one needs no openness. A static website is
/// public on purpose and is not asked about, save where its own container `$web` is in question.
final class AzureStoreDecider implements KindDecider {
  private final Map<ResourceId, List<AzureChange>> changes = new TreeMap<>();
  private final Proved proved;
  private final AzureGate gate = new AzureGate();

  AzureStoreDecider(Collection<AzureChange> changes, Proved proved) {
    this.proved = proved;
    for (var change : changes) {
      this.changes.computeIfAbsent(change.resource(), _ -> new ArrayList<>()).add(change);
    }
  }

  @Override
  public Set<ResourceKind> kinds() {
    return Set.of(ResourceKind.AZURE_CONTAINER, ResourceKind.AZURE_STORAGE_ACCOUNT);
  }

  /// Only what an act opened as far as it could: the rest is in the list of changes.
  @Override
  public Set<ResourceId> resources() {
    return changes.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(AzureStoreDecider::opens))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean opens(AzureChange change) {
    return change
        .change()
        .value()
        .asOptional()
        .map(
            setting ->
                switch (setting) {
                  case AzureSetting.Level(var level) -> level != PublicAccessLevel.NONE;
                  case AzureSetting.Allowed(var allowed) -> allowed;
                  case AzureSetting.There _, AzureSetting.Network _, AzureSetting.Rules _ -> false;
                })
        .orElse(false);
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var account = AzureEvents.account(resource);
    boolean whole = account.equals(resource);
    var containers = whole ? containers(account) : Set.of(resource);
    var about = new ArrayList<>(changes.getOrDefault(account, List.of()));
    containers.forEach(c -> about.addAll(changes.getOrDefault(c, List.of())));
    var subscriptions =
        about.stream()
            .map(AzureChange::subscription)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    var owner = subscriptions.size() == 1 ? subscriptions.first() : "";
    var activity = proved.activity(owner);
    var endpoint = Spans.intersection(activity, proved.storageWrites(account));
    var always = List.of(BucketDecider.ALWAYS);
    var spans =
        new AzureSpans(
                new AzureTimelines(about, containers, whole, activity, endpoint, gate),
                new AzureTimelines(about, containers, whole, always, always, gate),
                activity,
                endpoint)
            .spans(period);
    if (AzureSpans.wanting(spans, new Audience.Anyone())) {
      out.unknown(
          "when " + resource.kind().words() + " " + resource.id() + " stood open",
          activity.isEmpty() ? AzureSpans.NO_ACTIVITY : AzureSpans.NO_WRITES);
    }
    var exposures = new ArrayList<Exposure>();
    for (var audience : KindDecider.always()) {
      for (var row : SpanRows.of(resource.shortName(), audience, spans, witnesses, out)) {
        exposures.add(
            new Exposure(
                resource,
                owner,
                audience,
                row.window(),
                row.state(),
                row.apparent(),
                because(row, proved.statement(owner, account))));
      }
    }
    return exposures;
  }

  /// A decided row says on whose word it rests.
  private static List<Reason> because(Row row, List<Reason> statement) {
    if (row.state() == ExposureState.UNKNOWN
        || row.because().stream().anyMatch(r -> r.text().equals(Witnessing.SHOWN))) {
      return row.because();
    }
    var because = new ArrayList<>(row.because());
    because.addAll(statement);
    return because;
  }

  private Set<ResourceId> containers(ResourceId account) {
    return changes.keySet().stream()
        .filter(r -> r.kind() == ResourceKind.AZURE_CONTAINER)
        .filter(r -> AzureEvents.account(r).equals(account))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
