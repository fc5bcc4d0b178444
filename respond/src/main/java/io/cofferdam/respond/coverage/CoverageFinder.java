package io.cofferdam.respond.coverage;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Unknown;
import io.cofferdam.model.datamap.CompleteLog;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.TrailSettings.Trail;
import io.cofferdam.respond.json.Json;
import io.cofferdam.respond.tamper.EventSelectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// Works out from digest files, event selectors and the inputs' hashes where logs are complete.
///
/// Events may be added by several threads, in any order, and more than once. Memory grows with the
/// digest files and the changes of trails; of other events only first and last instants are kept.
///
/// CloudTrail is COMPLETE for a region in a span where an unbroken chain of digest files names the
/// log files, each of them is here with the digest's hash and was read without a loss, the trail
/// was not stopped, and it was set to log the kind of event: told by its selectors, or, for
/// management events, shown by a change it did log.
public final class CoverageFinder {
  private record Place(String account, String region, TrailName name) {}

  private final Map<Place, List<TrailDigest>> digests = new ConcurrentHashMap<>();
  private final TrailSettings settings = new TrailSettings();
  private final Queue<CompleteLog> stated = new ConcurrentLinkedQueue<>();
  private final SeenSpans seen = new SeenSpans();
  private final Map<String, Set<String>> placesOfStore = new ConcurrentHashMap<>();

  /// Earliest logged change per hour, account and region.
  private final Map<Shown, Instant> shown = new ConcurrentHashMap<>();

  private record Shown(long hour, String account, String region) {}

  private record StorePlace(String store, String account, String region) {}

  /// Told of every access, of which nearly all are to the store of the one before.
  private volatile @Nullable StorePlace lastPlace;

  /// The span of which a digest file tells every event: its own without the last minutes, whose
  /// events may be delivered later; empty where it is too short.
  public static Optional<Window> told(TrailDigest digest) {
    var until = digest.end().minus(Chain.DELIVERY);
    return digest.time().isBefore(until)
        ? Optional.of(new Window(digest.time(), until))
        : Optional.empty();
  }

  /// Takes a digest file.
  public void add(TrailDigest digest) {
    var name = TrailName.of(digest.location(), digest.region());
    digests.merge(
        new Place(
            digest.account(),
            digest.region(),
            new TrailName(name.trail(), name.homeRegion(), false)),
        List.of(digest),
        CoverageFinder::both);
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    var both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /// Takes a call; those that set up trails and their selectors matter, and that a change was
  /// logged at all.
  public void add(ApiCall call) {
    settings.add(call);
    seen(call.account(), call.region(), call.time());
    if (!call.action().equals("PutObjectAcl")) {
      shown(
          new Shown(
              Math.floorDiv(call.time().getEpochSecond(), 3600), call.account(), call.region()),
          call.time());
    }
    bucket(call);
  }

  private void shown(Shown hour, Instant time) {
    var known = shown.get(hour);
    if (known == null || time.isBefore(known)) {
      shown.merge(hour, time, (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  private void bucket(ApiCall call) {
    if (call.service().equals("s3.amazonaws.com")) {
      var name = Json.parse(call.request()).path("bucketName").asText("");
      if (!name.isEmpty()) {
        place(ResourceId.bucket(name).id(), call.account(), call.region());
      }
    }
  }

  private void place(String store, String account, String region) {
    if (account.isEmpty() || region.isEmpty()) {
      return;
    }
    var place = new StorePlace(store, account, region);
    if (!place.equals(lastPlace)) {
      placesOfStore
          .computeIfAbsent(store, _ -> new ConcurrentSkipListSet<>())
          .add(Sources.accountRegion(account, region));
      lastPlace = place;
    }
  }

  /// Takes somebody's word that a log is here whole.
  public void add(CompleteLog log) {
    stated.add(log);
  }

  /// Takes the state of a trail as captured by AWS Config.
  public void add(ConfigurationItem item) {
    settings.add(item);
    if (item.resourceType().equals("AWS::S3::Bucket")) {
      place(ResourceId.bucket(item.resourceId()).id(), item.account(), item.region());
    }
  }

  /// Takes the fact that some management event of this account and region was read, wanted or not.
  public void seen(String account, String region, Instant time) {
    if (!account.isEmpty() && !region.isEmpty()) {
      seen.call(account, region, time);
    }
  }

  /// Takes the fact that an object access was read.
  public void seen(ObjectAccess access) {
    var source =
        switch (access.source()) {
          case CLOUDTRAIL_DATA -> Sources.DATA;
          case S3_SERVER_ACCESS -> Sources.S3_ACCESS_LOGS;
          case AZURE_BLOB -> Sources.AZURE_BLOB_LOGS;
        };
    seen.access(source, Sources.store(access.store()), access.time());
    if (source.equals(Sources.DATA)) {
      place(access.store().id(), access.account(), access.region());
    }
  }

  /// Decides what is complete, partial or absent in the period.
  ///
  /// COMPLETE spans may reach beyond the period; PARTIAL and ABSENT ones fill the rest of it.
  ///
  /// @param inputs every input with the hash of its unpacked content
  /// @param stores stores to speak of, even when no access to them was seen
  public CoverageResult resolve(Window period, List<InputSummary> inputs, List<ResourceId> stores) {
    var files = new Files(inputs);
    var chains = new ArrayList<Chain>();
    digests.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().toString()))
        .forEach(
            e ->
                chains.add(
                    new Chain(
                        e.getKey().account(),
                        e.getKey().region(),
                        e.getKey().name(),
                        e.getValue(),
                        files)));
    var selected = new HashMap<Chain, Map<Window, EventSelectors>>();
    for (var chain : chains) {
      selected.put(chain, selected(chain, chains));
    }
    var rows = new ArrayList<SourceCoverage>();
    management(chains, selected, period, rows);
    data(chains, selected, period, stores, rows);
    for (var source : List.of(Sources.S3_ACCESS_LOGS, Sources.AZURE_BLOB_LOGS)) {
      var abouts = new TreeSet<String>();
      stores.stream().filter(s -> fits(source, s)).forEach(s -> abouts.add(Sources.store(s)));
      abouts.addAll(seen.abouts(source));
      abouts.forEach(about -> rest(source, about, List.of(), List.of(), period, rows));
    }
    rows.addAll(StatedLogs.rows(List.copyOf(stated), inputs, period));
    return new CoverageResult(rows, chains.stream().map(Chain::summary).toList(), unknowns(chains));
  }

  private static boolean fits(String source, ResourceId store) {
    return store.kind()
        == (source.equals(Sources.AZURE_BLOB_LOGS)
            ? ResourceKind.AZURE_CONTAINER
            : ResourceKind.S3_BUCKET);
  }

  private Map<Window, EventSelectors> selected(Chain chain, List<Chain> chains) {
    var home = new ArrayList<Window>();
    var seenChanges = new TreeSet<Instant>();
    for (var other : chains) {
      if (other.trail().equals(chain.trail())
          && other.account().equals(chain.account())
          && other.homeRegion().equals(chain.homeRegion())) {
        if (other.region().equals(chain.homeRegion())) {
          home.addAll(other.complete());
        }
        shown.forEach(
            (where, time) -> {
              if (where.account().equals(other.account())
                  && where.region().equals(other.region())
                  && Spans.contain(other.complete(), time)) {
                seenChanges.add(time);
              }
            });
      }
    }
    var trail = new Trail(chain.account(), chain.trail());
    return settings.selected(trail, Spans.union(home), List.copyOf(seenChanges));
  }

  private List<Window> running(Chain chain, List<Window> spans) {
    var end = spans.isEmpty() ? Instant.EPOCH : spans.getLast().until();
    return Spans.minus(
        Spans.intersection(spans, chain.complete()),
        settings.stopped(new Trail(chain.account(), chain.trail()), end));
  }

  private void management(
      List<Chain> chains,
      Map<Chain, Map<Window, EventSelectors>> selected,
      Window period,
      List<SourceCoverage> rows) {
    var abouts = new TreeSet<String>();
    chains.forEach(c -> abouts.add(Sources.accountRegion(c.account(), c.region())));
    abouts.addAll(seen.abouts(Sources.MANAGEMENT));
    for (var about : abouts) {
      var complete = new ArrayList<Window>();
      var because = new ArrayList<Reason>();
      for (var chain : chains) {
        if (Sources.accountRegion(chain.account(), chain.region()).equals(about)) {
          var spans =
              selected.getOrDefault(chain, Map.of()).entrySet().stream()
                  .filter(e -> e.getValue().managementWrites())
                  .map(Map.Entry::getKey)
                  .toList();
          complete.addAll(running(chain, Spans.union(spans)));
          because.add(proof(chain));
        }
      }
      rest(Sources.MANAGEMENT, about, Spans.union(complete), because, period, rows);
    }
  }

  private void data(
      List<Chain> chains,
      Map<Chain, Map<Window, EventSelectors>> selected,
      Window period,
      List<ResourceId> stores,
      List<SourceCoverage> rows) {
    var abouts = new TreeSet<String>();
    stores.stream().filter(s -> fits(Sources.DATA, s)).forEach(s -> abouts.add(Sources.store(s)));
    abouts.addAll(seen.abouts(Sources.DATA));
    for (var about : abouts) {
      var bucket = about.substring(about.lastIndexOf(':') + 1);
      var places = placesOfStore.getOrDefault(about, Set.of());
      var complete = new ArrayList<Window>();
      var because = new ArrayList<Reason>();
      for (var chain : chains) {
        if (places.contains(Sources.accountRegion(chain.account(), chain.region()))
            && places.size() == 1) {
          var spans =
              selected.getOrDefault(chain, Map.of()).entrySet().stream()
                  .filter(e -> e.getValue().readsOfBucket(bucket))
                  .map(Map.Entry::getKey)
                  .toList();
          complete.addAll(running(chain, Spans.union(spans)));
          because.add(proof(chain));
        }
      }
      rest(Sources.DATA, about, Spans.union(complete), because, period, rows);
    }
  }

  private static Reason proof(Chain chain) {
    return Reason.of(
        "digest files of trail "
            + chain.trail()
            + " in "
            + chain.region()
            + " name every log file, and each is here unaltered (signatures "
            + chain.summary().signatures()
            + ")");
  }

  /// Adds the complete spans, and what the rest of the period is.
  private void rest(
      String source,
      String about,
      List<Window> complete,
      List<Reason> proof,
      Window period,
      List<SourceCoverage> rows) {
    var all = new ArrayList<SourceCoverage>();
    for (var span : complete) {
      all.add(new SourceCoverage(source, about, span, Coverage.COMPLETE, proof));
    }
    var some = seen.has(source, about);
    for (var span : Spans.minus(List.of(period), complete)) {
      all.add(
          new SourceCoverage(
              source,
              about,
              span,
              some ? Coverage.PARTIAL : Coverage.ABSENT,
              List.of(
                  Reason.of(
                      some
                          ? "some of it is here, and nothing proves that all of it is"
                          : "none of it is here"))));
    }
    all.sort(Comparator.comparing(r -> r.window().from()));
    rows.addAll(all);
  }

  private static List<Unknown> unknowns(List<Chain> chains) {
    var unknowns = new ArrayList<Unknown>();
    for (var chain : chains) {
      var summary = chain.summary();
      var where = " of trail " + chain.trail() + " in " + chain.region();
      if (summary.gaps() > 0) {
        unknowns.add(
            new Unknown(
                "CloudTrail between digest files" + where,
                "the chain of digest files is broken in "
                    + summary.gaps()
                    + " places; the missing digest files would decide"));
      }
      if (!chain.lacking().isEmpty()) {
        unknowns.add(
            new Unknown(
                "CloudTrail log files" + where,
                summary.missing()
                    + " missing, "
                    + summary.altered()
                    + " altered, "
                    + summary.unread()
                    + " with undecodable records, of "
                    + summary.named()
                    + " that digest files name; first "
                    + chain.lacking().getFirst()));
      }
      if (!summary.signatures().equals("valid")) {
        unknowns.add(
            new Unknown(
                "signatures of the digest files" + where,
                "they are " + summary.signatures() + "; --digest-keys would check them"));
      }
    }
    return unknowns;
  }
}
