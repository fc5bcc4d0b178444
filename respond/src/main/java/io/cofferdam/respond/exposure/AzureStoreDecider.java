package io.cofferdam.respond.exposure;

import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
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
/// handed out are in the list of changes: who holds one needs no openness.
final class AzureStoreDecider implements KindDecider {
  private static final String WHY =
      AzureSpans.UNPROVED + "; the resource as it is now and the storage logs would narrow it";

  private final Map<ResourceId, List<AzureChange>> changes = new TreeMap<>();

  AzureStoreDecider(Collection<AzureChange> changes) {
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
                  case AzureSetting.Network _, AzureSetting.Rules _ -> false;
                })
        .orElse(false);
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var about = new ArrayList<>(changes.getOrDefault(resource, List.of()));
    var account = AzureEvents.account(resource);
    if (!account.equals(resource)) {
      about.addAll(changes.getOrDefault(account, List.of()));
    }
    var owner = about.isEmpty() ? "" : about.getFirst().subscription();
    var spans = new AzureSpans(about).spans(period);
    out.unknown("when " + resource.kind().words() + " " + resource.id() + " stood open", WHY);
    var exposures = new ArrayList<Exposure>();
    for (var audience : KindDecider.always()) {
      for (var row : SpanRows.of(resource.shortName(), audience, spans, witnesses, out)) {
        exposures.add(
            new Exposure(resource, owner, audience, row.window(), row.state(), row.because()));
      }
    }
    return exposures;
  }
}
