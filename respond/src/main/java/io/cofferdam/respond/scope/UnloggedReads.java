package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.Sources;
import io.cofferdam.respond.reads.MeteredSpan;
import io.cofferdam.respond.reads.ReadFindings;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.respond.reads.StoreReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides for one resource when reads could have happened that no log tells of, and how many.
///
/// They are possible whenever the logs are not proved complete: through an opening, or with a
/// credential of the company, whose misuse needs none. That a case is explained by an opening does
/// not exclude the other way in.
final class UnloggedReads {
  private final ReadQuestion question;

  UnloggedReads(ReadFindings findings) {
    this.question = findings.question();
  }

  /// When the resource stood open, or may have.
  private Spans opening(ResourceId resource) {
    var windows = new ArrayList<Window>();
    for (var exposure : question.exposures()) {
      if (exposure.resource().equals(resource) && notClosed(exposure)) {
        windows.add(exposure.window());
      }
    }
    return Spans.of(windows).within(question.window());
  }

  private static boolean notClosed(Exposure exposure) {
    return switch (exposure.state()) {
      case OPEN, UNKNOWN -> true;
      case CLOSED -> false;
    };
  }

  Unlogged of(StoreReads store) {
    var whole = Spans.of(List.of(question.window()));
    var left = whole.minus(complete(store));
    if (left.isEmpty()) {
      return new Unlogged(
          Spans.NONE,
          true,
          0,
          0,
          true,
          !store.spans().isEmpty(),
          List.of(Reason.of("the logs are proved complete for the whole period")));
    }
    var because = new ArrayList<Reason>();
    because.add(
        Reason.of(
            "nothing proves the logs complete for "
                + left.words()
                + ", so unlogged reads count there"));
    because.add(waysIn(store));
    return metered(store, left, because);
  }

  private Reason waysIn(StoreReads store) {
    var opening = opening(store.store());
    var credential =
        store.credentials() + store.undecided() > 0
            ? "a credential of the company was used, and may have been more often"
            : "nothing excludes that a credential of the company was misused";
    return Reason.of(
        opening.isEmpty()
            ? "no time is known at which it may have stood open; " + credential
            : "open, or not known to be closed: " + opening.words() + "; " + credential);
  }

  private Spans complete(StoreReads store) {
    var windows = new ArrayList<Window>();
    for (var coverage : question.coverage()) {
      if (coverage.coverage() == Coverage.COMPLETE && about(coverage, store)) {
        windows.add(coverage.window());
      }
    }
    return Spans.of(windows);
  }

  private static boolean about(SourceCoverage coverage, StoreReads store) {
    var source = coverage.source().toLowerCase(Locale.ROOT);
    if (source.contains("management")
        || source.contains("server access")
        || coverage.source().equals(Sources.AZURE_ACTIVITY)
        || coverage.source().equals(Sources.AZURE_STORAGE_WRITES)) {
      return false;
    }
    var about = coverage.about();
    return about.equals(store.store().id()) || about.equals(store.store().shortName());
  }

  private Unlogged metered(StoreReads store, Spans left, List<Reason> because) {
    var covered = new ArrayList<Window>();
    var counted = new ArrayList<MeteredSpan>();
    boolean before = false;
    for (var span : store.spans()) {
      covered.add(span.span());
      boolean counts = left.overlaps(span.span());
      if (counts || before) {
        counted.add(span);
      }
      before = counts && span.contradicted();
    }
    addNeighbours(store.spans(), counted);
    var gaps = left.minus(Spans.of(covered));
    if (store.spans().isEmpty() || !gaps.isEmpty()) {
      because.add(
          Reason.of(
              store.spans().isEmpty()
                  ? "no whole usage report of all operations names the store, so nothing caps"
                      + " unlogged reads"
                  : "no usage report covers "
                      + gaps.words()
                      + ", so nothing caps unlogged reads there"));
      return new Unlogged(
          left,
          false,
          Unlogged.UNCAPPED,
          Unlogged.UNCAPPED,
          false,
          !store.spans().isEmpty(),
          because);
    }
    if (copiesNotMetered(store.spans())) {
      because.add(
          Reason.of("copies are logged that the usage report does not meter, so it caps nothing"));
      return new Unlogged(left, false, Unlogged.UNCAPPED, Unlogged.UNCAPPED, false, true, because);
    }
    long reads = 0;
    long bytes = 0;
    for (var span : counted) {
      reads += span.missingReads();
      bytes += span.missingBytes();
      if (span.missingReads() > 0 && because.size() < 12) {
        because.add(new Reason(arithmetic(span), rows(span)));
      }
    }
    because.add(
        Reason.of(
            reads + " reads were metered in " + counted.size() + " spans that no log tells of"));
    return new Unlogged(
        left,
        true,
        reads,
        store.sameRegionMetered() ? bytes : Unlogged.UNCAPPED,
        false,
        true,
        because);
  }

  /// Where more is logged than metered in a span, clocks differ at its edge: what is missing
  /// beside it may belong to it.
  private static void addNeighbours(List<MeteredSpan> spans, List<MeteredSpan> counted) {
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).contradicted()
          && counted.contains(spans.get(i))
          && !counted.contains(spans.get(i - 1))) {
        counted.addFirst(spans.get(i - 1));
      }
    }
  }

  private static boolean copiesNotMetered(List<MeteredSpan> spans) {
    long metered = spans.stream().mapToLong(MeteredSpan::copies).sum();
    long logged = spans.stream().mapToLong(MeteredSpan::loggedCopies).sum();
    return logged > metered;
  }

  private static String arithmetic(MeteredSpan span) {
    return (span.gets() + span.copies())
        + " metered - "
        + (span.loggedGets() + span.loggedCopies())
        + " logged = "
        + span.missingReads()
        + " missing in "
        + span.span().from()
        + " to "
        + span.span().until();
  }

  private static List<EventRef> rows(MeteredSpan span) {
    return span.rows();
  }
}
