package io.cofferdam.respond.spi;

import java.util.List;

/// One way of containing a leak: reads, proposes, and says what is to be proved. It changes nothing
/// itself and holds no state of its own.
public interface Act {
  ActKind kind();

  /// Reads all that the act touches or goes by.
  ActState look(Target target, Looking looking);

  /// What it would do. The same state gives the same steps.
  ///
  /// @param mark short text that names the case; what the act makes carries it, so that it is found
  ///     again and not made twice
  Proposal propose(Target target, ActState state, String mark);

  /// What is to be proved of a change from one state to another, whoever made it.
  List<Claim> claims(Target target, ActState before, ActState after);
}
