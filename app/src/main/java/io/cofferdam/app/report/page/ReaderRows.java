package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.ReaderRow;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import java.util.ArrayList;
import java.util.List;

/// The readers as rows.
public final class ReaderRows {
  private static final int ADDRESSES = 12;
  private static final int SAMPLE = 8;
  private static final int EVENTS = 6;

  private ReaderRows() {}

  static List<ReaderRow> of(LeakReport report, Reasons reasons) {
    var rows = new ArrayList<ReaderRow>();
    for (var each : report.readers()) {
      rows.add(row(each, reasons));
    }
    return rows;
  }

  private static ReaderRow row(ReaderReads each, Reasons reasons) {
    var partial =
        each.partialObjects() == 0
            ? ""
            : " (" + Words.count(each.partialObjects()) + " of them in part)";
    var listings = each.listings() == 0 ? "" : " and " + Words.count(each.listings()) + " listings";
    return new ReaderRow(
        each.reader().name(),
        words(each.reader().kind()),
        each.resource().shortName(),
        Words.count(each.objects()) + partial,
        Words.count(each.reads()) + listings,
        Words.bytes(each.bytes()),
        Words.time(each.first()),
        Words.time(each.last()),
        cut(each.addresses(), ADDRESSES),
        cut(each.sample(), SAMPLE),
        each.reader().chain(),
        reasons.words(each.because()),
        cut(each.events().stream().map(reasons::event).toList(), EVENTS));
  }

  private static List<String> cut(List<String> texts, int most) {
    if (texts.size() <= most) {
      return texts;
    }
    var cut = new ArrayList<>(texts.subList(0, most));
    cut.add("and " + (texts.size() - most) + " more");
    return cut;
  }

  /// What the kind of a reader means.
  public static String words(ReaderKind kind) {
    return switch (kind) {
      case ANONYMOUS -> "no credential at all";
      case FOREIGN_ACCOUNT -> "an account that is not yours";
      case OUTSIDE_HOME -> "a workload's credential used away from its home";
      case UNDECLARED -> "yours, but not a declared reader of this store";
      case NAMED -> "named by you";
      case SUSPECTED -> "suspected: the address may not be the credential's home";
    };
  }
}
