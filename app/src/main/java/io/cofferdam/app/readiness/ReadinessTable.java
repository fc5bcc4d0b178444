package io.cofferdam.app.readiness;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import java.io.PrintWriter;
import java.util.List;

/// Readiness for people, in the terminal.
public final class ReadinessTable {
  private static final int LINE = 96;
  private static final int STORES = 12;

  private final PrintWriter out;
  private final boolean colour;

  public ReadinessTable(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /// Prints nothing where there is no store.
  public void print(List<StoreReadiness> stores) {
    if (stores.isEmpty()) {
      return;
    }
    out.println();
    out.println(bold("If it leaked now, this could be said"));
    stores.stream().limit(STORES).forEach(this::store);
    if (stores.size() > STORES) {
      out.println();
      out.printf("   and %d more stores; --format json has them all%n", stores.size() - STORES);
    }
    out.println();
    ReadinessWords.assumptions(stores).forEach(each -> wrapped("   ", each));
  }

  private void store(StoreReadiness store) {
    out.println();
    out.println(
        "   "
            + bold(Words.visible(store.name()))
            + (store.store().id().endsWith(store.name())
                ? ""
                : "  " + Words.visible(store.store().id())));
    wrapped("      ", ReadinessWords.now(store));
    store.best().ifPresent(this::change);
    store.unknown().forEach(each -> wrapped("      not known: ", each));
    if (!store.guess().isEmpty()) {
      wrapped("      ", "a guess that it matters: " + store.guess() + "; --data-map decides");
    }
  }

  private void change(LogChange change) {
    wrapped("      narrowed most by: ", change.change());
    wrapped("         ", ReadinessWords.then(change) + ". Cost: " + change.cost() + ".");
    if (!change.how().isEmpty()) {
      out.println("         " + Words.visible(change.how()));
    }
  }

  private String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private void wrapped(String bullet, String text) {
    var line = new StringBuilder(bullet);
    for (var word : Words.visible(text).split("\\s", -1)) {
      if (line.length() + word.length() + 1 > LINE && line.length() > bullet.length()) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(bullet.length()));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
