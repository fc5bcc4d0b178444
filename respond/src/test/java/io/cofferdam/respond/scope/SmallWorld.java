package io.cofferdam.respond.scope;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.datamap.SubjectIndex;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.reads.ReadCollector;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.respond.reads.ReadQuestion.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A small invented leak of one bucket with everything known about it, and the naive truth: what
/// was read is looked at request by request, never by a log.
final class SmallWorld {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  static final int HOURS = 24;
  static final ResourceId BUCKET = ResourceId.bucket("shop-training");
  static final String OWNER = "111122223333";
  static final String ROLE = "arn:aws:iam::111122223333:role/training-loader";

  record Thing(String key, long size, List<Integer> people) {}

  record Request(int second, boolean outsider, int object, long from, long to, int number) {}

  /// What is told of the world.
  record Told(
      double loss,
      boolean inventory,
      boolean usage,
      boolean index,
      boolean totals,
      boolean complete,
      boolean serverLogs) {
    static final Told ALL = new Told(0, true, true, true, false, true, true);
  }

  final Random random;
  final List<Thing> things = new ArrayList<>();
  final List<String> countryOf = new ArrayList<>();
  final List<Boolean> hasCard = new ArrayList<>();
  final List<Request> requests = new ArrayList<>();
  final boolean stolenRole;
  int openFrom = 6;
  int openUntil = 12;

  SmallWorld(long seed, int objects, double share, boolean partial, boolean stolenRole) {
    random = new Random(seed);
    this.stolenRole = stolenRole;
    int people = objects * 2;
    for (int i = 0; i < people; i++) {
      countryOf.add(List.of("DE", "FR", "AT", "ZZ").get(random.nextInt(10) < 9 ? i % 3 : 3));
      hasCard.add(random.nextBoolean());
    }
    for (int i = 0; i < objects; i++) {
      var here = new ArrayList<Integer>();
      int n = i == 0 ? 2 : random.nextInt(5);
      for (int j = 0; j < n; j++) {
        here.add(random.nextInt(people));
      }
      things.add(new Thing("part-" + i + ".csv", 100 + random.nextInt(1000), here));
    }
    int taken = (int) Math.round(objects * share);
    int number = 0;
    for (int i = 0; i < taken; i++) {
      int object = random.nextInt(objects);
      long size = things.get(object).size();
      boolean cut = partial && random.nextInt(4) == 0;
      int second = openFrom * 3600 + random.nextInt((openUntil - openFrom) * 3600);
      requests.add(new Request(second, true, object, 0, cut ? size / 2 : size, number++));
    }
    for (int hour = 0; hour < HOURS; hour++) {
      int object = random.nextInt(objects);
      int second = hour * 3600 + random.nextInt(3600);
      requests.add(new Request(second, false, object, 0, things.get(object).size(), number++));
    }
  }

  Set<Integer> takenObjects() {
    var taken = new HashSet<Integer>();
    requests.stream().filter(Request::outsider).forEach(r -> taken.add(r.object()));
    return taken;
  }

  boolean partialReads() {
    return requests.stream().anyMatch(r -> r.outsider() && r.to() < things.get(r.object()).size());
  }

  /// People with a record, rows sharing the bytes evenly, of which some byte was sent.
  BitSet takenPeople() {
    var people = new BitSet();
    for (var request : requests) {
      var thing = things.get(request.object());
      for (int row = 0; request.outsider() && row < thing.people().size(); row++) {
        long start = thing.size() * row / thing.people().size();
        if (start < request.to()) {
          people.set(thing.people().get(row));
        }
      }
    }
    return people;
  }

  Map<String, Long> takenByCountry() {
    var counts = new TreeMap<String, Long>();
    takenPeople().stream().forEach(p -> counts.merge(countryOf.get(p), 1L, Long::sum));
    return counts;
  }

  Scope scope(Told told, long lossSeed) {
    try (var collector = new ReadCollector(temporary())) {
      var loss = new Random(lossSeed);
      for (var request : requests) {
        if (loss.nextDouble() >= told.loss()) {
          collector.add(access(request, AccessLog.CLOUDTRAIL_DATA));
        }
        if (told.serverLogs() && loss.nextDouble() >= told.loss()) {
          collector.add(access(request, AccessLog.S3_SERVER_ACCESS));
        }
      }
      if (told.inventory()) {
        int line = 0;
        for (var thing : things) {
          collector.add(
              new InventoryObject(
                  new EventRef(9, ++line, ""),
                  START.minusSeconds(1000 + line),
                  BUCKET,
                  thing.key(),
                  "",
                  true,
                  false,
                  thing.size(),
                  "",
                  ""));
        }
      }
      if (told.usage()) {
        usage(collector);
      }
      return ScopeCalculator.calculate(collector.resolve(question(told)));
    }
  }

  private static Path temporary() {
    try {
      return Files.createDirectories(Path.of("target", "worlds"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void usage(ReadCollector collector) {
    var gets = new HashMap<Integer, Long>();
    requests.forEach(r -> gets.merge(r.second() / 3600, 1L, Long::sum));
    collector.add(
        new HourlyUsage(
            new EventRef(8, 100, ""),
            START,
            START.plusSeconds(HOURS * 3600L),
            BUCKET,
            "StandardStorage",
            "EUC1-TimedStorage-ByteHrs",
            1_000_000));
    gets.forEach(
        (hour, n) ->
            collector.add(
                new HourlyUsage(
                    new EventRef(8, hour + 1L, ""),
                    START.plusSeconds(hour * 3600L),
                    START.plusSeconds(hour * 3600L + 3600),
                    BUCKET,
                    "GetObject",
                    "EUC1-Requests-Tier2",
                    n)));
  }

  ReadQuestion question(Told told) {
    var window = new Window(START, START.plusSeconds(HOURS * 3600L));
    var coverage =
        told.complete()
            ? List.of(
                new SourceCoverage(
                    "CloudTrail data events", BUCKET.id(), window, Coverage.COMPLETE, List.of()))
            : List.<SourceCoverage>of();
    return new ReadQuestion(
        stolenRole ? List.of(span(0, HOURS, ExposureState.CLOSED)) : exposures(),
        map(told),
        List.of(OWNER),
        Named.NOBODY,
        window,
        coverage);
  }

  private List<Exposure> exposures() {
    return List.of(
        span(0, openFrom, ExposureState.CLOSED),
        span(openFrom, openUntil, ExposureState.OPEN),
        span(openUntil, HOURS, ExposureState.CLOSED));
  }

  private static Exposure span(int from, int until, ExposureState state) {
    return new Exposure(
        BUCKET,
        OWNER,
        new Audience.Anyone(),
        new Window(START.plusSeconds(from * 3600L), START.plusSeconds(until * 3600L)),
        state,
        List.of());
  }

  private DataMap map(Told told) {
    var totals = new TreeMap<String, Long>();
    var everybody = new BitSet();
    things.forEach(t -> t.people().forEach(everybody::set));
    if (told.totals()) {
      everybody.stream().forEach(p -> totals.merge(countryOf.get(p), 1L, Long::sum));
    }
    var store =
        new Store(
            "training",
            BUCKET,
            "",
            StoreRole.TRAINING_DATA,
            List.of("contact", "card"),
            Ternary.TRUE,
            totals,
            List.of(ROLE),
            List.of(),
            "",
            Ternary.FALSE,
            things.size(),
            List.of());
    return new DataMap(
        Organisation.unknown(),
        List.of(OWNER),
        List.of("10.0.0.0/8"),
        List.of(store),
        told.index() ? Optional.of(this::eachEntry) : Optional.empty(),
        List.of());
  }

  private void eachEntry(java.util.function.Consumer<SubjectIndex.Entry> each) {
    for (var thing : things) {
      for (var person : new HashSet<>(thing.people())) {
        each.accept(
            new SubjectIndex.Entry(
                BUCKET.id(),
                thing.key(),
                "",
                "subject-" + person,
                countryOf.get(person),
                hasCard.get(person) ? List.of("contact", "card") : List.of("contact"),
                1));
      }
    }
  }

  private ObjectAccess access(Request r, AccessLog log) {
    boolean trail = log == AccessLog.CLOUDTRAIL_DATA;
    var session = "arn:aws:sts::111122223333:assumed-role/training-loader/i-0abc12345678";
    var caller =
        r.outsider() && !stolenRole
            ? new Caller(CallerKind.ANONYMOUS, "anonymous", "", "", "", "", "203.0.113.9", "", "")
            : new Caller(
                CallerKind.ROLE_SESSION,
                session,
                trail ? ROLE : "",
                OWNER,
                trail ? "ASIAEXAMPLE" : "",
                "",
                r.outsider() ? "203.0.113.9" : "10.1.2.3",
                "",
                "");
    var size = things.get(r.object()).size();
    boolean cut = r.to() < size;
    return new ObjectAccess(
        new EventRef(trail ? 1 : 2, r.number() + 1L, trail ? "event-" + r.number() : ""),
        START.plusSeconds(r.second()),
        log,
        AccessOperation.READ,
        trail ? "GetObject" : "REST.GET.OBJECT",
        caller,
        BUCKET,
        things.get(r.object()).key(),
        "",
        "",
        r.to(),
        trail ? -1 : size,
        trail ? 0 : cut ? 206 : 200,
        "",
        "REQ" + r.number(),
        false,
        OWNER,
        "eu-central-1");
  }
}
