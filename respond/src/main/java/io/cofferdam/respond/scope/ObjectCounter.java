package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.respond.reads.ObjectTable;
import io.cofferdam.respond.reads.ReadFindings;
import io.cofferdam.respond.reads.StoreReads;
import io.cofferdam.respond.reads.Unit;
import java.util.ArrayList;
import java.util.List;

/// Counts objects per unit and resource, between what is proved and what is possible.
final class ObjectCounter {
  private static final class Tally {
    long known;
    long proved;
    long whole;
    long likely;
    long touched;
    long largest;
    boolean unsized;
  }

  private final ReadFindings findings;
  private final UnloggedReads unlogged;

  ObjectCounter(ReadFindings findings) {
    this.findings = findings;
    unlogged = new UnloggedReads(findings);
  }

  List<ResourceCount> count() {
    var tallies = tally();
    var counts = new ArrayList<ResourceCount>();
    findings.stores().values().stream()
        .filter(s -> Kinds.holdsContent(s.store()))
        .sorted((a, b) -> a.store().compareTo(b.store()))
        .forEach(s -> counts.add(resource(s, tallies)));
    return counts;
  }

  private List<Tally> tally() {
    var table = findings.objects();
    findings.stores().keySet().stream().sorted().forEach(table::unitsOf);
    var tallies = new ArrayList<Tally>();
    table.units().forEach(u -> tallies.add(new Tally()));
    for (int i = 0; i < table.size(); i++) {
      var tally = tallies.get(table.unit(i));
      boolean gone = table.has(i, ObjectTable.GONE);
      boolean proved =
          table.has(i, ObjectTable.WHOLE | ObjectTable.UNSIZED | ObjectTable.PART)
              && (!gone || table.countsApart(i));
      tally.known++;
      tally.proved += proved ? 1 : 0;
      tally.whole += table.has(i, ObjectTable.WHOLE) ? 1 : 0;
      boolean likely = proved || table.has(i, ObjectTable.SUSPECTED);
      tally.likely += likely ? 1 : 0;
      tally.touched += table.has(i, ObjectTable.TOUCHED) ? 1 : 0;
      tally.largest = Math.max(tally.largest, table.bytes(i));
      tally.unsized |= table.bytes(i) < 0;
    }
    return tallies;
  }

  private ResourceCount resource(StoreReads reads, List<Tally> tallies) {
    var cap = unlogged.of(reads);
    var missing = Recapture.missing(reads, cap);
    var units = new ArrayList<StoreCount>();
    for (var unit : findings.objects().unitsOf(reads.store())) {
      var tally = tallies.get(unit.number());
      if (unit.store() != null || tally.known > 0 || tallies.isEmpty() || soleUnit(reads)) {
        units.add(unit(unit, tally, reads, cap, missing));
      }
    }
    boolean counted = counted(reads, units);
    return new ResourceCount(
        reads, cap, units, counted, total(units, cap), bytes(reads, cap, units));
  }

  private boolean soleUnit(StoreReads reads) {
    return findings.objects().unitsOf(reads.store()).size() == 1;
  }

  private boolean counted(StoreReads reads, List<StoreCount> units) {
    boolean mapSays = !findings.question().dataMap().stores().isEmpty();
    return !mapSays
        || units.stream().anyMatch(u -> u.unit().store() != null)
        || reads.outsiders() > 0
        || isOpen(reads.store());
  }

  private boolean isOpen(ResourceId resource) {
    return findings.question().exposures().stream()
        .anyMatch(e -> e.resource().equals(resource) && e.state() == ExposureState.OPEN);
  }

  private StoreCount unit(
      Unit unit, Tally tally, StoreReads reads, Unlogged cap, Recapture.Missing missing) {
    var because = new ArrayList<Reason>();
    long universe = universe(unit, tally, reads);
    long touched = tally.touched + reads.unclearVersions();
    long unread = universe == Bounds.UNBOUNDED ? Bounds.UNBOUNDED : Math.max(0, universe - touched);
    long extra = cap.none() ? 0 : Math.min(cap.reads(), unread);
    long most = extra == Bounds.UNBOUNDED ? extra : touched + extra;
    long likely = Math.max(tally.proved, tally.likely);
    long estimate =
        reads.outsiders() == 0
            ? likely
            : likely + Math.round(missing.reads() * ((double) likely / reads.outsiders()));
    estimate = Math.clamp(estimate, tally.proved, most);
    if (reads.outsiders() > 0) {
      because.add(
          new Reason(
              reads.outsiders()
                  + " logged reads by outsiders, of "
                  + tally.proved
                  + " objects for certain",
              reads.events()));
    }
    if (tally.touched > tally.proved) {
      because.add(
          new Reason(
              (tally.touched - tally.proved)
                  + " more objects were read by callers of whom it is not certain whether the data"
                  + " was meant for them",
              reads.events()));
    }
    if (missing.reads() > 0) {
      because.add(Reason.of(missing.words()));
    }
    because.addAll(cap.because());
    if (!cap.none()) {
      because.add(Reason.of(upper(touched, cap, universe, most)));
    }
    return new StoreCount(
        unit,
        tally.known,
        universe,
        tally.proved,
        tally.whole,
        likely,
        touched,
        tally.unsized ? -1 : tally.largest,
        new Bounds(tally.proved, estimate, most),
        because);
  }

  private static String upper(long touched, Unlogged cap, long universe, long most) {
    if (most == Bounds.UNBOUNDED) {
      return "at most: not known, because neither an inventory nor the data map tells how many"
          + " objects there are";
    }
    var objects =
        universe == Bounds.UNBOUNDED ? "objects of unknown number" : universe + " objects";
    return "at most "
        + most
        + ": "
        + touched
        + " seen read and "
        + (most - touched)
        + " more ("
        + (cap.bounded() ? cap.reads() + " unlogged reads" : "no cap on unlogged reads")
        + ", "
        + objects
        + " in the store)";
  }

  /// How many objects there are at most: the inventory with all objects that logs and index name,
  /// and not fewer than the data map says.
  private static long universe(Unit unit, Tally tally, StoreReads reads) {
    var store = unit.store();
    long declared = store == null ? -1 : store.objects();
    if (Kinds.single(reads.store())) {
      declared = Math.max(declared, 1);
    }
    if (!reads.inventory() && declared < 0) {
      return Bounds.UNBOUNDED;
    }
    return Math.max(tally.known, declared);
  }

  private static Bounds total(List<StoreCount> units, Unlogged cap) {
    var sum = Bounds.ZERO;
    long touched = 0;
    for (var unit : units) {
      sum = sum.plus(unit.objects());
      touched += unit.touched();
    }
    if (!cap.bounded()) {
      return sum;
    }
    long most = Math.min(sum.atMost(), touched + (cap.none() ? 0 : cap.reads()));
    return new Bounds(sum.atLeast(), Math.min(sum.estimate(), most), Math.max(most, sum.atLeast()));
  }

  private static Bounds bytes(StoreReads reads, Unlogged cap, List<StoreCount> units) {
    long seen = reads.bytes() + reads.possibleBytes();
    long largest = units.stream().mapToLong(StoreCount::largest).max().orElse(-1);
    boolean sized =
        units.stream().allMatch(u -> u.largest() >= 0 && u.universe() <= u.known()) && largest > 0;
    long silent = reads.silent() == 0 ? 0 : sized ? reads.silent() * largest : -1;
    long extra;
    if (cap.none()) {
      extra = 0;
    } else if (cap.bytes() != Unlogged.UNCAPPED) {
      extra = cap.bytes();
    } else {
      extra = cap.bounded() && sized ? product(cap.reads(), largest) : -1;
    }
    long most = silent < 0 || extra < 0 ? Bounds.UNBOUNDED : capped(seen, silent, extra);
    return new Bounds(reads.bytes(), Math.min(seen, most), most);
  }

  private static long product(long a, long b) {
    return a > Long.MAX_VALUE / Math.max(1, b) ? -1 : a * b;
  }

  private static long capped(long a, long b, long c) {
    return a > Long.MAX_VALUE - b - c ? Bounds.UNBOUNDED : a + b + c;
  }
}
