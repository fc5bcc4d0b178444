package io.cofferdam.app.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.tamper.EventSelectors;

/// What a trail would tell of a store.
///
/// @param id its ARN
/// @param running whether it is logging
/// @param digests whether it writes digest files
/// @param selectors its selectors with names as CloudTrail's records write them
///     (`eventSelectors`, `advancedEventSelectors`); missing where they could not be learnt
record TrailLogs(
    String id,
    String name,
    String homeRegion,
    boolean multiRegion,
    boolean running,
    boolean digests,
    JsonNode selectors) {

  /// Whether it logs in a region.
  boolean reaches(String region) {
    return !region.isEmpty() && (multiRegion || homeRegion.equals(region));
  }

  boolean readsOf(String bucket) {
    return EventSelectors.read(selectors).readsOfBucket(bucket);
  }

  TrailLogs started() {
    return new TrailLogs(id, name, homeRegion, multiRegion, true, digests, selectors);
  }

  TrailLogs withDigests() {
    return new TrailLogs(id, name, homeRegion, multiRegion, running, true, selectors);
  }

  TrailLogs withSelectors(JsonNode others) {
    return new TrailLogs(id, name, homeRegion, multiRegion, running, digests, others);
  }
}
