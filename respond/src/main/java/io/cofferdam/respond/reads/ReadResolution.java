package io.cofferdam.respond.reads;

import io.cofferdam.model.Unknown;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.reads.Judgement.Meant;
import io.cofferdam.respond.reads.Judgement.Outsider;
import io.cofferdam.respond.reads.Judgement.Undecided;
import io.cofferdam.respond.spill.AccessSpill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One pass over all accesses, joined by request: judges every reader and marks every object.
final class ReadResolution {
  private static final int GROUPS = 10_000;

  private final ReadQuestion question;
  private final AccessSpill accesses;
  private final AccessSpill inventory;
  private final CredentialChains chains;
  private final Sightings sightings;
  private final Metering metering;
  private final DatabaseRows rows;
  private final long flowBytes;
  private final ReaderJudge judge;
  private final ObjectTable objects;
  private final DatabaseNames databases;
  private final Map<ResourceId, StoreTally> stores = new HashMap<>();
  private final Map<ReaderTally.Group, ReaderTally> readers = new TreeMap<>();
  private final Set<ResourceId> inventoried = new HashSet<>();
  private long outside;
  private final UndecidedReads undecided = new UndecidedReads();
  private long nameless;
  private final List<SecretRead> secretReads = new ArrayList<>();
  private long secretReadsLeftOut;

  ReadResolution(
      ReadQuestion question,
      AccessSpill accesses,
      AccessSpill inventory,
      CredentialChains chains,
      Sightings sightings,
      Metering metering,
      DatabaseRows rows,
      long flowBytes) {
    this.question = question;
    this.accesses = accesses;
    this.inventory = inventory;
    this.chains = chains;
    this.sightings = sightings;
    this.metering = metering;
    this.rows = rows;
    this.flowBytes = flowBytes;
    judge = new ReaderJudge(question, chains, sightings);
    objects = new ObjectTable(question.dataMap());
    databases = new DatabaseNames(question.dataMap());
  }

  ReadFindings findings() {
    takeIndex();
    takeInventory();
    var join = new RequestJoin();
    join.forEach(accesses, this::take);
    objects.settle();
    var reads = new ArrayList<ReaderReads>();
    readers.values().forEach(t -> reads.add(t.reads(chains, judge.maskedAddress())));
    var byStore = new HashMap<ResourceId, StoreReads>();
    question.dataMap().stores().forEach(s -> tally(s.resource()));
    question.exposures().forEach(e -> tally(e.resource()));
    stores.forEach((id, tally) -> byStore.put(id, tally.reads(metering, inventoried.contains(id))));
    return new ReadFindings(
        question,
        reads,
        byStore,
        objects,
        join.duplicates(),
        join.joined(),
        outside,
        secretReads.stream().sorted(Comparator.comparing(SecretRead::time)).toList(),
        unknown(byStore));
  }

  /// The subject index names objects too; which of several versions a read meant cannot be told
  /// without knowing that there are several.
  private void takeIndex() {
    var names = new StoreNames(question.dataMap());
    question
        .dataMap()
        .subjects()
        .ifPresent(
            index ->
                index.forEach(
                    e ->
                        names
                            .resource(e.store())
                            .ifPresent(r -> objects.exists(r, e.key(), e.version(), -1, null))));
  }

  private void takeInventory() {
    var dated = datedInputs();
    inventory.forEachPartition(
        lines -> {
          for (var line : lines) {
            if (line.status() == 200) {
              var time = dated.contains(line.ref().input()) ? line.time() : null;
              int object =
                  objects.exists(line.store(), line.key(), line.version(), line.objectSize(), time);
              if (!objects.has(object, ObjectTable.LISTED)) {
                objects.list(object);
                tally(line.store()).listed();
              }
              inventoried.add(line.store());
            }
          }
        });
  }

  /// Inventories whose lines bear different times tell when each object was written; where all
  /// bear the same, it is the time of the inventory.
  private Set<Integer> datedInputs() {
    var first = new HashMap<Integer, Instant>();
    var dated = new HashSet<Integer>();
    inventory.forEachPartition(
        lines -> {
          for (var line : lines) {
            var known = first.putIfAbsent(line.ref().input(), line.time());
            if (known != null && !known.equals(line.time())) {
              dated.add(line.ref().input());
            }
          }
        });
    return dated;
  }

  private void take(JoinedRead told) {
    var read = told.at(databases.of(told.access().store()));
    var access = read.access();
    if (!question.window().contains(access.time())) {
      outside++;
      return;
    }
    var store = tally(access.store());
    store.seen(read);
    switch (access.operation()) {
      case READ -> takeRead(read, store);
      case LIST -> takeListing(read);
      case METADATA, WRITE, DELETE -> takeMention(access);
      case OTHER -> {}
    }
  }

  /// An object that is written, deleted or looked at exists, whether or not it is in an
  /// inventory.
  private void takeMention(ObjectAccess access) {
    if (access.succeeded() && !access.key().isEmpty()) {
      objects.accessed(access.store(), access.key(), access.version(), access.time());
    }
  }

  private void takeListing(JoinedRead read) {
    if (!read.access().succeeded()) {
      return;
    }
    var unit = objects.unitOf(read.access().store(), "");
    if (judge.judge(read.access(), unit) instanceof Outsider outsider) {
      group(outsider, read).listing(read);
    }
  }

  private void takeRead(JoinedRead read, StoreTally store) {
    var access = read.access();
    if (access.store().kind() == ResourceKind.SECRET) {
      takeSecret(access);
    }
    if (!access.succeeded()) {
      store.attempt();
      return;
    }
    if (access.key().isEmpty()) {
      nameless++;
      return;
    }
    metering.logged(access.store(), access.time(), isCopy(access), access.bytes());
    int found = objects.accessed(access.store(), access.key(), access.version(), access.time());
    boolean unclear = found < 0;
    int object = unclear ? -1 - found : found;
    if (access.objectSize() >= 0 && !unclear) {
      objects.learnSize(object, access.objectSize());
    }
    boolean part = unclear || inPart(access, object);
    store.read(part);
    switch (judge.judge(access, objects.unitOf(access.store(), access.key()))) {
      case Meant() -> {}
      case Undecided(var missing) -> {
        store.undecided(read, missing);
        undecided.take(read);
        objects.maybe(object, access.store(), unclear ? access.key() : "");
      }
      case Outsider outsider -> {
        store.outsider(read, outsider);
        group(outsider, read).read(read, object, part);
        if (unclear) {
          objects.maybe(object, access.store(), access.key());
          int gone = objects.gone(access.store(), access.key());
          mark(outsider.kind(), access, gone, true);
        } else {
          mark(outsider.kind(), access, object, part);
        }
        store.version(access, objects.has(object, ObjectTable.LISTED));
        if (outsider.kind() != ReaderKind.SUSPECTED) {
          store.rows(access.key(), rows.of(access.ref()));
        }
      }
    }
  }

  private void takeSecret(ObjectAccess access) {
    if (secretReads.size() == ReadFindings.SECRET_READS_AT_MOST) {
      secretReadsLeftOut++;
      return;
    }
    secretReads.add(
        new SecretRead(
            access.time(),
            access.action(),
            Principals.groupingName(access.caller()),
            access.caller().address(),
            access.store(),
            access.errorCode(),
            access.ref()));
  }

  private void mark(ReaderKind kind, ObjectAccess access, int object, boolean part) {
    if (kind == ReaderKind.SUSPECTED) {
      objects.mark(object, ObjectTable.SUSPECTED);
    } else if (part) {
      objects.mark(object, ObjectTable.PART);
    } else if (copiesWhole(access) || (access.bytes() >= 0 && sizeOf(access, object) >= 0)) {
      objects.mark(object, ObjectTable.WHOLE);
    } else {
      objects.sentUnsized(object, access.bytes());
    }
  }

  private long sizeOf(ObjectAccess access, int object) {
    return access.objectSize() >= 0 ? access.objectSize() : objects.bytes(object);
  }

  private boolean inPart(ObjectAccess access, int object) {
    if (copiesWhole(access)) {
      return false;
    }
    long size = sizeOf(access, object);
    if (access.bytes() >= 0 && size >= 0) {
      return access.bytes() < size;
    }
    return access.status() == 206;
  }

  /// A copy within the store's service takes the object whole, whatever bytes its log line tells;
  /// so does a statement that takes a whole table, of which no log tells the bytes.
  private static boolean copiesWhole(ObjectAccess access) {
    if (access.store().kind() == ResourceKind.DATABASE) {
      return access.status() != 206;
    }
    return switch (access.action()) {
      case "CopyObject", "REST.COPY.OBJECT_GET", "REST.COPY.OBJECT", "ReplicateObject" ->
          access.status() != 206;
      default -> false;
    };
  }

  private static boolean isCopy(ObjectAccess access) {
    return !access.copyTarget().isEmpty()
        || access.action().toUpperCase(Locale.ROOT).contains("COPY");
  }

  private ReaderTally group(Outsider outsider, JoinedRead read) {
    var caller = read.access().caller();
    var name = Principals.groupingName(caller);
    var key = new ReaderTally.Group(outsider.kind(), name, read.access().store());
    if (readers.size() >= GROUPS && !readers.containsKey(key)) {
      key = new ReaderTally.Group(outsider.kind(), "all others", read.access().store());
    }
    return readers.computeIfAbsent(key, k -> new ReaderTally(k, outsider.why(), caller));
  }

  private StoreTally tally(ResourceId store) {
    return stores.computeIfAbsent(store, StoreTally::new);
  }

  private static boolean objectsUnlogged(StoreReads store) {
    return switch (store.store().kind()) {
      case S3_BUCKET, S3_ACCESS_POINT, AZURE_CONTAINER ->
          !store.trailSeen() && !store.serverLogSeen();
      case AZURE_STORAGE_ACCOUNT,
          DATABASE,
          EBS_SNAPSHOT,
          MACHINE_IMAGE,
          RDS_SNAPSHOT,
          ECR_REPOSITORY,
          KMS_KEY,
          LAMBDA_FUNCTION,
          IAM_ROLE,
          SECRET,
          OTHER ->
          false;
    };
  }

  private List<Unknown> unknown(Map<ResourceId, StoreReads> byStore) {
    var unknown = new ArrayList<Unknown>();
    byStore.values().stream()
        .sorted((a, b) -> a.store().compareTo(b.store()))
        .forEach(
            s ->
                s.missing()
                    .forEach(
                        (what, count) ->
                            unknown.add(
                                new Unknown(
                                    "whether "
                                        + count
                                        + " reads of "
                                        + s.store().shortName()
                                        + " were by those it was meant for",
                                    "missing: " + what + "; by " + undecided.words(s.store())))));
    long unlogged = byStore.values().stream().filter(ReadResolution::objectsUnlogged).count();
    if (unlogged > 0) {
      unknown.add(
          new Unknown(
              "which objects of "
                  + unlogged
                  + (unlogged == 1 ? " store" : " stores")
                  + " were read, and by whom",
              "no log of object reads is among the inputs: no data events of CloudTrail and no"
                  + " access logs of the store"));
    }
    if (!judge.maskedAddress().isEmpty()) {
      unknown.add(
          new Unknown(
              "from where anybody acted",
              "every record bears the address "
                  + judge.maskedAddress()
                  + ", whoever acted; it proves nothing"));
    }
    if (nameless > 0) {
      unknown.add(new Unknown("the objects of " + nameless + " reads", "the log names no object"));
    }
    if (chains.dropped() > 0 || sightings.dropped() > 0) {
      unknown.add(
          new Unknown(
              "the origin of some sessions",
              "more sessions than can be followed at once: "
                  + (chains.dropped() + sightings.dropped())
                  + " were left out"));
    }
    if (secretReadsLeftOut > 0) {
      unknown.add(
          new Unknown(
              "who read secrets in " + secretReadsLeftOut + " further calls",
              "more reads of secrets than are listed one by one; name a principal or a period"));
    }
    if (flowBytes > 0) {
      unknown.add(
          new Unknown(
              "what the " + flowBytes + " bytes were that network flow logs show leaving",
              "flow logs name no objects"));
    }
    return unknown;
  }
}
