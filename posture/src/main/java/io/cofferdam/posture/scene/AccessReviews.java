package io.cofferdam.posture.scene;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The access reviews that people signed, as far as a ledger of them was given.
///
/// @param byResource the valid reviews of each resource, by its id
/// @param refused why entries of the ledger count for nothing, in words
public record AccessReviews(Map<String, List<Review>> byResource, List<String> refused) {
  public AccessReviews {
    var copy = new HashMap<String, List<Review>>();
    byResource.forEach((id, reviews) -> copy.put(id, List.copyOf(reviews)));
    byResource = Map.copyOf(copy);
    refused = List.copyOf(refused);
  }

  /// A review.
  ///
  /// @param takenAt when the configuration that was looked through was read: its age counts
  /// @param at when it was signed
  /// @param by whose key signed it, as that key was enrolled
  public record Review(Instant takenAt, Instant at, String by) {}

  /// The last review of a resource whose configuration was read by then.
  public Optional<Review> last(String resource, Instant until) {
    return byResource.getOrDefault(resource, List.of()).stream()
        .filter(review -> !review.takenAt().isAfter(until))
        .max(Comparator.comparing(Review::takenAt).thenComparing(Review::at));
  }
}
