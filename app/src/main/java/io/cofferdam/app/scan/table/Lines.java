package io.cofferdam.app.scan.table;

import io.cofferdam.app.report.page.Words;
import java.io.PrintWriter;

/// Lines of text of at most a width, in which nothing moves the cursor.
final class Lines {
  private static final int NARROWEST = 48;
  private static final int WIDEST = 110;
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final boolean colour;
  private final int width;

  Lines(PrintWriter out, boolean colour, int width) {
    this.out = out;
    this.colour = colour;
    this.width = Math.clamp(width, NARROWEST, WIDEST);
  }

  void empty() {
    out.println();
  }

  void heading(String text) {
    out.println();
    out.println(bold(text));
  }

  /// Text behind a bullet; further lines stand under the first.
  void text(String bullet, String text) {
    wrapped(bullet, text, Integer.MAX_VALUE);
  }

  /// The same, cut off after some lines.
  void text(String bullet, String text, int lines) {
    wrapped(bullet, text, lines);
  }

  /// The same, the first line in bold.
  void bold(String bullet, String text) {
    if (!colour) {
      text(bullet, text);
      return;
    }
    out.print(BOLD);
    text(bullet, text);
    out.print(PLAIN);
    out.flush();
  }

  private void wrapped(String bullet, String text, int most) {
    var line = new StringBuilder(bullet);
    var written = 0;
    for (var word : Words.visible(text).strip().split("\\s+", -1)) {
      if (line.length() + word.length() > width - (most == Integer.MAX_VALUE ? 0 : 1)
          && line.length() > bullet.length()) {
        if (++written == most) {
          var full = line.toString().stripTrailing();
          out.println(full.length() + 2 > width ? full + "…" : full + " …");
          return;
        }
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(bullet.length()));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }

  private String bold(String text) {
    return colour ? BOLD + text + PLAIN : text;
  }
}
