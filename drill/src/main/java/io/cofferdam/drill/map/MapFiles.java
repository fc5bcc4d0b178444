package io.cofferdam.drill.map;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.drill.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// `data-map.yaml`, and `subjects.csv.gz` where the company has a subject index.
public final class MapFiles {
  private final World world;
  private final DrillRequest request;
  private final Shelf shelf;

  public MapFiles(World world, DrillRequest request, Shelf shelf) {
    this.world = world;
    this.request = request;
    this.shelf = shelf;
  }

  public void write() throws IOException {
    if (!request.sources().dataMap()) {
      return;
    }
    var text = new ByteText(4096);
    map(text);
    try (var out = shelf.open("data-map.yaml")) {
      text.writeTo(out, 0, text.length());
    }
    if (request.sources().subjectIndex()) {
      index();
    }
  }

  private void map(ByteText text) {
    var company = world.company();
    text.add(
        "# Invented by a drill: no such company, no such people.\nversion: 1\norganisation:\n");
    text.add("  name: \"").add(company.name()).add("\"\n  country: ").add(company.country());
    text.add("\n  establishments: [").add(company.country()).add("]\n  online-marketplace: ");
    text.add(company.marketplace() ? "yes" : "no");
    text.add("\n  medium-or-larger: yes\n  controller: yes\n  users: ").add(company.users());
    text.add("\n  time-zone: Europe/Berlin\n  contact: {name: Data protection officer, channel: ");
    text.add("dpo@").add(company.slug()).add(".example}\naccounts: [\"").add(company.account());
    text.add("\", \"").add(company.sister()).add("\"]\nnetworks: [");
    text.add(String.join(", ", company.networks().stream().map(n -> "\"" + n + "\"").toList()));
    text.add("]\nstores:\n");
    for (var store : world.stores()) {
      store(text, store);
    }
    if (request.sources().subjectIndex()) {
      text.add("subject-index: subjects.csv.gz\n");
    }
    stated(text);
  }

  /// Nobody states a log to be whole of which something was lost.
  private void stated(ByteText text) {
    if (world.stated().isEmpty() || request.loss().s3Access() > 0) {
      return;
    }
    text.add("complete-logs:\n");
    for (var one : world.stated()) {
      text.add("  - log: ").add(one.log()).add("\n    about: \"").add(one.about());
      text.add("\"\n    from: \"").add(Times.iso(world.from())).add("\"\n    until: \"");
      text.add(Times.iso(world.until())).add("\"\n    by: Greta Invented\n");
    }
  }

  private void store(ByteText text, Store store) {
    text.add("  - name: ").add(store.name()).add("\n    resource: \"");
    text.add(store.resource().id()).add("\"\n    role: ");
    text.add(store.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    text.add("\n    data-classes: [").add(String.join(", ", store.dataClasses()));
    text.add("]\n    personal-data: ").add(store.holdsPeople() ? "yes" : "no");
    if (!request.sources().subjectIndex() && store.holdsPeople()) {
      text.add("\n    people: {");
      boolean first = true;
      for (var entry : totals(store).entrySet()) {
        text.add(first ? "" : ", ").add(entry.getKey()).add(": ").add(entry.getValue());
        first = false;
      }
      text.add("}");
    }
    text.add("\n    readers: [");
    text.add(String.join(", ", store.owners().stream().map(o -> "\"" + o + "\"").toList()));
    text.add("]\n    regions: [").add(world.company().region()).add("]\n");
    if (!store.artefact().isEmpty()) {
      text.add("    artefact: ").add(store.artefact()).add("\n");
    }
    text.add("    encrypted: ").add(store.encrypted() ? "yes" : "no");
    text.add("\n    objects: ").add(store.objects().size()).add("\n");
  }

  private SortedMap<String, Long> totals(Store store) {
    var seen = new BitSet();
    var totals = new TreeMap<String, Long>();
    for (var object : store.objects()) {
      for (var row : object.rows()) {
        if (!seen.get(row.person())) {
          seen.set(row.person());
          totals.merge(world.people().told().get(row.person()), 1L, Long::sum);
        }
      }
    }
    return totals;
  }

  private void index() throws IOException {
    var text = new ByteText(1 << 16);
    try (var file = shelf.open("subjects.csv.gz");
        var out = new GZIPOutputStream(file, 1 << 14)) {
      out.write(
          "store,key,version,subject,country,data_classes,rows\n".getBytes(StandardCharsets.UTF_8));
      for (var store : world.stores()) {
        for (var object : store.objects()) {
          text.clear();
          entries(text, store, object);
          text.writeTo(out, 0, text.length());
        }
      }
    }
  }

  private void entries(ByteText text, Store store, StoredObject object) {
    var classes = new TreeMap<Integer, Integer>();
    var rows = new TreeMap<Integer, Integer>();
    for (var row : object.rows()) {
      classes.merge(row.person(), row.classes(), (a, b) -> a | b);
      rows.merge(row.person(), 1, Integer::sum);
    }
    for (var entry : classes.entrySet()) {
      int person = entry.getKey();
      text.add(store.resource().id()).add(',');
      csv(text, object.key());
      text.add(',').add(object.version()).add(',');
      text.add(world.people().keys().get(person)).add(',');
      text.add(world.people().told().get(person)).add(',');
      boolean first = true;
      for (int c = 0; c < store.dataClasses().size(); c++) {
        if (((entry.getValue() >> c) & 1) == 1) {
          text.add(first ? "" : "|").add(store.dataClasses().get(c));
          first = false;
        }
      }
      text.add(',').add(rows.getOrDefault(person, 1)).add('\n');
    }
  }

  private static void csv(ByteText text, String field) {
    if (field.indexOf(',') >= 0 || field.indexOf('"') >= 0) {
      text.add('"').add(field.replace("\"", "\"\"")).add('"');
    } else {
      text.add(field);
    }
  }
}
