package io.cofferdam.posture.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.snapshot.SnapshotWriter;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers of a cloud, each written to the snapshot (where one is kept) before it is used. What
/// an earlier, stopped run has answered is not asked again; what it could not learn is.
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
      return known.get();
    }
    var answer = named(plan, reader.call(request));
    plan.drop().forEach(path -> drop(answer.body(), path.split("\\.", -1), 0));
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

  /// Replaces the values at a path by a mark; names of members of an object stay. A step `!a|b`
  /// stands for every member but these.
  private static void drop(JsonNode node, String[] path, int at) {
    if (node.isArray()) {
      node.forEach(each -> drop(each, path, at));
    } else if (path[at].startsWith("!")) {
      var kept = List.of(path[at].substring(1).split("\\|", -1));
      node.properties().stream()
          .filter(each -> !kept.contains(each.getKey()))
          .forEach(each -> each.setValue(TextNode.valueOf("(not kept)")));
    } else if (node instanceof ObjectNode object && object.has(path[at])) {
      if (at + 1 < path.length) {
        drop(object.get(path[at]), path, at + 1);
      } else if (object.get(path[at]) instanceof ObjectNode values) {
        values.properties().forEach(each -> each.setValue(values.textNode("(not kept)")));
      } else {
        object.put(path[at], "(not kept)");
      }
    }
  }
}
