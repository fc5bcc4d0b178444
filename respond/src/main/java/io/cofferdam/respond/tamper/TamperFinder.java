package io.cofferdam.respond.tamper;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.exposure.LogTamper;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Finds acts against logs. Calls may be added by several threads, in any order, more than once.
///
/// Only calls that succeeded count. A span of doubt ends when the same log is switched on again,
/// else with the period; where written logs can vanish (a bucket of logs deleted or set to expire,
/// their key disabled) it begins with the period.
public final class TamperFinder {
  private final Map<TamperAct.Key, TamperAct> acts = new ConcurrentHashMap<>();
  private final Set<String> logBuckets = ConcurrentHashMap.newKeySet();
  private final Set<String> logKeys = ConcurrentHashMap.newKeySet();

  /// Whether a call of this kind switches a log off or on.
  public static boolean wants(Provider provider, String service, String action) {
    return LogSwitches.watches(provider, service, action);
  }

  /// Takes a call; one that is not wanted or failed is passed over.
  public void add(ApiCall call) {
    if (!call.succeeded() || !wants(call.provider(), call.service(), call.action())) {
      return;
    }
    destination(call);
    for (var act : LogSwitches.read(call)) {
      acts.merge(act.key(), act, TamperAct::first);
    }
  }

  /// Takes the name of a bucket that logs are delivered to.
  public void addLogBucket(String bucket) {
    if (!bucket.isEmpty()) {
      logBuckets.add(bucket);
    }
  }

  private void destination(ApiCall call) {
    var request = Json.parse(call.request());
    if (call.action().equals("CreateTrail") || call.action().equals("UpdateTrail")) {
      addLogBucket(Json.text(request, "s3BucketName"));
      var key = Json.text(request, "kmsKeyId");
      if (!key.isEmpty()) {
        logKeys.add(key.substring(key.lastIndexOf('/') + 1));
      }
    }
    if (call.action().equals("PutBucketLogging")) {
      addLogBucket(
          request
              .path("BucketLoggingStatus")
              .path("LoggingEnabled")
              .path("TargetBucket")
              .asText(""));
    }
  }

  /// The acts whose doubt reaches into the period, in order of time.
  public List<LogTamper> find(Window period) {
    var back = new HashMap<String, NavigableSet<Instant>>();
    var none = new HashMap<String, NavigableSet<Instant>>();
    for (var act : acts.values()) {
      (act.off() ? none : back).computeIfAbsent(act.stream(), _ -> new TreeSet<>()).add(act.time());
    }
    return acts.values().stream()
        .filter(TamperAct::off)
        .filter(this::concernsLogs)
        .filter(act -> takesAway(act, none))
        .map(act -> tamper(act, back, period))
        .filter(t -> t.doubtful().overlaps(period))
        .sorted(
            Comparator.comparing(LogTamper::time)
                .thenComparing(LogTamper::action)
                .thenComparing(LogTamper::target)
                .thenComparing(LogTamper::affects))
        .toList();
  }

  private boolean concernsLogs(TamperAct act) {
    return switch (act.affects()) {
      case LogBuckets.FILES -> logBuckets.contains(act.target());
      case LogBuckets.KEY ->
          logKeys.contains(act.target().substring(act.target().lastIndexOf('/') + 1));
      default -> true;
    };
  }

  /// Data events that were off already are not switched off by a selector without them.
  private static boolean takesAway(TamperAct act, Map<String, NavigableSet<Instant>> none) {
    return !act.affects().equals(TrailChanges.DATA)
        || (!act.action().equals("CreateTrail")
            && none.getOrDefault(act.stream(), new TreeSet<>()).lower(act.time()) == null);
  }

  private static LogTamper tamper(
      TamperAct act, Map<String, NavigableSet<Instant>> back, Window period) {
    var restored = back.getOrDefault(act.stream(), new TreeSet<>()).higher(act.time());
    var from = act.backwards() && period.from().isBefore(act.time()) ? period.from() : act.time();
    var until = restored != null ? restored : period.until();
    return new LogTamper(
        act.ref(),
        act.time(),
        act.action(),
        act.principal(),
        act.target(),
        act.affects(),
        new Window(from, until.isBefore(from) ? from : until));
  }
}
