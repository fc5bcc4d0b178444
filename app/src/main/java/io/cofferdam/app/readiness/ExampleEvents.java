package io.cofferdam.app.readiness;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The events that the logs of a store would hold of an example: somebody without a credential
/// takes some of its objects whole, in one hour.
final class ExampleEvents {
  private static final long SIZE = 1 << 20;
  private static final int HOURS = 5;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Subject subject;
  private final StoreLogs logs;
  private final Instant begin;
  private final int taken;

  /// @param begin when all logs are here from, on the hour
  ExampleEvents(Subject subject, StoreLogs logs, Instant begin, boolean takes) {
    this.subject = subject;
    this.logs = logs;
    this.begin = begin;
    this.taken = takes ? subject.taken().size() : 0;
  }

  /// The hours that are asked about: logs reach further at both ends.
  Window period() {
    return new Window(begin.plus(HOUR), begin.plus(HOUR.multipliedBy(3)));
  }

  /// Where the store is, and what each trail was told to log.
  List<ConfigurationItem> items() {
    var items = new ArrayList<ConfigurationItem>();
    if (!logs.region().isEmpty()) {
      items.add(item("AWS::S3::Bucket", logs.store().shortName(), logs.region(), "{}"));
    }
    for (var trail : logs.trails()) {
      if (trail.running() && trail.selectors() instanceof ObjectNode selectors) {
        var setting = JsonNodeFactory.instance.objectNode();
        setting.setAll(selectors);
        setting.put("name", trail.name());
        items.add(
            item("AWS::CloudTrail::Trail", trail.name(), trail.homeRegion(), setting.toString()));
      }
    }
    return items;
  }

  private ConfigurationItem item(String type, String id, String region, String configuration) {
    return new ConfigurationItem(
        ref(0),
        begin.plusSeconds(60),
        logs.account(),
        region,
        type,
        id,
        "",
        "OK",
        configuration,
        "");
  }

  /// An unbroken chain for each trail that writes digest files, in its own region and the store's.
  List<TrailDigest> digests() {
    var digests = new ArrayList<TrailDigest>();
    for (var trail : logs.reaching()) {
      if (trail.running() && trail.digests()) {
        var regions = new TreeSet<>(List.of(trail.homeRegion(), logs.region()));
        regions.forEach(region -> chain(trail, region, digests));
      }
    }
    return digests;
  }

  private void chain(TrailLogs trail, String region, List<TrailDigest> into) {
    var before = "";
    for (int hour = 0; hour < HOURS; hour++) {
      var end = begin.plus(HOUR.multipliedBy(hour + 1L));
      var name = name(trail, region, end);
      into.add(
          new TrailDigest(
              ref(hour),
              end.minus(HOUR),
              end,
              logs.account(),
              region,
              name,
              name,
              before,
              before,
              SignatureCheck.VALID,
              List.of()));
      before = name;
    }
  }

  private String name(TrailLogs trail, String region, Instant end) {
    return logs.account()
        + "_CloudTrail-Digest_"
        + region
        + "_"
        + trail.name()
        + "_"
        + trail.homeRegion()
        + "_"
        + STAMP.format(end)
        + ".json.gz";
  }

  /// The reads, told by each log that there is, under one request id.
  List<ObjectAccess> reads() {
    var reads = new ArrayList<ObjectAccess>();
    for (int i = 0; i < taken; i++) {
      if (logs.dataEvents()) {
        reads.add(read(i, AccessLog.CLOUDTRAIL_DATA, "GetObject", -1));
      }
      if (logs.serverAccess()) {
        reads.add(read(i, AccessLog.S3_SERVER_ACCESS, "REST.GET.OBJECT", SIZE));
      }
    }
    return reads;
  }

  private ObjectAccess read(int number, AccessLog log, String action, long size) {
    var object = subject.taken().get(number);
    return new ObjectAccess(
        ref(number),
        begin.plus(HOUR.multipliedBy(2)).plusSeconds(number),
        log,
        AccessOperation.READ,
        action,
        stranger(),
        logs.store(),
        object.key(),
        object.version(),
        "",
        SIZE,
        size,
        200,
        "",
        String.format("EXAMPLE%09d", number),
        false,
        logs.account(),
        logs.region());
  }

  private static Caller stranger() {
    return new Caller(
        CallerKind.ANONYMOUS, "anonymous", "", "", "", "", "203.0.113.7", "curl/8.0", "");
  }

  /// Statements by which a database's relations were read whole from an address outside.
  List<DatabaseStatement> statements() {
    var statements = new ArrayList<DatabaseStatement>();
    var parts = logs.store().id().split("[:/]", -1);
    if (!logs.statements() || parts.length < 4) {
      return statements;
    }
    for (int i = 0; i < taken; i++) {
      statements.add(
          new DatabaseStatement(
              ref(i),
              begin.plus(HOUR.multipliedBy(2)).plusSeconds(i),
              parts[1],
              parts[2],
              parts[3],
              "stranger",
              "203.0.113.7",
              "session",
              "SELECT",
              List.of(subject.taken().get(i).key()),
              -1,
              true,
              true));
    }
    return statements;
  }

  /// The objects taken, with their sizes. The data map says how many more there are; without that,
  /// no number can stand for what an inventory would list.
  List<InventoryObject> inventory() {
    var objects = new ArrayList<InventoryObject>();
    if (logs.inventory() && subject.store().objects() >= 0) {
      for (int i = 0; i < subject.taken().size(); i++) {
        var object = subject.taken().get(i);
        objects.add(
            new InventoryObject(
                ref(i),
                begin,
                logs.store(),
                object.key(),
                object.version(),
                true,
                false,
                SIZE,
                "",
                ""));
      }
    }
    return objects;
  }

  /// The hourly usage report, which can be drawn after a leak without having been set up. Where no
  /// log tells of reads it caps them at all that were metered, which may be every object and more;
  /// then it is left out.
  List<HourlyUsage> usage() {
    var rows = new ArrayList<HourlyUsage>();
    if (logs.dataEvents() || logs.serverAccess()) {
      for (int hour = 0; hour < HOURS; hour++) {
        long reads = hour == 2 ? taken : 0;
        rows.add(usage(hour, "PutObject", "Requests-Tier1", 1));
        rows.add(usage(hour, "GetObject", "Requests-Tier2", reads));
        rows.add(usage(hour, "GetObject", "DataTransfer-Out-Bytes", reads * SIZE));
        rows.add(usage(hour, "GetObject", "C3DataTransfer-Out-Bytes", 0));
      }
    }
    return rows;
  }

  private HourlyUsage usage(int hour, String operation, String type, long amount) {
    var start = begin.plus(HOUR.multipliedBy(hour));
    return new HourlyUsage(
        ref(hour), start, start.plus(HOUR), logs.store(), operation, type, amount);
  }

  private static EventRef ref(int record) {
    return new EventRef(1, record + 1L, "");
  }
}
