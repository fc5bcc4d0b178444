package io.cofferdam.app.review;

import io.cofferdam.posture.scene.AccessReviews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a ledger of reviews holds.
///
/// @param reviews those that count, in the order of the configuration they are about
/// @param refused why others do not, in words
public record ReviewRecord(List<SignedReview> reviews, List<String> refused) {
  public ReviewRecord {
    reviews =
        reviews.stream()
            .sorted(Comparator.comparing(SignedReview::takenAt).thenComparing(SignedReview::at))
            .toList();
    refused = List.copyOf(refused);
  }

  /// The last review of a configuration older than that one.
  public Optional<SignedReview> before(Instant takenAt) {
    return reviews.stream()
        .filter(review -> review.takenAt().isBefore(takenAt))
        .reduce((earlier, later) -> later);
  }

  /// The reviews of each resource, for the controls.
  public AccessReviews forControls() {
    Map<String, List<AccessReviews.Review>> byResource = new HashMap<>();
    for (var review : reviews) {
      var told = new AccessReviews.Review(review.takenAt(), review.at(), review.by());
      review
          .readers()
          .keySet()
          .forEach(id -> byResource.computeIfAbsent(id, _ -> new ArrayList<>()).add(told));
    }
    return new AccessReviews(byResource, refused);
  }
}
