package io.cofferdam.app.datamap;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/// Everything wrong with one file, gathered before failing; the first fifty are told, the others
/// counted.
public final class Problems {
  private static final int SHOWN = 60;
  private static final int TOLD = 50;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  private record Problem(int line, int column, String text) {}

  public Problems(String file) {
    this.file = file;
  }

  public void add(Node at, String text) {
    var mark = at.getStartMark();
    add(mark.getLine() + 1, mark.getColumn() + 1, text);
  }

  public void add(int line, int column, String text) {
    found.add(new Problem(line, column, text));
  }

  /// The value as it may stand in a message: cut, without control characters.
  public static String shown(String value) {
    var cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  public void failIfAny(String code, String hint) {
    if (!found.isEmpty()) {
      throw new CofferdamException(
          code,
          ErrorCategory.INVALID_INPUT,
          found.stream()
                  .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                  .limit(TOLD)
                  .map(each -> file + ":" + each.line() + ":" + each.column() + ": " + each.text())
                  .collect(Collectors.joining("\n"))
              + (found.size() > TOLD ? "\nand " + (found.size() - TOLD) + " more" : ""),
          hint);
    }
  }
}
