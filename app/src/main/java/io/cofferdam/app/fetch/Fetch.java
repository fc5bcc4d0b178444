package io.cofferdam.app.fetch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.BuildInfo;
import io.cofferdam.aws.AwsAccounts;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.AwsObjects;
import io.cofferdam.aws.AwsReader;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.collect.Patience;
import io.cofferdam.posture.collect.PatientReader;
import io.cofferdam.posture.collect.Ticker;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.plan.ServicePlan;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Copies the logs of an account for a span of time into a folder, what expires first before the
/// rest. A stopped fetch is gone on with by the same command.
///
/// The folder holds `logs/ACCOUNT/REGION/DAY/KIND/...`, `fetched.jsonl` with a line and a SHA-256
/// for each file, and, once all was gone through, `fetch.json` with the SHA-256 of that journal.
/// One run at a time writes to it; what else lies there is never written over.
public final class Fetch {
  private static final int HISTORY = 90;

  /// Lookups are answered twice a second in each region, log events 25 times (documented for the
  /// former; the latter from memory).
  private static final CollectPlan PACES =
      new CollectPlan(
          "aws",
          List.of(
              new ServicePlan("cloudtrail", false, "", 1, 2, List.of()),
              new ServicePlan("cloudwatchlogs", false, "", 1, 10, List.of()),
              new ServicePlan("s3", true, "", 8, 100, List.of())));

  private final Clock clock;
  private final FetchProgress progress;

  public Fetch(Clock clock, FetchProgress progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /// Fetches, and says what was and what was not.
  ///
  /// @throws CofferdamException where AWS does not say whose credentials these are, or in which
  ///     regions they work
  /// @throws IOException where the folder cannot be written
  public FetchResult of(FetchRequest request) throws IOException {
    var begun = clock.instant();
    try (var clients = new AwsClients(request.endpoint(), request.patience())) {
      clients.useProfile(AwsAccounts.UNKNOWN, request.profile());
      var near = request.endpoint().isPresent();
      var reader =
          new PatientReader(
              new AwsReader(clients), PACES, near ? Patience.NEAR : Patience.USUAL, Ticker.SYSTEM);
      var accounts = new AwsAccounts(reader);
      var account = accounts.caller();
      clients.useProfile(account, request.profile());
      reader.reached(account, AwsAccounts.HOME);
      var regions = request.regions().isEmpty() ? accounts.regions(account) : request.regions();
      var cloud = new LogCloud(reader, account);
      try (var folder = new CopyFolder(request.out());
          var journal = new FetchJournal(request.out())) {
        var asked = new AskedTime(request.since(), request.until(), begun);
        var units = units(request, asked, cloud, regions);
        var copying =
            new Copying(
                cloud,
                new AwsObjects(clients, request.patience()),
                new DayQuery(cloud, asked),
                journal,
                request.out(),
                clock,
                progress);
        copying.copy(units);
        var sources = (int) units.stream().map(LogUnit::source).distinct().count();
        var result =
            new FetchResult(
                copying.files(),
                copying.bytes(),
                copying.already(),
                sources,
                cloud.ends().stream().map(SourceEnd::words).distinct().sorted().toList());
        folder.finish(manifest(request, account, regions, cloud, result, begun));
        return result;
      }
    }
  }

  private List<LogUnit> units(
      FetchRequest request, AskedTime asked, LogCloud cloud, List<String> regions) {
    var first = request.firstDay();
    var last = request.lastDay();
    var buckets = new BucketListing(cloud, first, last);
    var sources = new SourceSearch(cloud, buckets, regions, request.groups()).sources();
    var retention = new Retention(cloud);
    var units = new ArrayList<LogUnit>();
    var trailed = new HashSet<String>();
    for (var source : sources) {
      if (SourceSearch.IN_BUCKETS.contains(source.kind())) {
        var days = retention.days(source);
        days.ifPresent(each -> cloud.keptUntil(source.words(), first.plusDays(each)));
        var found = buckets.units(source.keptFor(days));
        units.addAll(found);
        if (source.kind().equals("cloudtrail") && !found.isEmpty()) {
          trailed.add(source.region());
        }
      }
    }
    for (var source : sources) {
      switch (source.kind()) {
        case "guardduty", "securityhub" ->
            units.add(new LogUnit(source, last, "", asked.span(), -1));
        case "log-group" -> days(source, first, last.minusDays(1), asked, units);
        case "event-history" -> {
          if (!trailed.contains(source.region())) {
            var oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(HISTORY);
            days(source, oldest.isAfter(first) ? oldest : first, last.minusDays(1), asked, units);
          }
        }
        default -> {}
      }
    }
    units.sort(LogUnit.FIRST_TO_EXPIRE);
    return units;
  }

  private static void days(
      LogSource source, LocalDate first, LocalDate last, AskedTime asked, List<LogUnit> units) {
    for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
      units.add(new LogUnit(source, day, "", asked.part(day), -1));
    }
  }

  private ObjectNode manifest(
      FetchRequest request,
      String account,
      List<String> regions,
      LogCloud cloud,
      FetchResult result,
      Instant begun) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("version", "1");
    node.put("tool", "cofferdam " + BuildInfo.version());
    node.put("begun", begun.toString());
    node.put("ended", clock.instant().toString());
    node.put("since", request.since().toString());
    node.put("until", request.until().toString());
    node.put("account", account);
    regions.forEach(node.putArray("regions")::add);
    node.put("files", result.files() + result.already());
    var ends = node.putArray("problems");
    for (var end : cloud.ends()) {
      var told =
          ends.addObject()
              .put("what", end.what())
              .put("outcome", end.outcome().name().toLowerCase(Locale.ROOT))
              .put("why", end.why());
      cloud.expires(end.what()).ifPresent(day -> told.put("expires", day.toString()));
    }
    return node;
  }
}
