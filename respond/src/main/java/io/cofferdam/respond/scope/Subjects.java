package io.cofferdam.respond.scope;

import io.cofferdam.model.datamap.SubjectIndex;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.respond.reads.Fingerprint;
import io.cofferdam.respond.reads.FingerprintTable;
import io.cofferdam.respond.reads.ObjectTable;
import io.cofferdam.respond.reads.StoreNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The subject index in compact form: subjects numbered, entries by object. Some 30 bytes a
/// subject and 24 an entry; keyed hashes are not kept.
final class Subjects {
  /// Data classes beyond this many are counted together as `other classes`.
  static final int CLASSES = 62;

  private final ObjectTable objects;
  private final StoreNames names;
  private final FingerprintTable numbers = new FingerprintTable();
  private final List<String> countries = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private byte[] country = new byte[64];

  private int entries;
  private int[] object = new int[64];
  private int[] subject = new int[64];
  private long[] mask = new long[64];
  private long[] rows = new long[64];

  private int[] start = new int[0];
  private int[] byObject = new int[0];
  private long elsewhere;

  Subjects(ObjectTable objects, StoreNames names) {
    this.objects = objects;
    this.names = names;
  }

  void load(SubjectIndex index) {
    index.forEach(this::add);
    sort();
  }

  private void add(SubjectIndex.Entry entry) {
    var resource = names.resource(entry.store());
    if (resource.isEmpty()) {
      elsewhere++;
      return;
    }
    int who = number(entry.subject(), entry.country());
    long which = 0;
    for (var name : entry.dataClasses()) {
      which |= 1L << classNumber(name);
    }
    for (int id : objects.find(resource.get(), entry.key(), entry.version())) {
      room();
      object[entries] = id;
      subject[entries] = who;
      mask[entries] = which;
      rows[entries] = entry.rows();
      entries++;
    }
  }

  private int number(String name, String where) {
    var key = Fingerprint.of(name);
    int known = numbers.get(key);
    int place = countryNumber(where);
    if (known < 0) {
      known = numbers.size();
      numbers.put(key, known);
      if (known == country.length) {
        country = Arrays.copyOf(country, known * 2);
      }
      country[known] = (byte) place;
    } else if (country[known] != place) {
      country[known] = (byte) reconciled(country[known] & 0xff, place);
    }
    return known;
  }

  /// A residence told beats one not resolved; two different ones are not resolved.
  private int reconciled(int first, int second) {
    if (countries.get(first).equals(SubjectCount.UNRESOLVED) && conflict != first) {
      return second;
    }
    return countries.get(second).equals(SubjectCount.UNRESOLVED) ? first : conflicting();
  }

  private int conflict = -1;

  private int conflicting() {
    if (conflict < 0) {
      countries.add(SubjectCount.UNRESOLVED);
      conflict = countries.size() - 1;
    }
    return conflict;
  }

  private int countryNumber(String name) {
    int at = countries.indexOf(name);
    if (at < 0) {
      at = Math.min(countries.size(), 255);
      if (countries.size() < 256) {
        countries.add(name);
      }
    }
    return at;
  }

  private int classNumber(String name) {
    int at = classes.indexOf(name);
    if (at < 0) {
      classes.add(classes.size() < CLASSES - 1 ? name : "other classes");
      at = classes.size() - 1;
    }
    return Math.min(at, CLASSES - 1);
  }

  private void room() {
    if (entries == object.length) {
      int bigger = entries + (entries >> 1);
      object = Arrays.copyOf(object, bigger);
      subject = Arrays.copyOf(subject, bigger);
      mask = Arrays.copyOf(mask, bigger);
      rows = Arrays.copyOf(rows, bigger);
    }
  }

  private void sort() {
    start = new int[objects.size() + 2];
    for (int i = 0; i < entries; i++) {
      start[object[i] + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    byObject = new int[entries];
    var at = start.clone();
    for (int i = 0; i < entries; i++) {
      byObject[at[object[i]]++] = i;
    }
  }

  int size() {
    return numbers.size();
  }

  /// Entries of stores that the data map does not name.
  long elsewhere() {
    return elsewhere;
  }

  List<String> countries() {
    return countries;
  }

  List<String> classes() {
    return classes.size() > CLASSES ? classes.subList(0, CLASSES) : classes;
  }

  int country(int who) {
    return country[who] & 0xff;
  }

  /// What is done with one entry.
  interface Each {
    void entry(int subject, long classes, long rows);
  }

  boolean holds(int which) {
    return start[which + 1] > start[which];
  }

  void of(int which, Each each) {
    for (int i = start[which]; i < start[which + 1]; i++) {
      int entry = byObject[i];
      each.entry(subject[entry], mask[entry], rows[entry]);
    }
  }
}
