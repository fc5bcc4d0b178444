package io.cofferdam.respond.spi;

import java.util.List;

/// What an act would do with a state.
public sealed interface Proposal {
  /// Steps in the order in which they are made; undone in the opposite one.
  ///
  /// @param limits what holds for this target beside the limits of the kind
  record Steps(List<Step> steps, List<String> limits) implements Proposal {
    public Steps {
      steps = List.copyOf(steps);
      limits = List.copyOf(limits);
    }
  }

  /// What the act would bring about is so already.
  record Already(String words) implements Proposal {}

  /// The act cannot be done to this target.
  record Impossible(String words) implements Proposal {}
}
