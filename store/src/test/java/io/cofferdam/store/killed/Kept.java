package io.cofferdam.store.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.casebook.CaseAudit;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.spi.journal.StoredEvent;
import io.cofferdam.store.CaseStore;
import io.cofferdam.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is left of a run: the events of its case without times and signatures, and what happened
/// outside.
///
/// @param settled the steps that came to their end, in order
/// @param outside effects, what was undone, and what people did, in order
record Kept(List<String> events, List<String> settled, List<String> outside) {
  private static final int SHOWN = 400;

  /// Reads it, and holds the store against its ledger.
  static Kept of(String store, Path folder) throws IOException {
    try (var open = CaseStore.open(StoreAddress.parse(store), Outside.START)) {
      var audit =
          new CaseAudit(open.journal(), folder.resolve("ledger"), RunningPlaybook.key().verifier())
              .run();
      assertThat(audit.faults()).isEmpty();
      assertThat(audit.same()).as("each event is in the ledger").isEqualTo(audit.events());
      assertThat(audit.entries()).as("and in it once").isEqualTo(audit.events());
      assertThat(open.outbox().waiting()).isZero();
      var events = new ArrayList<String>();
      var settled = new ArrayList<String>();
      for (var each : open.journal().read(MadePeople.ID.value())) {
        events.add(plain(each));
        if (CaseEventJson.decode(each.json()) instanceof CaseEvent.PlaybookRecorded it
            && it.step().equals("settled")) {
          settled.add(it.payload().text("instance").orElseThrow());
        }
      }
      var world = Outside.in(folder);
      var outside = new ArrayList<String>();
      for (var kind : List.of("effect", "undone", "work")) {
        world.lines(kind).forEach(line -> outside.add(kind + " " + line));
      }
      return new Kept(events, settled, outside);
    }
  }

  private static String plain(StoredEvent event) {
    return event
        .json()
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME")
        .replaceAll("\"signature\":\"[^\"]*\"", "\"signature\":\"SIGNED\"");
  }

  /// Fails where it is not the same as a run that nobody killed.
  void isAs(Kept undisturbed, String words) {
    int until = Math.min(events.size(), undisturbed.events.size());
    for (int i = 0; i < until; i++) {
      assertThat(cut(events.get(i)))
          .as("%s: event %s", words, i + 1)
          .isEqualTo(cut(undisturbed.events.get(i)));
      assertThat(events.get(i).equals(undisturbed.events.get(i)))
          .as("%s: event %s, further on", words, i + 1)
          .isTrue();
    }
    assertThat(events).as(words).hasSameSizeAs(undisturbed.events);
    assertThat(outside).as(words).isEqualTo(undisturbed.outside);
  }

  /// Fails where a step was skipped or doubled, or an effect; consents may have been asked for
  /// again.
  void didAs(Kept undisturbed, String words) {
    assertThat(settled).as(words).doesNotHaveDuplicates();
    assertThat(settled).as(words).containsExactlyInAnyOrderElementsOf(undisturbed.settled);
    assertThat(effects()).as(words).doesNotHaveDuplicates();
    assertThat(set(effects())).as(words).isEqualTo(set(undisturbed.effects()));
  }

  private List<String> effects() {
    return outside.stream().filter(line -> line.startsWith("effect ")).toList();
  }

  private static Set<String> set(List<String> lines) {
    return new TreeSet<>(lines);
  }

  private static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
