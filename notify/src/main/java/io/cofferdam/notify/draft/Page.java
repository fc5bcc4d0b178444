package io.cofferdam.notify.draft;

/// A page of Markdown that also reads well as plain text.
final class Page {
  private static final int WIDTH = 96;
  private final StringBuilder text = new StringBuilder();

  Page title(String title) {
    text.append("# ").append(title).append("\n\n");
    return this;
  }

  Page section(String title) {
    text.append("## ").append(title).append("\n\n");
    return this;
  }

  Page says(String sentence) {
    wrap("", sentence);
    text.append('\n');
    return this;
  }

  Page item(String sentence) {
    wrap("- ", sentence);
    return this;
  }

  Page field(BreachField field) {
    return item(capital(field.label()) + ": " + field.shown());
  }

  Page gap() {
    text.append('\n');
    return this;
  }

  String markdown() {
    return text.toString().stripTrailing() + "\n";
  }

  /// The same page without Markdown's marks: titles underlined.
  String plain() {
    var plain = new StringBuilder();
    for (var line : markdown().lines().toList()) {
      if (line.startsWith("# ")) {
        var title = line.substring(2);
        plain.append(title).append('\n').append("=".repeat(title.length())).append('\n');
      } else if (line.startsWith("## ")) {
        var title = line.substring(3);
        plain.append(title).append('\n').append("-".repeat(title.length())).append('\n');
      } else {
        plain.append(line).append('\n');
      }
    }
    return plain.toString();
  }

  private void wrap(String mark, String sentence) {
    var line = new StringBuilder(mark);
    boolean first = true;
    for (var word : sentence.replaceAll("\\p{Cntrl}", " ").split(" +", -1)) {
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(" ".repeat(mark.length())).append(word);
      } else {
        line.append(first ? "" : " ").append(word);
      }
      first = false;
    }
    text.append(line).append('\n');
  }

  private static String capital(String label) {
    return Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }
}
