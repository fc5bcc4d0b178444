package io.cofferdam.posture.collect;

import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.secret.Redaction;
import io.cofferdam.posture.snapshot.SnapshotWriter;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Answers of a cloud, each written to the snapshot (where one is kept) before it is used. What an
/// earlier, stopped run has answered is not asked again; what it could not learn is.
public final class LiveAnswers implements AnswerSource {
  private final CloudReader reader;
  private final Optional<SnapshotWriter> writer;
  private final Optional<StoredSnapshot> earlier;
  private final Supplier<Instant> clock;

  public LiveAnswers(
      CloudReader reader,
      Optional<SnapshotWriter> writer,
      Optional<StoredSnapshot> earlier,
      Supplier<Instant> clock) {
    this.reader = reader;
    this.writer = writer;
    this.earlier = earlier;
    this.clock = clock;
  }

  @Override
  public CallAnswer ask(CallPlan plan, CallRequest request) {
    var known = earlier.flatMap(snapshot -> snapshot.find(request));
    if (known.isPresent() && known.get().outcome().conclusive()) {
      return known.get().after(0);
    }
    var told = named(plan, reader.call(request));
    Redaction.apply(
        told.body(),
        plan.drop(),
        plan.paging().map(paging -> Set.of(paging.next())).orElse(Set.of()));
    var answer = told.saying(Redaction.words(told.message()));
    writer.ifPresent(to -> to.write(request, plan.permission(), answer, clock.get()));
    return answer;
  }

  private static CallAnswer named(CallPlan plan, CallAnswer answer) {
    return !answer.outcome().conclusive() && meansNone(plan, answer)
        ? answer.as(CallOutcome.ABSENT)
        : answer;
  }

  /// Some services say by one code that there is nothing and that it is not allowed; their message
  /// tells which.
  private static boolean meansNone(CallPlan plan, CallAnswer answer) {
    return plan.absent().stream()
        .map(each -> each.split(": ", 2))
        .anyMatch(
            each ->
                each[0].equals(answer.errorCode())
                    && (each.length == 1 || answer.message().contains(each[1])));
  }
}
