package io.cofferdam.posture.collect;

/// A call that is due, and what its answer is about.
///
/// @param region the region to ask, or empty for a service that is asked once for all
record Due(Step step, String region, Draft about) {}
