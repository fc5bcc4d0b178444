package io.cofferdam.app.scan.table;

import io.cofferdam.app.scan.theirs.TheirFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What others found, as theirs.
final class TheirRows {
  private static final int SHOWN = 15;

  private final Lines lines;

  TheirRows(Lines lines) {
    this.lines = lines;
  }

  void print(List<TheirFinding> theirs) {
    var complaints = theirs.stream().filter(TheirFinding::complains).toList();
    if (theirs.isEmpty()) {
      return;
    }
    lines.heading(
        "Found by others, not counted ("
            + ScanTable.count(complaints.size())
            + " of "
            + ScanTable.count(theirs.size())
            + " complain)");
    var byRule =
        complaints.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.source() + " " + each.rule(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byRule.entrySet().stream()
        .limit(SHOWN)
        .forEach(each -> lines.text("  ", each.getKey() + ": " + resources(each.getValue())));
    if (byRule.size() > SHOWN) {
      lines.text("  ", "and " + (byRule.size() - SHOWN) + " more rules of theirs");
    }
  }

  private static String resources(List<TheirFinding> findings) {
    var strange = findings.stream().filter(each -> each.ours().isEmpty()).count();
    return ScanTable.names(findings.stream().map(TheirFinding::resource).toList())
        + (strange == 0 ? "" : " (" + strange + " on nothing that we judged)");
  }
}
