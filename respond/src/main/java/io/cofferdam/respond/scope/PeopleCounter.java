package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.Unknown;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.respond.reads.ObjectTable;
import io.cofferdam.respond.reads.ReadFindings;
import io.cofferdam.respond.reads.StoreNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts distinct data subjects per country and class.
///
/// At least: subjects with a record in an object that a proved reader was sent whole. At most:
/// subjects with a record in any object that may have been read, and in further objects as far as
/// the cap on unlogged reads allows: of `k` unlogged reads, the `k` objects that would add most.
/// Partial reads add to at most alone, for which records were in the part is not known.
final class PeopleCounter {
  /// The class under which a country's people are counted whatever the class of data.
  static final String ANY_CLASS = "any";

  private static final String ALL = "";

  private final List<ResourceCount> resources;
  private final DataMap map;
  private final ObjectTable objects;
  private final Map<String, Row> rows = new TreeMap<>();
  private final List<Unknown> unknown = new ArrayList<>();
  private final List<String> blind = new ArrayList<>();
  private final boolean[] indexed;
  private long wholeRecords;
  private long touchedRecords;
  private long extraRecords;
  private boolean recordsUnknown;

  PeopleCounter(ReadFindings findings, List<ResourceCount> resources) {
    this.resources = resources;
    map = findings.question().dataMap();
    objects = findings.objects();
    indexed = new boolean[objects.units().size()];
  }

  People count() {
    if (map.stores().isEmpty()) {
      return withoutMap();
    }
    map.subjects()
        .ifPresent(
            index -> {
              var subjects = new Subjects(objects, new StoreNames(map));
              subjects.load(index);
              if (subjects.elsewhere() > 0) {
                unknown.add(
                    new Unknown(
                        "whom " + subjects.elsewhere() + " entries of the subject index concern",
                        "the data map names no such store"));
              }
              byIndex(subjects);
            });
    byTotals();
    return answer();
  }

  private People withoutMap() {
    boolean nothing =
        !resources.isEmpty() && resources.stream().allMatch(r -> r.objects().atMost() == 0);
    var none = nothing ? Bounds.ZERO : Bounds.unknown();
    if (!nothing) {
      unknown.add(new Unknown("whose data was concerned", "no data map was given"));
    }
    return new People(none, none, List.of(), 0, List.of(), unknown);
  }

  private void byIndex(Subjects subjects) {
    var whole = new long[subjects.size()];
    var likely = new long[subjects.size()];
    var touched = new long[subjects.size()];
    var possible = new long[subjects.size()];
    var everybody = new long[subjects.size()];
    for (int i = 0; i < objects.size(); i++) {
      indexed[objects.unit(i)] |= subjects.holds(i);
      if (subjects.holds(i)) {
        boolean isTouched = objects.has(i, ObjectTable.TOUCHED);
        if (objects.has(i, ObjectTable.WHOLE)) {
          join(subjects, i, whole);
          wholeRecords += records(subjects, i, true);
        }
        if (isTouched && objects.has(i, ObjectTable.TOUCHED & ~ObjectTable.UNDECIDED)) {
          join(subjects, i, likely);
        }
        if (isTouched) {
          join(subjects, i, touched);
          touchedRecords += records(subjects, i, false);
        }
        join(subjects, i, everybody);
      }
    }
    tell(subjects, whole, (row, n) -> row.atLeast += n);
    tell(subjects, likely, (row, n) -> row.likely += n);
    tell(subjects, touched, (row, n) -> row.touched += n);
    tell(subjects, everybody, (row, n) -> row.everybody += n);
    System.arraycopy(touched, 0, possible, 0, touched.length);
    for (var resource : resources) {
      if (!resource.unlogged().none() && resource.counted()) {
        if (resource.unlogged().bounded()) {
          capped(subjects, resource, touched);
        } else {
          uncapped(subjects, resource, possible);
        }
      }
    }
    tell(subjects, possible, (row, n) -> row.extra += n);
    tell(subjects, touched, (row, n) -> row.extra -= n);
  }

  private static void join(Subjects subjects, int object, long[] into) {
    subjects.of(object, (who, classes, n) -> into[who] |= classes | (1L << Subjects.CLASSES));
  }

  /// Records of an object; where the index has several lines on one subject, for certain only the
  /// line with most.
  private static long records(Subjects subjects, int object, boolean certain) {
    var bySubject = new HashMap<Integer, Long>();
    subjects.of(
        object, (who, classes, n) -> bySubject.merge(who, n, certain ? Math::max : Long::sum));
    return bySubject.values().stream().mapToLong(Long::longValue).sum();
  }

  private void uncapped(Subjects subjects, ResourceCount resource, long[] possible) {
    for (int i = 0; i < objects.size(); i++) {
      if (isUnread(i, resource)) {
        join(subjects, i, possible);
        extraRecords += records(subjects, i, false);
      }
    }
  }

  private boolean isUnread(int object, ResourceCount resource) {
    return objects.units().get(objects.unit(object)).resource().equals(resource.resource())
        && !objects.has(object, ObjectTable.TOUCHED);
  }

  /// Of `k` unlogged reads, how many people they can add to each line at most.
  private void capped(Subjects subjects, ResourceCount resource, long[] touched) {
    var top = new HashMap<Integer, TopSum>();
    var distinct = new HashMap<Integer, Long>();
    var seen = new long[subjects.size()];
    var topRecords = new TopSum();
    for (int i = 0; i < objects.size(); i++) {
      if (isUnread(i, resource) && subjects.holds(i)) {
        topRecords.add(records(subjects, i, false));
        var here = new HashMap<Integer, Long>();
        var mine = new HashMap<Integer, Long>();
        subjects.of(i, (who, classes, n) -> mine.merge(who, classes, (a, b) -> a | b));
        mine.forEach(
            (who, classes) -> {
              long all = classes | (1L << Subjects.CLASSES);
              count(subjects.country(who), all & ~touched[who], here);
              count(subjects.country(who), all & ~touched[who] & ~seen[who], distinct);
              seen[who] |= all;
            });
        here.forEach((line, n) -> top.computeIfAbsent(line, l -> new TopSum()).add(n));
      }
    }
    long k = resource.unlogged().reads();
    extraRecords += topRecords.largest(k);
    top.forEach(
        (line, sums) ->
            row(subjects, line).extra +=
                Math.min(sums.largest(k), distinct.getOrDefault(line, 0L)));
  }

  /// Adds one to every line that these classes of a subject of this country belong to; lines are
  /// numbered by country (0 for all of them together) and class.
  private static void count(int country, long classes, Map<Integer, Long> lines) {
    long left = classes;
    while (left != 0) {
      int bit = Long.numberOfTrailingZeros(left);
      left &= left - 1;
      lines.merge((country + 1) * 64 + bit, 1L, Long::sum);
      if (bit == Subjects.CLASSES) {
        lines.merge(bit, 1L, Long::sum);
      }
    }
  }

  private interface Adding {
    void add(Row row, long number);
  }

  private void tell(Subjects subjects, long[] masks, Adding adding) {
    var lines = new HashMap<Integer, Long>();
    for (int who = 0; who < masks.length; who++) {
      count(subjects.country(who), masks[who], lines);
    }
    lines.forEach((line, n) -> adding.add(row(subjects, line), n));
  }

  private Row row(Subjects subjects, int line) {
    int country = line / 64 - 1;
    int bit = line % 64;
    return row(
        country < 0 ? ALL : subjects.countries().get(country),
        bit == Subjects.CLASSES ? ANY_CLASS : subjects.classes().get(bit));
  }

  private Row row(String country, String dataClass) {
    return rows.computeIfAbsent(country + '\n' + dataClass, k -> new Row(country, dataClass));
  }

  private void byTotals() {
    for (var resource : resources) {
      for (var unit : resource.units()) {
        var store = unit.unit().store();
        if (!resource.counted() || unit.objects().atMost() == 0) {
          continue;
        }
        if (store == null) {
          if (unit.touched() > 0 || resource.unlogged().bounded()) {
            blind(unit);
          }
        } else if (!indexed[unit.unit().number()] && store.personalData() != Ternary.FALSE) {
          if (store.people().isEmpty()) {
            blind(unit);
          } else {
            totals(unit, store);
          }
        }
      }
    }
  }

  private void blind(StoreCount unit) {
    recordsUnknown = true;
    blind.add(unit.unit().name());
    unknown.add(
        new Unknown(
            "whose data " + unit.unit().name() + " holds",
            "neither the subject index nor the data map's totals speak of it"));
  }

  private void totals(StoreCount unit, Store store) {
    recordsUnknown = true;
    boolean all = unit.universe() != Bounds.UNBOUNDED && unit.whole() >= unit.universe();
    double share =
        unit.universe() == Bounds.UNBOUNDED || unit.universe() == 0
            ? 0
            : Math.min(1, (double) unit.objects().estimate() / unit.universe());
    long everybody = 0;
    for (var total : store.people().entrySet()) {
      everybody += total.getValue();
      add(row(total.getKey(), ANY_CLASS), total.getValue(), all, share);
      for (var dataClass : store.dataClasses()) {
        boolean only = store.dataClasses().size() == 1;
        add(row(total.getKey(), dataClass), total.getValue(), all && only, share);
      }
    }
    add(row(ALL, ANY_CLASS), everybody, all, share);
  }

  private static void add(Row row, long total, boolean all, double share) {
    row.declaredAtLeast = Math.max(row.declaredAtLeast, all ? total : 0);
    row.declaredEstimate += all ? total : Math.round(total * share);
    row.declaredAtMost += total;
  }

  private People answer() {
    var all = row(ALL, ANY_CLASS);
    boolean unbounded = !blind.isEmpty();
    var people = bounds(all, 0, unbounded);
    var unresolved = new HashMap<String, Long>();
    rows.values().stream()
        .filter(r -> r.country.equals(SubjectCount.UNRESOLVED))
        .forEach(r -> unresolved.put(r.dataClass, r.most()));
    var counts = new ArrayList<SubjectCount>();
    plausible(unresolved);
    rows.values().stream()
        .filter(r -> !r.country.isEmpty())
        .sorted()
        .forEach(
            r -> {
              long zz =
                  r.country.equals(SubjectCount.UNRESOLVED)
                      ? 0
                      : unresolved.getOrDefault(r.dataClass, 0L);
              var bounds = bounds(r, zz, unbounded);
              if (bounds.atMost() > 0) {
                counts.add(new SubjectCount(r.country, r.dataClass, bounds, because(r, zz)));
              }
            });
    return new People(
        people, records(), counts, unresolved.getOrDefault(ANY_CLASS, 0L), blind, unknown);
  }

  /// Every country where the company is or has people is plausible for those of unknown
  /// residence.
  private void plausible(Map<String, Long> unresolved) {
    if (unresolved.values().stream().allMatch(n -> n == 0)) {
      return;
    }
    var countries = new ArrayList<String>();
    rows.values().forEach(r -> countries.add(r.country));
    countries.add(map.organisation().country());
    countries.addAll(map.organisation().establishments());
    map.stores().forEach(s -> countries.addAll(s.people().keySet()));
    countries.stream()
        .distinct()
        .filter(c -> !c.isEmpty() && !c.equals(SubjectCount.UNRESOLVED))
        .forEach(c -> unresolved.keySet().forEach(k -> row(c, k)));
  }

  private Bounds bounds(Row row, long unresolved, boolean unbounded) {
    long least = row.least();
    long most = unbounded ? Bounds.UNBOUNDED : Math.max(least, row.most() + unresolved);
    long estimate = row.likely + Math.round(grown(row)) + row.declaredEstimate;
    return new Bounds(least, Math.clamp(estimate, least, most), most);
  }

  /// What the estimate of objects beyond those seen read adds: the same share of the people that
  /// could be added.
  private double grown(Row row) {
    double seen = 0;
    double more = 0;
    double possible = 0;
    for (var resource : resources) {
      for (var unit : resource.units()) {
        seen += unit.likely();
        more += Math.max(0, unit.objects().estimate() - unit.likely());
        possible += unit.known() - unit.likely();
      }
    }
    return seen == 0 || possible <= 0 || row.extra <= 0
        ? 0
        : row.extra * Math.min(1, more / possible);
  }

  private Bounds records() {
    long least = wholeRecords;
    for (var resource : resources) {
      for (var unit : resource.units()) {
        if (!indexed[unit.unit().number()]) {
          least +=
              resource.reads().rows().values().stream().mapToLong(Long::longValue).sum()
                  / resource.units().size();
        }
      }
    }
    long most = touchedRecords + extraRecords;
    boolean unbounded = recordsUnknown || (map.subjects().isEmpty() && anythingPossible());
    return unbounded || most < least
        ? new Bounds(least, Math.max(least, touchedRecords), Bounds.UNBOUNDED)
        : new Bounds(least, touchedRecords, most);
  }

  private boolean anythingPossible() {
    return resources.stream().anyMatch(r -> r.counted() && r.objects().atMost() > 0);
  }

  private List<Reason> because(Row row, long unresolved) {
    var because = new ArrayList<Reason>();
    if (row.everybody > 0) {
      because.add(
          Reason.of(
              row.atLeast
                  + " have a record in an object that a proved reader was sent whole; "
                  + row.touched
                  + " in any object that may have been read; "
                  + row.extra
                  + " more could be in objects that unlogged reads may have taken"));
    }
    if (row.declaredAtMost > 0) {
      because.add(
          Reason.of(
              "the data map tells totals only: "
                  + row.declaredAtMost
                  + " at most, and at least none unless every object was read"));
    }
    if (unresolved > 0) {
      because.add(
          Reason.of(
              unresolved
                  + " people of unknown residence are added to at most: any of them may live"
                  + " there"));
    }
    return because;
  }
}
