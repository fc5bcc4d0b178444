package io.cofferdam.posture.trail;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether a trail really logs and delivers, by its status
/// (`https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html`).
public sealed interface TrailHealth {
  Duration FRESH = Duration.ofHours(1);
  Duration STALE = Duration.ofHours(24);

  /// It logs, delivered within the last hour and met no error.
  record Live() implements TrailHealth {}

  /// It does not.
  ///
  /// @param why follows its name: `is stopped`
  record Broken(String why, String seen) implements TrailHealth {}

  /// It could not be told.
  record Unclear(List<String> missing) implements TrailHealth {
    public Unclear {
      missing = List.copyOf(missing);
    }
  }

  /// What the status of a trail tells.
  ///
  /// @param now when the status was read, at the latest
  static TrailHealth of(Resource trail, Instant now) {
    var gaps = trail.gapsOf(List.of("status"));
    if (!gaps.isEmpty()) {
      return new Unclear(gaps.stream().map(Gap::words).toList());
    }
    if (!trail.fact("status.IsLogging").asBoolean(false)) {
      var stopped = trail.fact("status.StopLoggingTime").asText("");
      return new Broken(
          "is stopped" + (stopped.isEmpty() ? "" : " since " + stopped), "IsLogging is false");
    }
    var error = trail.fact("status.LatestDeliveryError").asText("");
    if (!error.isEmpty()) {
      return new Broken(
          "cannot deliver to its bucket `" + trail.fact("S3BucketName").asText("") + "`",
          "LatestDeliveryError is " + error);
    }
    var delivered = instant(trail, "status.LatestDeliveryTime");
    var started = instant(trail, "status.StartLoggingTime");
    if (delivered.isEmpty()) {
      return started.isPresent() && started.get().isBefore(now.minus(STALE))
          ? new Broken("has never delivered", "no LatestDeliveryTime, started " + started.get())
          : new Unclear(
              List.of(
                  "cloudtrail:GetTrailStatus: a delivery; there was none yet when it was asked"));
    }
    if (delivered.get().isBefore(now.minus(STALE))) {
      return new Broken(
          "has delivered nothing for a day", "LatestDeliveryTime is " + delivered.get());
    }
    return delivered.get().isBefore(now.minus(FRESH))
        ? new Unclear(
            List.of(
                "cloudtrail:GetTrailStatus: a delivery within the last hour; the last was at "
                    + delivered.get()))
        : new Live();
  }

  static Optional<Instant> instant(Resource of, String path) {
    var text = of.fact(path).asText("");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException unfit) {
      return Optional.empty();
    }
  }
}
