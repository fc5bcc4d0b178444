package io.cofferdam.app.custody;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.fetch.TryPause;
import io.cofferdam.aws.LockedObjects;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts one object unless it is held already, and reads back what is held. Thread-safe.
///
/// @param objects of the bucket
record LockedPut(LockedObjects objects) {
  private static final int TRIES = 4;

  /// Whether an object is held until the day.
  sealed interface Holding {}

  /// @param version its version id
  record Held(String version) implements Holding {}

  /// @param why in words
  record NotHeld(String why) implements Holding {}

  Holding hold(LockedObjects.Put put) {
    var before = tried(() -> objects.head(put.key(), Optional.empty()));
    if (before.outcome() == CallOutcome.ANSWERED) {
      if (difference(before.body(), put).isEmpty()) {
        return new Held(before.body().path("VersionId").asText());
      }
    } else if (before.outcome() != CallOutcome.ABSENT) {
      return new NotHeld("it cannot be asked for: " + before.message());
    }
    var answer = tried(() -> objects.put(put));
    var version = answer.body().path("VersionId").asText("");
    if (!answer.outcome().conclusive()) {
      return new NotHeld("it was not taken: " + answer.message());
    }
    if (version.isEmpty()) {
      return new NotHeld("it was taken without a version id");
    }
    return proved(put, version);
  }

  private Holding proved(LockedObjects.Put put, String version) {
    var after = tried(() -> objects.head(put.key(), Optional.of(version)));
    if (after.outcome() != CallOutcome.ANSWERED) {
      return new NotHeld("it was put, and cannot be read back: " + after.message());
    }
    return difference(after.body(), put)
        .<Holding>map(why -> new NotHeld("it was put, and what is held differs: " + why))
        .orElseGet(() -> new Held(version));
  }

  /// How what is held falls short of what is to be held.
  private static Optional<String> difference(JsonNode held, LockedObjects.Put put) {
    if (held.path("ContentLength").asLong(-1) != put.bytes()) {
      return Optional.of("its size is " + held.path("ContentLength").asText());
    }
    if (!held.path("ChecksumSHA256").asText("").equals(put.sha256())) {
      return Optional.of("its SHA-256 is another, or not told");
    }
    if (!held.path("ObjectLockMode").asText("").equals("COMPLIANCE")) {
      return Optional.of("it is not in compliance mode, or s3:GetObjectRetention is not allowed");
    }
    var until = held.path("ObjectLockRetainUntilDate").asText("");
    try {
      return Instant.parse(until).isBefore(put.retainUntil())
          ? Optional.of("it is retained until " + until + " only")
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.of("until when it is retained is not told");
    }
  }

  private static CallAnswer tried(Supplier<CallAnswer> call) {
    for (int tries = 1; ; tries++) {
      var answer = call.get();
      if (answer.outcome().conclusive()
          || answer.trouble() == Trouble.NONE
          || tries >= TRIES
          || !TryPause.after(tries)) {
        return answer;
      }
    }
  }
}
