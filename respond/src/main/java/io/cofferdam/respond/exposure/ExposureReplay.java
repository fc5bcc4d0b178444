package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.FoundSetting;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.respond.tamper.TamperFinder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Replays configuration changes into OPEN, CLOSED and UNKNOWN spans per resource and audience.
///
/// Events may be added by several threads, in any order, and more than once; memory grows with the
/// number of configuration events only. OPEN and CLOSED are claimed only where they are proved:
/// from a known state onwards while digest files prove the management logs complete, and at
/// seconds in which an outsider's access succeeded. Everything else is UNKNOWN and says how it
/// looked.
public final class ExposureReplay {
  private final BucketFacts buckets = new BucketFacts();
  private final Map<Share.Key, Share> shares = new ConcurrentHashMap<>();
  private final Map<GrantChange.Key, GrantChange> grants = new ConcurrentHashMap<>();
  private final Map<PolicyChange.Key, PolicyChange> policies = new ConcurrentHashMap<>();
  private final Map<DatabaseChange.Key, DatabaseChange> databases = new ConcurrentHashMap<>();
  private final AzureFacts azure = new AzureFacts();
  private final Map<Witness.Key, Witness> witnesses = new ConcurrentHashMap<>();
  private final TamperFinder tampers = new TamperFinder();

  /// Whether an API call of this kind matters to exposure, tampering or coverage.
  public static boolean wants(Provider provider, String service, String action) {
    return WatchedActions.kindOf(provider, service, action).isPresent()
        || TamperFinder.wants(provider, service, action);
  }

  /// Takes a call; one that is not wanted, or that failed, changes nothing.
  public void add(ApiCall call) {
    if (!BucketDecider.ALWAYS.contains(call.time())) {
      return;
    }
    if (call.provider() == Provider.AZURE
        && WatchedActions.kindOf(call.provider(), call.service(), call.action()).isPresent()) {
      azure.add(call);
    }
    if (!call.succeeded()) {
      return;
    }
    tampers.add(call);
    var kind = WatchedActions.kindOf(call.provider(), call.service(), call.action());
    if (kind.isEmpty()) {
      return;
    }
    if (kind.get() == ResourceKind.S3_BUCKET) {
      buckets.add(call);
    } else {
      ShareEvents.read(call, kind.get()).forEach(s -> shares.merge(s.key(), s, Share::first));
      GrantEvents.read(call, kind.get()).forEach(g -> grants.merge(g.key(), g, GrantChange::first));
      if (kind.get() == ResourceKind.DATABASE) {
        DatabaseEvents.read(call).forEach(d -> databases.merge(d.key(), d, DatabaseChange::first));
      }
      PolicyEvents.read(call, kind.get())
          .forEach(p -> policies.merge(p.key(), p, PolicyChange::first));
    }
  }

  /// Takes an access; only one that sets a container's public access at its own endpoint matters.
  public void add(ObjectAccess access) {
    if (access.source() == AccessLog.AZURE_BLOB && BucketDecider.ALWAYS.contains(access.time())) {
      azure.add(access);
    }
  }

  /// Takes a full state as captured at one time.
  public void add(ConfigurationItem item) {
    if (BucketDecider.ALWAYS.contains(item.time())) {
      buckets.add(item);
    }
  }

  /// Takes one setting as a snapshot found it.
  public void add(FoundSetting found) {
    if (!BucketDecider.ALWAYS.contains(found.time())) {
      return;
    }
    if (found.resource().kind() == ResourceKind.S3_BUCKET
        || found.setting() == FoundSetting.Setting.ACCOUNT_BLOCK) {
      buckets.add(found);
    }
    FoundSettings.shares(found).forEach(g -> grants.merge(g.key(), g, GrantChange::first));
  }

  /// Takes the name of a bucket that logs are delivered to, so that acts on it count as tampering.
  public void addLogBucket(String bucket) {
    tampers.addLogBucket(bucket);
  }

  /// Takes the fact that someone of the audience did read from the resource at this instant.
  public void addWitness(ResourceId resource, Audience audience, Instant instant, EventRef event) {
    var witness = new Witness(resource, audience, instant, event);
    witnesses.merge(witness.key(), witness, Witness::first);
  }

  /// Decides every span of the period.
  ///
  /// @param ownAccounts the company's own accounts; they are never an audience
  /// @param knownStores stores that get a row even when no event mentions them
  /// @param coverage what the logs are proved to hold
  public ExposureResult resolve(
      Window period,
      List<String> ownAccounts,
      List<ResourceId> knownStores,
      CoverageResult coverage) {
    return resolve(period, ownAccounts, true, knownStores, coverage);
  }

  /// Decides every span of the period.
  ///
  /// @param ownAccounts accounts that are the company's own
  /// @param allTold whether those are all of them; where not, another account may be a sister, and
  ///     what is open to it is not known to be open to an outsider
  public ExposureResult resolve(
      Window period,
      List<String> ownAccounts,
      boolean allTold,
      List<ResourceId> knownStores,
      CoverageResult coverage) {
    var proved = new Proved(coverage);
    var deciders =
        List.of(
            new BucketDecider(buckets, proved, ownAccounts, allTold, period),
            new GrantDecider(grants.values(), proved, ownAccounts, allTold),
            new PolicyDecider(policies.values(), buckets.bySubject(), proved, ownAccounts, allTold),
            new AzureStoreDecider(azure.changes(), proved),
            new DatabaseDecider(databases.values(), knownStores, proved),
            new OtherDecider());
    var seen = new HashMap<ResourceId, List<Witness>>();
    for (var witness : witnesses.values()) {
      seen.computeIfAbsent(witness.resource(), _ -> new ArrayList<>()).add(witness);
    }
    seen.values().forEach(list -> list.sort(Witness.BY_TIME));
    var out = new Findings();
    var exposures = new ArrayList<Exposure>();
    for (var decider : deciders) {
      var resources = new TreeSet<>(decider.resources());
      knownStores.stream().filter(s -> decider.kinds().contains(s.kind())).forEach(resources::add);
      seen.keySet().stream()
          .filter(s -> decider.kinds().contains(s.kind()))
          .forEach(resources::add);
      for (var resource : resources) {
        exposures.addAll(
            decider.decide(resource, period, seen.getOrDefault(resource, List.of()), out));
      }
    }
    var changes =
        new ChangeList(ownAccounts).of(buckets, shares.values(), databases.values(), period);
    return new ExposureResult(exposures, tampers.find(period), out.unknowns(), changes);
  }
}
