package io.cofferdam.respond.spi;

import java.util.List;
import java.util.Optional;

/// One change, how to know that it was made, and its inverse.
///
/// @param words what it does: `block public policies and ACLs of shop-training`
/// @param makes what the state says once it was made; a state that says so already needs no call
/// @param undo the call that brings back what the plan's state had at those places; absent where
///     there is no way back
public record Step(String words, ActCall call, List<Made> makes, Optional<ActCall> undo) {
  public Step {
    makes = List.copyOf(makes);
  }
}
