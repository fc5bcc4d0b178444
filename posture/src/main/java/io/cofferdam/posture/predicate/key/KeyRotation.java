package io.cofferdam.posture.predicate.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Keys of the customer are rotated at least once a year, and the next time is not past (AWS KMS
/// Developer Guide, "Rotate AWS KMS keys"). Only symmetric keys whose material KMS made can be.
final class KeyRotation implements Predicate {
  /// The period where none is told, and the longest that is accepted.
  private static final int DAYS = 365;

  @Override
  public Outcome evaluate(Resource key, Scene scene) {
    var rotation = key.fact("rotation");
    if (!rotation.path("KeyRotationEnabled").asBoolean(false)) {
      return new Verdict().wrong("it is never rotated", "KeyRotationEnabled false").outcome();
    }
    var verdict = new Verdict();
    var days = rotation.path("RotationPeriodInDays").asInt(DAYS);
    if (days > DAYS) {
      verdict.wrong(
          "it is rotated every " + days + " days, " + DAYS + " at most are wanted",
          "RotationPeriodInDays " + days);
    }
    time(rotation.path("NextRotationDate"))
        .filter(next -> next.isBefore(scene.takenAt()))
        .ifPresent(
            next -> verdict.wrong("it should have been rotated", "NextRotationDate " + next));
    return verdict.fine("it is rotated every " + days + " days").outcome();
  }

  /// A time as answers tell it: ISO 8601, or seconds since 1970.
  private static Optional<Instant> time(JsonNode node) {
    try {
      return node.isNumber()
          ? Optional.of(Instant.ofEpochSecond(node.asLong()))
          : node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
