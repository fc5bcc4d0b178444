package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.scope.SubjectCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What happened, in sentences that each stand on their own, the gravest first.
public final class Story {
  private Story() {}

  static String title(LeakReport report) {
    var name = report.dataMap().organisation().name();
    return name.isEmpty() ? "Leak report" : "Leak report: " + name;
  }

  static String subtitle(LeakReport report) {
    if (report.events() == 0) {
      return "No period: " + report.periodBecause();
    }
    return "Period "
        + Words.time(report.period().from())
        + " to "
        + Words.time(report.period().until())
        + " UTC ("
        + report.periodBecause()
        + ")";
  }

  static String generated(LeakReport report) {
    return "Made "
        + Words.time(report.made())
        + " UTC by Cofferdam "
        + report.toolVersion()
        + " from "
        + Words.count(report.inputs().size())
        + " inputs";
  }

  /// The sentences.
  public static List<String> sentences(LeakReport report) {
    var sentences = new ArrayList<String>();
    var given = Acts.given(report);
    if (spans(report, ExposureState.OPEN).isEmpty()) {
      given.ifPresent(sentences::add);
      sentences.add(opened(report));
    } else {
      sentences.add(opened(report));
      given.ifPresent(sentences::add);
    }
    sentences.add(read(report));
    Acts.secrets(report).ifPresent(sentences::add);
    Acts.tampering(report).ifPresent(sentences::add);
    sentences.add(people(report));
    sentences.add(origin(report));
    sentences.add(DutyRows.sentence(report));
    return sentences;
  }

  static String subjectsNote(LeakReport report) {
    if (!report.dataMapGiven()) {
      return "No data map was given, so this report counts objects, not people.";
    }
    return "Distinct people over all countries: "
        + Words.range(report.scope().people())
        + ". Somebody whose residence is not resolved is counted in the at-most of every plausible"
        + " country, so the rows do not add up.";
  }

  private static String opened(LeakReport report) {
    if (report.events() == 0) {
      return "Nothing can be said of what stood open: the inputs hold no record of any known log"
          + " format.";
    }
    var open = spans(report, ExposureState.OPEN);
    if (!open.isEmpty()) {
      var first = open.getFirst();
      var others = open.stream().map(e -> e.resource().id()).distinct().count() - 1;
      var spansOfIt =
          open.stream()
              .filter(
                  e ->
                      e.resource().equals(first.resource())
                          && e.audience().equals(first.audience()))
              .toList();
      var last = spansOfIt.getLast();
      return first.resource().kind().words()
          + " "
          + first.resource().shortName()
          + " stood open to "
          + first.audience().words()
          + " from "
          + Words.time(first.window().from())
          + " to "
          + Words.time(last.window().until())
          + " UTC"
          + (spansOfIt.size() > 1 ? ", in " + spansOfIt.size() + " proved spans" : "")
          + (others > 0 ? "; so did " + others + " more" : "")
          + ".";
    }
    if (report.exposures().isEmpty()) {
      return "No store's configuration can be followed with the logs that were given, so whether"
          + " something stood open cannot be said.";
    }
    var unknown =
        spans(report, ExposureState.UNKNOWN).stream()
            .map(e -> e.resource().id())
            .distinct()
            .count();
    return unknown == 0
        ? "Nothing is found to have stood open to outsiders in this period."
        : (Acts.given(report).isPresent()
                ? "How long anything stood open is not proved"
                : "Nothing is proved to have stood open")
            + ", and for "
            + Words.count(unknown)
            + (unknown == 1 ? " resource" : " resources")
            + " it cannot be excluded with the logs that were given.";
  }

  private static String undecided(LeakReport report) {
    long reads = report.undecidedReads();
    return reads == 0
        ? ""
        : " Of "
            + Words.count(reads)
            + (reads == 1 ? " read" : " reads")
            + " the logs do not tell whether the caller was meant to read: see what is unknown.";
  }

  private static String read(LeakReport report) {
    var readers = report.readers().stream().filter(r -> r.reads() > 0).toList();
    var objects = report.scope().objects();
    if (report.events() == 0) {
      return "For the same reason nothing can be said of who read what.";
    }
    if (readers.isEmpty()) {
      return report.scope().noEvidenceOfAccess()
          ? "There is no evidence of access, and the logs are complete for the whole period in"
              + " question."
          : "The logs given show no read by anybody it was not meant for; that one happened cannot"
              + " be excluded, because they are not proved complete."
              + undecided(report);
    }
    var kinds =
        readers.stream()
            .map(r -> r.reader().kind())
            .distinct()
            .map(Story::who)
            .collect(Collectors.joining(" and "));
    var first =
        readers.stream().map(ReaderReads::first).min(Comparator.naturalOrder()).orElseThrow();
    var last = readers.stream().map(ReaderReads::last).max(Comparator.naturalOrder()).orElseThrow();
    long bytes = readers.stream().mapToLong(ReaderReads::bytes).sum();
    return Words.upperFirst(kinds)
        + " took "
        + (objects.exact()
            ? Words.count(objects.atLeast()) + " objects"
            : "at least "
                + Words.count(objects.atLeast())
                + " objects ("
                + (objects.bounded()
                    ? "at most " + Words.count(objects.atMost())
                    : "no upper limit is known")
                + ")")
        + ", "
        + Words.bytes(bytes)
        + " as far as logged, between "
        + Words.time(first)
        + " and "
        + Words.time(last)
        + " UTC.";
  }

  private static String who(ReaderKind kind) {
    return switch (kind) {
      case ANONYMOUS -> "callers without any credential";
      case FOREIGN_ACCOUNT -> "an account that is not yours";
      case OUTSIDE_HOME -> "a workload's credential away from its home";
      case UNDECLARED -> "a principal of yours that is no declared reader";
      case NAMED -> "those you named";
      case SUSPECTED -> "a credential whose address is doubtful";
    };
  }

  private static String people(LeakReport report) {
    if (!report.dataMapGiven()) {
      return "Whose data that is cannot be said without a data map.";
    }
    var people = report.scope().people();
    var countries = new LinkedHashSet<String>();
    var classes = new LinkedHashSet<String>();
    for (var each : report.subjectsByClass()) {
      if (each.people().atMost() > 0 && !each.country().equals(SubjectCount.UNRESOLVED)) {
        countries.add(each.country());
      }
      if (each.people().atMost() > 0) {
        classes.add(each.dataClass());
      }
    }
    if (people.atMost() == 0) {
      return "By the data map, no personal data was in what was taken.";
    }
    return (people.exact()
            ? "It concerns " + Words.count(people.atLeast()) + " people"
            : "It concerns at least "
                + Words.count(people.atLeast())
                + " and at most "
                + Words.atMost(people.atMost())
                + " people")
        + (countries.isEmpty() ? "" : " in " + String.join(", ", countries))
        + (classes.isEmpty() ? "" : " (" + String.join(", ", classes) + ")")
        + ".";
  }

  private static String origin(LeakReport report) {
    var answers = report.origin().answers();
    if (answers.contains(OriginAnswer.UNDETERMINED)) {
      return "Where it came from is undetermined.";
    }
    return "It came from: "
        + answers.stream().map(OriginAnswer::words).collect(Collectors.joining(" and "))
        + ".";
  }

  private static List<Exposure> spans(LeakReport report, ExposureState state) {
    return report.exposures().stream().filter(e -> e.state() == state).toList();
  }
}
