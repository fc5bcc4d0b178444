package io.cofferdam.drill.truth;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.truth.Truth.ArtefactTruth;
import io.cofferdam.drill.truth.Truth.DutyTruth;
import io.cofferdam.drill.truth.Truth.ExposureTruth;
import io.cofferdam.drill.truth.Truth.Flags;
import io.cofferdam.drill.truth.Truth.ReaderTruth;
import io.cofferdam.drill.truth.Truth.SubjectTruth;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Request.Verb;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Works out the truth of a world by looking at what happened in it, never at a log.
public final class Truths {
  /// What was taken of one object: which of its bytes.
  private static final class Taken {
    final Store store;
    final StoredObject object;
    final TreeMap<Long, Long> ranges = new TreeMap<>();

    Taken(Store store, StoredObject object) {
      this.store = store;
      this.object = object;
    }

    void add(long from, long to) {
      ranges.merge(from, to, Math::max);
    }

    boolean whole() {
      long covered = 0;
      for (var range : ranges.entrySet()) {
        if (range.getKey() > covered) {
          return false;
        }
        covered = Math.max(covered, range.getValue());
      }
      return covered >= object.size();
    }

    boolean touches(int row) {
      return ranges.entrySet().stream()
          .anyMatch(range -> object.rowTouched(row, range.getKey(), range.getValue()));
    }
  }

  private final World world;
  private final DrillRequest request;
  private final IdentityHashMap<StoredObject, Taken> taken = new IdentityHashMap<>();
  private final List<Taken> order = new ArrayList<>();

  private Truths(World world, DrillRequest request) {
    this.world = world;
    this.request = request;
  }

  public static Truth of(World world, DrillRequest request) {
    return new Truths(world, request).truth();
  }

  private Truth truth() {
    for (var read : world.requests()) {
      if (read.reader() >= 0 && read.isRead() && read.object() != null) {
        note(read, read.object());
      }
    }
    var subjects = new TreeMap<String, BitSet>();
    var unresolved = new TreeMap<String, BitSet>();
    var people = new BitSet();
    for (var one : order) {
      count(one, subjects, unresolved, people);
    }
    var unresolvedCounts = new TreeMap<String, Long>();
    unresolved.forEach((name, set) -> unresolvedCounts.put(name, (long) set.cardinality()));
    var subjectList = new ArrayList<SubjectTruth>();
    subjects.forEach(
        (key, set) ->
            subjectList.add(
                new SubjectTruth(key.substring(0, 2), key.substring(3), set.cardinality())));
    return new Truth(
        1,
        world.scenario(),
        world.seed(),
        Instant.ofEpochSecond(world.from()),
        Instant.ofEpochSecond(world.until()),
        world.openings().stream().map(Truths::exposure).toList(),
        readers(),
        order.size(),
        people.cardinality(),
        subjectList,
        unresolvedCounts,
        artefacts(),
        origin(),
        duties(people, subjectList),
        flags(),
        world.story());
  }

  private void note(Request read, StoredObject object) {
    var one =
        taken.computeIfAbsent(
            object,
            o -> {
              var fresh = new Taken(read.store(), o);
              order.add(fresh);
              return fresh;
            });
    one.add(read.from(), read.to());
  }

  private void count(
      Taken one, Map<String, BitSet> subjects, Map<String, BitSet> unresolved, BitSet people) {
    var rows = one.object.rows();
    for (int r = 0; r < rows.size(); r++) {
      if (!one.touches(r)) {
        continue;
      }
      var row = rows.get(r);
      people.set(row.person());
      for (int c = 0; c < one.store.dataClasses().size(); c++) {
        if (((row.classes() >> c) & 1) == 1) {
          var dataClass = one.store.dataClasses().get(c);
          var country = world.people().home().get(row.person());
          subjects.computeIfAbsent(country + "/" + dataClass, _ -> new BitSet()).set(row.person());
          if (!world.people().resolved(row.person())) {
            unresolved.computeIfAbsent(dataClass, _ -> new BitSet()).set(row.person());
          }
        }
      }
    }
  }

  private static ExposureTruth exposure(Opening opening) {
    var until = opening.until();
    return new ExposureTruth(
        opening.resource().id(),
        opening.resource().kind().words(),
        opening.audience(),
        Instant.ofEpochSecond(opening.from()),
        until == null ? null : Instant.ofEpochSecond(until),
        opening.edge(),
        opening.waits());
  }

  private List<ReaderTruth> readers() {
    var readers = new ArrayList<ReaderTruth>();
    for (int i = 0; i < world.outsiders().size(); i++) {
      int number = i;
      var outsider = world.outsiders().get(i);
      var own = world.requests().stream().filter(r -> r.reader() == number).toList();
      var reads = own.stream().filter(Request::isRead).toList();
      var parts = new IdentityHashMap<StoredObject, Taken>();
      for (var read : reads) {
        var object = read.object();
        if (object != null) {
          parts
              .computeIfAbsent(object, o -> new Taken(read.store(), o))
              .add(read.from(), read.to());
        }
      }
      var addresses = new TreeSet<String>();
      reads.forEach(read -> addresses.add(read.seat().address()));
      readers.add(
          new ReaderTruth(
              outsider.kind(),
              outsider.principal(),
              List.copyOf(addresses),
              outsider.store().resource().id(),
              parts.size(),
              parts.values().stream().filter(part -> !part.whole()).count(),
              reads.size(),
              own.stream().filter(r -> r.succeeded() && r.verb() == Verb.LIST).count(),
              reads.stream().mapToLong(Request::bytes).sum(),
              reads.isEmpty() ? null : Instant.ofEpochSecond(reads.getFirst().second()),
              reads.isEmpty() ? null : Instant.ofEpochSecond(reads.getLast().second())));
    }
    return readers;
  }

  private List<ArtefactTruth> artefacts() {
    var found = new TreeMap<String, ArtefactTruth>();
    for (var one : order) {
      if (one.store.artefact().isEmpty()) {
        continue;
      }
      var version = folder(one.object.key());
      var key = one.store.resource().id() + " " + version;
      long total =
          one.store.objects().stream().filter(o -> folder(o.key()).equals(version)).count();
      var before = found.get(key);
      long parts = (before == null ? 0 : before.parts()) + (one.whole() ? 1 : 0);
      found.put(
          key,
          new ArtefactTruth(
              one.store.resource().id(), one.store.artefact(), version, parts, total));
    }
    return List.copyOf(found.values());
  }

  private static String folder(String key) {
    int slash = key.lastIndexOf('/');
    return slash < 0 ? "" : key.substring(0, slash);
  }

  private List<String> origin() {
    var words =
        order.stream()
            .map(one -> one.store.role())
            .distinct()
            .sorted(Comparator.naturalOrder())
            .map(Truths::words)
            .toList();
    return words.isEmpty() ? List.of("undetermined") : words;
  }

  private static String words(StoreRole role) {
    return switch (role) {
      case TRAINING_DATA -> "training data";
      case WEIGHTS -> "weights";
      case INFERENCE_DATA -> "inference data";
      case RETRIEVAL_STORE -> "retrieval store";
      case CUSTOMER_STORE -> "customer store";
      case LOGS, CODE, OTHER, UNKNOWN -> "undetermined";
    };
  }

  private List<DutyTruth> duties(BitSet people, List<SubjectTruth> subjects) {
    return Duties.of(world, !people.isEmpty(), !order.isEmpty(), subjects);
  }

  /// A database's own log proves nothing about what is not in it, and Azure's storage logs are best
  /// effort.
  private boolean provable() {
    return world.stores().stream()
        .map(s -> s.resource().kind())
        .noneMatch(k -> k == ResourceKind.DATABASE || k == ResourceKind.AZURE_CONTAINER);
  }

  private Flags flags() {
    var marks = world.marks();
    var loss = request.loss();
    boolean lossless =
        loss.cloudTrail() == 0
            && loss.s3Access() == 0
            && loss.usage() == 0
            && loss.inventory() == 0
            && loss.digests() == 0;
    var has = request.sources();
    // Metering names every store, and tells of all hours between its first row and its last.
    boolean tells =
        (has.dataEvents() && has.selectors() && has.startState() && has.digests())
            || (has.startState() && has.usage() && (has.dataEvents() || has.serverAccessLogs()));
    // The size of an object, and which version was current, stand in the inventory alone or, where
    // there is but one version, also in server access logs.
    boolean sizes = has.inventory() || (has.serverAccessLogs() && !marks.versions());
    // CloudTrail names callers of another account by id alone; of a sister's, whether it is the
    // declared one then stands in server access logs alone.
    boolean callers =
        has.serverAccessLogs()
            || world.requests().stream()
                .noneMatch(
                    r ->
                        r.seat().actor() instanceof Actor.Foreign(String account, _, _)
                            && account.equals(world.company().sister()));
    return new Flags(
        lossless && tells && sizes && callers && has.dataMap() && has.subjectIndex() && provable(),
        marks.partialReads(),
        marks.unloggedReads(),
        marks.versions(),
        marks.zz(),
        marks.edgeReads(),
        marks.waitsForAccess(),
        marks.quiet());
  }
}
