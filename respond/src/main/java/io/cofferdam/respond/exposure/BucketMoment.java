package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.model.time.Window;
import java.util.List;

/// A span in which no part of a bucket's configuration changes, with every state it may have had.
///
/// @param states one, or several while a change takes effect; empty when there were too many
/// @param told the observations that the state rests on, latest first
record BucketMoment(Window window, List<Possible> states, List<Observation> told) {

  /// @param existence whether the bucket was there, in which case `state` says how
  record Possible(BucketSetting existence, BucketState state) {}

  BucketMoment {
    states = List.copyOf(states);
    told = List.copyOf(told);
  }

  BucketMoment within(Window narrower) {
    return new BucketMoment(narrower, states, told);
  }
}
