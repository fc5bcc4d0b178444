package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.ArtefactRow;
import io.cofferdam.app.report.page.PageView.StoreRow;
import io.cofferdam.app.report.page.PageView.SubjectRow;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.SubjectCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Numbers of people, objects and artefact parts as rows with a drawn range.
final class ScopeRows {
  private static final int STORES = 200;

  private ScopeRows() {}

  static List<SubjectRow> subjects(LeakReport report, Reasons reasons) {
    var subjects = report.subjectsByClass();
    var scale = scale(subjects.stream().map(SubjectCount::people));
    return subjects.stream()
        .map(
            each ->
                new SubjectRow(
                    country(each.country()),
                    each.dataClass(),
                    Words.count(each.people().atLeast()),
                    Words.count(each.people().estimate()),
                    Words.atMost(each.people().atMost()),
                    IntervalBar.svg(each.people(), scale),
                    reasons.words(each.because())))
        .toList();
  }

  static List<StoreRow> stores(LeakReport report, Reasons reasons) {
    var scale = scale(report.scope().stores().stream().map(s -> s.objects()));
    return report.scope().stores().stream()
        .limit(STORES)
        .map(
            each ->
                new StoreRow(
                    each.store().shortName(),
                    each.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Words.count(each.objects().atLeast()),
                    Words.count(each.objects().estimate()),
                    Words.atMost(each.objects().atMost()),
                    IntervalBar.svg(each.objects(), scale),
                    reasons.words(each.because())))
        .toList();
  }

  static List<ArtefactRow> artefacts(LeakReport report, Reasons reasons) {
    return report.scope().artefacts().stream()
        .map(
            each ->
                new ArtefactRow(
                    each.kind(),
                    each.version(),
                    each.store().shortName(),
                    Words.range(each.partsTaken())
                        + (each.partsTotal() < 0 ? "" : " of " + Words.count(each.partsTotal())),
                    words(each.complete()),
                    words(each.usable()),
                    reasons.words(each.because())))
        .toList();
  }

  /// The country's English name and code.
  static String country(String code) {
    if (code.equals(SubjectCount.UNRESOLVED)) {
      return "residence not resolved";
    }
    var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return name.equals(code) ? code : name + " (" + code + ")";
  }

  private static String words(Ternary value) {
    return switch (value) {
      case TRUE -> "yes";
      case FALSE -> "no";
      case UNKNOWN -> "unknown";
    };
  }

  private static long scale(Stream<Bounds> all) {
    return all.mapToLong(b -> b.bounded() ? b.atMost() : Math.max(1, b.estimate() * 2))
        .max()
        .orElse(1);
  }
}
