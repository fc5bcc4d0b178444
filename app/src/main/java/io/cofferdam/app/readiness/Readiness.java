package io.cofferdam.app.readiness;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.posture.inventory.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Works out for each store that matters what could be said if it leaked now.
///
/// Cost: for each store two investigations of an example with at most a thousand reads, and two for
/// each change that is tried; where the store has a subject index, each reads it once.
public final class Readiness {
  private final Inventory inventory;
  private final DataMap map;
  private final Instant at;
  private final Map<ResourceId, Long> readsPerDay;

  /// @param at when the inventory was read
  /// @param readsPerDay how often each store is read, as far as a usage report tells
  public Readiness(
      Inventory inventory, DataMap map, Instant at, Map<ResourceId, Long> readsPerDay) {
    this.inventory = inventory;
    this.map = map;
    this.at = at;
    this.readsPerDay = Map.copyOf(readsPerDay);
  }

  /// The stores, those of which least could be said first.
  public List<StoreReadiness> stores() {
    var logs = new LogsOfStores(inventory);
    var stores = new ArrayList<StoreReadiness>();
    try {
      var temporary = Files.createTempDirectory("cofferdam-readiness");
      try {
        var rehearsal = new Rehearsal(temporary, at);
        for (var subject : new LikelyStores(inventory, map).subjects()) {
          logs.of(subject.store().resource())
              .ifPresent(known -> stores.add(store(rehearsal, subject, known)));
        }
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    stores.sort(
        Comparator.comparingLong(Readiness::width)
            .reversed()
            .thenComparing(s -> s.store().id())
            .thenComparing(StoreReadiness::name));
    return stores;
  }

  /// Stores of the data map that the snapshot does not hold, so that nothing is said of them.
  public List<String> notFound() {
    var logs = new LogsOfStores(inventory);
    return map.stores().stream()
        .filter(store -> logs.of(store.resource()).isEmpty())
        .map(store -> store.name() + " (" + store.resource().id() + ")")
        .toList();
  }

  /// People weigh before objects, and what has no limit before what has one.
  private static long width(StoreReadiness store) {
    var people = store.nothing().people();
    return people.bounded() && people.width() > 0
        ? people.width()
        : store.nothing().objects().width();
  }

  private record Pair(LeakAnswer leak, LeakAnswer nothing) {}

  private record Tried(Candidate candidate, Pair then, Gain gain) {}

  private StoreReadiness store(Rehearsal rehearsal, Subject subject, StoreLogs logs) {
    var answered = new HashMap<Object, Pair>();
    var now = answer(rehearsal, subject, logs, answered);
    var tried = new ArrayList<Tried>();
    for (var candidate : Candidates.of(subject, logs)) {
      var then = answer(rehearsal, candidate.subject(), candidate.logs(), answered);
      var gain = Gain.of(now.leak(), then.leak(), now.nothing(), then.nothing());
      if (gain.any()) {
        tried.add(new Tried(candidate, then, gain));
      }
    }
    tried.sort(
        Comparator.comparing(Tried::gain)
            .reversed()
            .thenComparing(each -> each.candidate().logsReads()));
    return new StoreReadiness(
        subject.store().resource(),
        subject.store().name(),
        subject.guess(),
        now.leak(),
        now.nothing(),
        tried.isEmpty() ? nothingHelps(now) : tried.getFirst().candidate().lack(),
        LogWords.of(logs),
        logs.unknown(),
        tried.stream().map(each -> change(each, logs.store())).toList());
  }

  private static String nothingHelps(Pair now) {
    return now.leak().exact() && now.nothing().exact()
        ? ""
        : "nothing that can be turned on proves its logs whole";
  }

  /// Changes that come to the same logs are rehearsed once.
  private static Pair answer(
      Rehearsal rehearsal, Subject subject, StoreLogs logs, Map<Object, Pair> answered) {
    record Same(
        DataMap map,
        List<TrailLogs> trails,
        boolean server,
        boolean inventory,
        boolean statements) {}
    return answered.computeIfAbsent(
        new Same(
            subject.map(), logs.trails(), logs.serverAccess(), logs.inventory(), logs.statements()),
        same ->
            new Pair(
                rehearsal.answer(subject, logs, true), rehearsal.answer(subject, logs, false)));
  }

  private LogChange change(Tried tried, ResourceId store) {
    var candidate = tried.candidate();
    boolean invented = candidate.id().equals(Candidates.PEOPLE);
    long events = candidate.logsReads() ? readsPerDay.getOrDefault(store, -1L) : -1;
    return new LogChange(
        candidate.id(),
        candidate.resource(),
        candidate.controls(),
        candidate.change(),
        candidate.how(),
        invented ? unknownPeople(tried.then().leak()) : tried.then().leak(),
        invented ? unknownPeople(tried.then().nothing()) : tried.then().nothing(),
        tried.gain().number(),
        events,
        candidate.logsReads() ? LogWords.events(events) : candidate.cost());
  }

  /// How many people it will be only the data map can say.
  private static LeakAnswer unknownPeople(LeakAnswer answer) {
    return new LeakAnswer(answer.taken(), answer.objects(), Bounds.unknown(), answer.noEvidence());
  }
}
