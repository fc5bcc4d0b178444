package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.ChangeRow;
import io.cofferdam.app.report.page.PageView.SecretRow;
import io.cofferdam.respond.exposure.ConfigurationChange;
import io.cofferdam.respond.exposure.ConfigurationChange.Effect;
import io.cofferdam.respond.reads.SecretRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who changed who may reach what, and who read secrets, as rows. A long list is cut, and a note
/// says so.
final class ActRows {
  private static final int CHANGES = 120;
  private static final int READERS = 40;
  private static final int SECRETS = 60;

  private ActRows() {}

  /// @param outward the acts that name an outsider, or the others
  static List<ChangeRow> changes(LeakReport report, Reasons reasons, boolean outward) {
    return select(report, outward)
        .limit(CHANGES)
        .map(
            each ->
                new ChangeRow(
                    Words.time(each.time()),
                    each.resource().shortName(),
                    each.resource().kind().words(),
                    each.words(),
                    each.principal().isEmpty() ? "not told" : each.principal(),
                    reasons.event(each.event())))
        .toList();
  }

  static String changesNote(LeakReport report) {
    long more = more(report, true) + more(report, false);
    return more > 0 ? Words.count(more) + " later changes are in report.json." : "";
  }

  private static long more(LeakReport report, boolean outward) {
    return Math.max(0, select(report, outward).count() - CHANGES);
  }

  private static Stream<ConfigurationChange> select(LeakReport report, boolean outward) {
    return report.changes().stream().filter(c -> outward == (c.effect() != Effect.OTHER));
  }

  /// One row per principal, the one with most reads first.
  static List<SecretRow> secrets(LeakReport report, Reasons reasons) {
    var byPrincipal = new LinkedHashMap<String, List<SecretRead>>();
    for (var each : report.secretReads()) {
      byPrincipal.computeIfAbsent(each.principal(), _ -> new ArrayList<>()).add(each);
    }
    return byPrincipal.values().stream()
        .sorted(Comparator.comparingInt((List<SecretRead> reads) -> reads.size()).reversed())
        .limit(READERS)
        .map(reads -> row(reads, reasons))
        .toList();
  }

  private static SecretRow row(List<SecretRead> reads, Reasons reasons) {
    var first = reads.getFirst();
    var addresses = new TreeSet<String>();
    reads.forEach(each -> addresses.add(each.address()));
    addresses.remove("");
    long refused = reads.stream().filter(each -> !each.succeeded()).count();
    var secrets = new TreeSet<String>();
    reads.stream().filter(SecretRead::succeeded).forEach(each -> secrets.add(each.secret().id()));
    var lines = new ArrayList<String>();
    for (var each : reads.subList(0, Math.min(SECRETS, reads.size()))) {
      lines.add(
          Words.time(each.time())
              + " "
              + each.action()
              + " "
              + each.secret().shortName()
              + (each.succeeded() ? "" : " (refused: " + each.errorCode() + ")")
              + " ["
              + reasons.event(each.event())
              + "]");
    }
    if (reads.size() > SECRETS) {
      lines.add("and " + Words.count(reads.size() - SECRETS) + " more, all of them in report.json");
    }
    return new SecretRow(
        first.principal().isEmpty() ? "a caller that the log does not name" : first.principal(),
        Words.count(secrets.size()),
        Words.count(reads.size() - refused)
            + (refused == 0 ? "" : ", and " + Words.count(refused) + " refused"),
        Words.time(first.time()),
        Words.time(reads.getLast().time()),
        String.join(", ", addresses.stream().limit(12).toList()),
        lines);
  }
}
