package io.cofferdam.app.contain;

import io.cofferdam.respond.spi.WayBack;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.stream.Collectors;

/// The list of acts, for people.
public final class ActsText {
  private ActsText() {}

  /// Writes the list.
  public static void print(PrintWriter out) {
    for (var act : Acts.all(Instant.EPOCH)) {
      var kind = act.kind();
      out.println(kind.id());
      out.println("    " + kind.title());
      out.println(
          "    "
              + kind.names().stream()
                  .map(word -> word + "=(" + Acts.like(kind, word) + ")")
                  .collect(Collectors.joining(" ")));
      if (kind.way() == WayBack.NONE) {
        out.println("    some of it cannot be undone: two people approve");
      }
    }
  }
}
