package io.cofferdam.app.scan.page;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.page.ScanView.TheirRow;
import io.cofferdam.app.scan.theirs.TheirFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What others found, as the page shows it.
final class TheirView {
  private static final int RULES = 200;
  private static final int NAMES = 5;

  private TheirView() {}

  static List<TheirRow> rows(List<TheirFinding> theirs) {
    return theirs.stream()
        .filter(TheirFinding::complains)
        .collect(
            Collectors.groupingBy(
                each -> each.source() + " " + each.rule(), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .limit(RULES)
        .map(each -> row(each.getKey(), each.getValue()))
        .toList();
  }

  static String note(List<TheirFinding> theirs) {
    var complaints = theirs.stream().filter(TheirFinding::complains).count();
    return Words.count(complaints)
        + " of "
        + Words.count(theirs.size())
        + " results of theirs complain. They are shown as they say it and count for nothing here.";
  }

  private static TheirRow row(String rule, List<TheirFinding> findings) {
    var names = findings.stream().map(TheirFinding::resource).distinct().toList();
    var shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    var strange = findings.stream().filter(each -> each.ours().isEmpty()).count();
    return new TheirRow(
        rule,
        Words.count(findings.size()),
        names.size() > NAMES ? shown + " and " + (names.size() - NAMES) + " more" : shown,
        (findings.getFirst().title().isEmpty() ? "" : findings.getFirst().title() + ". ")
            + (strange == 0 ? "" : strange + " on nothing that we judged."));
  }
}
