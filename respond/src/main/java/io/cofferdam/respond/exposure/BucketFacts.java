package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.exposure.FoundSetting;
import io.cofferdam.respond.exposure.Observation.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// All that events told about buckets and account blocks; safe for several threads.
final class BucketFacts {
  private final Map<Observation.Key, Observation> observations = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> owners = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> regions = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> accountRegions = new ConcurrentHashMap<>();

  List<Observation> add(ApiCall call) {
    var told = BucketEvents.read(call);
    for (var observation : told) {
      add(observation);
      if (observation.subject() instanceof Subject.Bucket(String bucket)) {
        note(owners, bucket, call.account());
        note(regions, bucket, BucketEvents.region(call));
      }
    }
    note(accountRegions, call.account(), call.region());
    return told;
  }

  List<Observation> add(ConfigurationItem item) {
    var told = BucketItems.read(item);
    for (var observation : told) {
      add(observation);
      if (observation.subject() instanceof Subject.Bucket(String bucket)) {
        note(owners, bucket, item.account());
        note(regions, bucket, item.region());
      }
    }
    return told;
  }

  void add(FoundSetting found) {
    FoundSettings.bucket(found)
        .ifPresent(
            observation -> {
              add(observation);
              if (observation.subject() instanceof Subject.Bucket(String bucket)) {
                note(owners, bucket, found.account());
                note(regions, bucket, found.region());
              }
            });
  }

  private void add(Observation observation) {
    observations.merge(observation.key(), observation, Observation::first);
  }

  private static void note(Map<String, Set<String>> map, String key, String value) {
    if (!value.isEmpty() && !key.isEmpty()) {
      map.computeIfAbsent(key, _ -> new ConcurrentSkipListSet<>()).add(value);
    }
  }

  Set<String> buckets() {
    var names = new TreeSet<String>();
    for (var observation : observations.values()) {
      if (observation.subject() instanceof Subject.Bucket(String name)) {
        names.add(name);
      }
    }
    return names;
  }

  /// Accounts in which a change of the bucket was logged; its owner, when there is exactly one.
  Set<String> owners(String bucket) {
    return owners.getOrDefault(bucket, Set.of());
  }

  Set<String> regions(String bucket) {
    return regions.getOrDefault(bucket, Set.of());
  }

  Set<String> accountRegions(String account) {
    return accountRegions.getOrDefault(account, Set.of());
  }

  Map<Subject, List<Observation>> bySubject() {
    var grouped = new HashMap<Subject, List<Observation>>();
    for (var observation : observations.values()) {
      grouped.computeIfAbsent(observation.subject(), _ -> new ArrayList<>()).add(observation);
    }
    return grouped;
  }
}
