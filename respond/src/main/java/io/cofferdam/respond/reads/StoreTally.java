package io.cofferdam.respond.reads;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up the reads of one resource.
final class StoreTally {
  private static final int SOME = 20;

  private final ResourceId store;
  private String owner = "";
  private long reads;
  private long attempts;
  private long outsiders;
  private long undecided;
  private long bytes;
  private long possibleBytes;
  private long silent;
  private long trail;
  private long server;
  private long both;
  private long credentials;
  private long partial;
  private long listed;
  private boolean versioned;
  private long loose;
  private boolean trailSeen;
  private boolean serverLogSeen;
  private @Nullable Instant firstWitness;
  private @Nullable Instant lastWitness;
  private final Map<String, Long> rows = new HashMap<>();
  private final Map<String, Long> missing = new HashMap<>();
  private final List<EventRef> witnesses = new ArrayList<>();
  private final List<EventRef> events = new ArrayList<>();

  StoreTally(ResourceId store) {
    this.store = store;
  }

  void seen(JoinedRead read) {
    if (owner.isEmpty()) {
      owner = read.access().account();
    }
    trailSeen |= read.inTrail();
    serverLogSeen |= read.inServerLog();
  }

  void listed() {
    listed++;
  }

  void attempt() {
    attempts++;
  }

  void read(boolean inPart) {
    reads++;
    partial += inPart ? 1 : 0;
  }

  void outsider(JoinedRead read, Judgement.Outsider outsider) {
    outsiders++;
    trail += read.inTrail() ? 1 : 0;
    server += read.inServerLog() ? 1 : 0;
    both += read.inTrail() && read.inServerLog() ? 1 : 0;
    var sent = Math.max(0, read.access().bytes());
    silent += read.access().bytes() < 0 ? 1 : 0;
    if (outsider.kind() == ReaderKind.SUSPECTED) {
      possibleBytes += sent;
    } else {
      bytes += sent;
    }
    if (outsider.foreign()) {
      witness(read);
    } else {
      credentials++;
    }
    if (events.size() < SOME) {
      events.addAll(read.events());
    }
  }

  private void witness(JoinedRead read) {
    var time = read.access().time();
    lastWitness = lastWitness == null || time.isAfter(lastWitness) ? time : lastWitness;
    if (firstWitness == null || time.isBefore(firstWitness)) {
      firstWitness = time;
      witnesses.addFirst(read.access().ref());
    } else if (witnesses.size() < SOME) {
      witnesses.add(read.access().ref());
    }
    if (witnesses.size() > SOME) {
      witnesses.removeLast();
    }
  }

  /// Where keys have versions, a read that names none of an object that no inventory lists may
  /// have been of any version.
  void version(io.cofferdam.model.event.ObjectAccess access, boolean listed) {
    versioned |= !access.version().isEmpty() && !access.version().equals("null");
    loose += access.version().isEmpty() && !listed ? 1 : 0;
  }

  void undecided(JoinedRead read, Judgement.Missing what) {
    undecided++;
    possibleBytes += Math.max(0, read.access().bytes());
    silent += read.access().bytes() < 0 ? 1 : 0;
    missing.merge(what.words(), 1L, Long::sum);
    if (events.size() < SOME) {
      events.addAll(read.events());
    }
  }

  void rows(String relation, long count) {
    if (count > 0 && (rows.size() < 10_000 || rows.containsKey(relation))) {
      rows.merge(relation, count, Math::max);
    }
  }

  StoreReads reads(Metering metering, boolean inventory) {
    return new StoreReads(
        store,
        owner,
        reads,
        attempts,
        outsiders,
        undecided,
        bytes,
        possibleBytes,
        silent,
        trail,
        server,
        both,
        credentials,
        versioned ? loose : 0,
        partial,
        inventory,
        listed,
        trailSeen,
        serverLogSeen,
        metering.metersSameRegion(store),
        metering.spans(store),
        rows,
        missing,
        firstWitness == null || lastWitness == null
            ? null
            : new Window(firstWitness, lastWitness.plusNanos(1)),
        witnesses,
        events);
  }
}
