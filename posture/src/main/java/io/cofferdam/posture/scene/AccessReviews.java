package io.cofferdam.posture.scene;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The access reviews that people signed, as far as a ledger of them was given: the last of each
/// resource.
public record AccessReviews(Map<String, Review> byResource) {
  public AccessReviews {
    byResource = Map.copyOf(byResource);
  }

  /// A review.
  ///
  /// @param at when it was signed
  /// @param key the name of the reviewer's key, which tells a person only to who enrolled it
  public record Review(Instant at, String key) {}

  /// The last review of a resource, by its id.
  public Optional<Review> of(String resource) {
    return Optional.ofNullable(byResource.get(resource));
  }
}
