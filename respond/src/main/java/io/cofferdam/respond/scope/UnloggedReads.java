package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.reads.MeteredSpan;
import io.cofferdam.respond.reads.ReadFindings;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.respond.reads.StoreReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides for one resource when reads could have happened that no log tells of, and how many.
///
/// Two ways in are told apart. Through the opening: while the resource stood OPEN, or it is
/// UNKNOWN whether it did. With a credential of the company: at any time, which counts where a
/// sign points to it, and where nothing else explains the case or excludes it.
final class UnloggedReads {
  private final ReadQuestion question;
  private final boolean leakFound;

  UnloggedReads(ReadFindings findings) {
    this.question = findings.question();
    leakFound =
        findings.stores().values().stream().anyMatch(s -> s.outsiders() > 0)
            || question.exposures().stream()
                .anyMatch(
                    e ->
                        e.state() == ExposureState.OPEN
                            && Kinds.holdsContent(e.resource())
                            && e.window().overlaps(question.window()));
  }

  /// When the resource stood open, or may have.
  Spans opening(ResourceId resource) {
    var windows = new ArrayList<Window>();
    for (var exposure : question.exposures()) {
      if (exposure.resource().equals(resource) && notClosed(exposure)) {
        windows.add(exposure.window());
      }
    }
    return Spans.of(windows).within(question.window());
  }

  private boolean isOpen(ResourceId resource) {
    return question.exposures().stream()
        .anyMatch(
            e ->
                e.resource().equals(resource)
                    && e.state() == ExposureState.OPEN
                    && e.window().overlaps(question.window()));
  }

  private static boolean notClosed(Exposure exposure) {
    return switch (exposure.state()) {
      case OPEN, UNKNOWN -> true;
      case CLOSED -> false;
    };
  }

  Unlogged of(StoreReads store) {
    var because = new ArrayList<Reason>();
    var whole = Spans.of(List.of(question.window()));
    var opening = opening(store.store());
    var complete = complete(store);
    var possible = opening;
    if (credentialInQuestion(store)) {
      possible = whole;
      because.add(
          Reason.of(
              store.credentials() + store.undecided() > 0
                  ? "a credential of the company was used, so unlogged reads count over the whole"
                      + " period"
                  : "nothing excludes that a credential of the company was misused, so unlogged"
                      + " reads count over the whole period"));
    } else if (witnessedElsewhere(store, opening)) {
      possible = whole;
      because.add(
          new Reason(
              "outsiders read while the configuration says it was closed, so when it was open is not"
                  + " known",
              store.witnesses()));
    } else if (!opening.isEmpty()) {
      because.add(Reason.of("open, or not known to be closed: " + opening.words()));
    } else {
      because.add(
          Reason.of(
              "closed all the time, and no sign of a misused credential while most reads are"
                  + " logged"));
    }
    var left = possible.minus(complete);
    boolean all = whole.minus(complete).isEmpty();
    if (left.isEmpty()) {
      if (!possible.isEmpty()) {
        because.add(Reason.of("the logs are proved complete for all of that time"));
      }
      return new Unlogged(Spans.NONE, true, 0, 0, all, !store.spans().isEmpty(), because);
    }
    return metered(store, left, all, because);
  }

  /// An opening that is proved, or through which outsiders were seen to read, explains the case;
  /// one that is merely not excluded does not.
  private boolean credentialInQuestion(StoreReads store) {
    if (store.credentials() + store.undecided() > 0) {
      return true;
    }
    if (store.outsiders() > 0 || isOpen(store.store())) {
      return false;
    }
    return !leakFound || !mostIsLogged(store);
  }

  private static boolean witnessedElsewhere(StoreReads store, Spans opening) {
    var witnessed = store.witnessed();
    return witnessed != null && !Spans.of(List.of(witnessed)).minus(opening).isEmpty();
  }

  /// Whether metering shows, for most of the period, that most reads are logged: then a theft
  /// that left no line at all is not assumed.
  private boolean mostIsLogged(StoreReads store) {
    var spans = new ArrayList<Window>();
    long metered = 0;
    long missing = 0;
    for (var span : store.spans()) {
      spans.add(span.span());
      metered += span.gets() + span.copies();
      missing += span.missingReads();
    }
    var covered = Spans.of(spans).within(question.window()).length();
    return covered.multipliedBy(2).compareTo(question.window().length()) >= 0
        && missing * 2 <= metered;
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
    if (source.contains("management") || source.contains("server access")) {
      return false;
    }
    var about = coverage.about();
    return about.equals(store.store().id())
        || about.equals(store.store().shortName())
        || (source.contains("data event")
            && !store.owner().isEmpty()
            && (about.equals(store.owner()) || about.startsWith(store.owner() + "/")));
  }

  private Unlogged metered(StoreReads store, Spans left, boolean all, List<Reason> because) {
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
                  ? "no usage report names the store, so nothing caps unlogged reads"
                  : "the usage report has no row for "
                      + gaps.words()
                      + ", so nothing caps"
                      + " unlogged reads there"));
      return new Unlogged(
          left,
          false,
          Unlogged.UNCAPPED,
          Unlogged.UNCAPPED,
          all,
          !store.spans().isEmpty(),
          because);
    }
    if (copiesNotMetered(store.spans())) {
      because.add(
          Reason.of("copies are logged that the usage report does not meter, so it caps nothing"));
      return new Unlogged(left, false, Unlogged.UNCAPPED, Unlogged.UNCAPPED, all, true, because);
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
        all,
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
