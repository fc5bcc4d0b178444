package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.respond.exposure.ConfigurationChange;
import io.cofferdam.respond.exposure.ConfigurationChange.Effect;
import io.cofferdam.respond.reads.ReadFindings;
import io.cofferdam.respond.reads.SecretRead;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was done, as the logs tell it: shares with outsiders, secrets read, acts against the logs.
/// An act is in the logs or not; what it led to is another question.
final class Acts {
  private static final int NAMED = 3;

  private Acts() {}

  /// Who let outsiders in to what; empty when nobody did.
  static Optional<String> given(LeakReport report) {
    var given = report.changes().stream().filter(c -> c.effect() == Effect.GIVES).toList();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var first = new LinkedHashMap<String, ConfigurationChange>();
    given.forEach(each -> first.putIfAbsent(each.resource().id(), each));
    var named =
        first.values().stream()
            .limit(NAMED)
            .map(
                each ->
                    each.resource().kind().words()
                        + " "
                        + each.resource().shortName()
                        + " to "
                        + audiences(each)
                        + " at "
                        + Words.time(each.time())
                        + " UTC")
            .collect(Collectors.joining("; "));
    var more = first.size() - NAMED;
    return Optional.of(
        Words.count(given.size())
            + (given.size() == 1 ? " act" : " acts")
            + by(given.stream().map(ConfigurationChange::principal).toList())
            + " let outsiders in, or named them, on "
            + Words.count(first.size())
            + (first.size() == 1 ? " resource: " : " resources: ")
            + named
            + (more > 0 ? "; and " + Words.count(more) + " more" : "")
            + ".");
  }

  /// Reads of secrets by those who let outsiders in, tampered with logs or read what was not meant
  /// for them; empty when there are none. What others read of secrets is everyday work.
  static Optional<String> secrets(LeakReport report) {
    var suspects = suspects(report);
    var reads =
        report.secretReads().stream()
            .filter(each -> each.succeeded() && suspects.contains(each.principal()))
            .toList();
    if (reads.isEmpty()) {
      return Optional.empty();
    }
    long secrets = reads.stream().map(each -> each.secret().id()).distinct().count();
    var atLeast =
        report.secretReads().size() >= ReadFindings.SECRET_READS_AT_MOST ? "at least " : "";
    return Optional.of(
        Words.upperFirst(
            atLeast
                + Words.count(secrets)
                + (secrets == 1 ? " secret was read " : " secrets were read ")
                + (reads.size() == 1 ? "once" : Words.count(reads.size()) + " times")
                + by(reads.stream().map(SecretRead::principal).toList())
                + "; whether that was meant to be is for people to say."));
  }

  private static Set<String> suspects(LeakReport report) {
    var suspects = new HashSet<String>();
    report.changes().stream()
        .filter(each -> each.effect() == Effect.GIVES)
        .forEach(each -> suspects.add(each.principal()));
    report.tampering().forEach(each -> suspects.add(each.principal()));
    report.readers().forEach(each -> suspects.add(each.reader().name()));
    suspects.remove("");
    return suspects;
  }

  /// Acts that make the logs doubtful; empty when there are none.
  static Optional<String> tampering(LeakReport report) {
    var acts = report.tampering();
    if (acts.isEmpty()) {
      return Optional.empty();
    }
    var kinds = new LinkedHashSet<String>();
    acts.forEach(each -> kinds.add(each.action()));
    return Optional.of(
        Words.count(acts.size())
            + (acts.size() == 1 ? " act" : " acts")
            + by(acts.stream().map(each -> each.principal()).toList())
            + (acts.size() == 1 ? " makes" : " make")
            + " the logs themselves doubtful for a time: "
            + String.join(", ", kinds)
            + ".");
  }

  private static String audiences(ConfigurationChange change) {
    return change.outsiders().stream().map(each -> each.words()).collect(Collectors.joining(", "));
  }

  private static String by(List<String> principals) {
    var names = principals.stream().filter(each -> !each.isEmpty()).distinct().toList();
    return names.isEmpty()
        ? ""
        : names.size() == 1
            ? " by " + names.getFirst()
            : " by " + Words.count(names.size()) + " principals";
  }
}
