package io.cofferdam.drill.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// How a report did against the truth, part by part.
public record Score(String scenario, long seed, List<Part> parts) {
  public Score {
    parts = List.copyOf(parts);
  }

  /// One question.
  ///
  /// @param name `windows`, `readers`, `objects`, `subjects`, `origin`, `duties`
  /// @param matches whether the report's answer is true
  /// @param figures numbers of the comparison, by name, in order
  /// @param notes what differs, in sentences without personal data
  public record Part(String name, boolean matches, List<Figure> figures, List<String> notes) {
    public Part {
      figures = List.copyOf(figures);
      notes = List.copyOf(notes);
    }
  }

  /// One number of the comparison.
  public record Figure(String name, double value) {
    String text() {
      return name
          + " "
          + (value == Math.rint(value) && Math.abs(value) < 1e15
              ? Long.toString((long) value)
              : String.format(java.util.Locale.ROOT, "%.3f", value));
    }
  }

  /// Whether every part is true of the world.
  public boolean matches() {
    return parts.stream().allMatch(Part::matches);
  }

  /// The score for a terminal.
  public String text() {
    var text = new StringBuilder();
    text.append("drill ").append(scenario).append(", seed ").append(seed).append('\n');
    for (var part : parts) {
      text.append(String.format(java.util.Locale.ROOT, "  %-9s", part.name()));
      text.append(part.matches() ? " matches " : " DIFFERS ");
      text.append(String.join(", ", part.figures().stream().map(Figure::text).toList()));
      text.append('\n');
      part.notes().forEach(note -> text.append("            ").append(note).append('\n'));
    }
    return text.append("verdict: ")
        .append(matches() ? "the report matches the truth" : "the report differs from the truth")
        .append('\n')
        .toString();
  }

  /// The score for machines.
  public ObjectNode json() {
    var root = new ObjectMapper().createObjectNode();
    root.put("scenario", scenario).put("seed", seed).put("matches", matches());
    var array = root.putArray("parts");
    for (var part : parts) {
      var node = array.addObject().put("name", part.name()).put("matches", part.matches());
      var figures = node.putObject("figures");
      part.figures().forEach(figure -> figures.put(figure.name(), figure.value()));
      var notes = node.putArray("notes");
      part.notes().forEach(notes::add);
    }
    return root;
  }
}
