package io.cofferdam.app.readiness;

import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.respond.coverage.CoverageFinder;
import io.cofferdam.respond.reads.ReadCollector;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.respond.scope.ScopeCalculator;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Investigates an example leak of one store, from the events that its logs would hold.
///
/// No exposure is assumed: a misused credential needs none, so no bound depends on one
/// (docs/bounds.md).
final class Rehearsal {
  private final Path temporary;
  private final Instant begin;

  /// @param temporary a folder that is there
  /// @param at when the configuration was read
  Rehearsal(Path temporary, Instant at) {
    this.temporary = temporary;
    this.begin = at.truncatedTo(ChronoUnit.HOURS);
  }

  /// What could be said after an example leak, or if nothing had been taken.
  LeakAnswer answer(Subject subject, StoreLogs logs, boolean takes) {
    var events = new ExampleEvents(subject, logs, begin, takes);
    var coverage = new CoverageFinder();
    try (var reads = new ReadCollector(temporary)) {
      events.items().forEach(coverage::add);
      events.digests().forEach(coverage::add);
      for (var read : events.reads()) {
        coverage.seen(read);
        reads.add(read);
      }
      events.statements().forEach(reads::add);
      events.inventory().forEach(reads::add);
      events.usage().forEach(reads::add);
      var covered = coverage.resolve(events.period(), List.of(), List.of(logs.store()));
      var found =
          reads.resolve(
              new ReadQuestion(
                  List.of(),
                  subject.map(),
                  List.of(logs.account()),
                  ReadQuestion.Named.NOBODY,
                  events.period(),
                  covered.coverage()));
      var scope = ScopeCalculator.calculate(found);
      return new LeakAnswer(
          takes ? subject.taken().size() : 0,
          scope.objects(),
          scope.people(),
          !takes && scope.noEvidenceOfAccess());
    }
  }
}
