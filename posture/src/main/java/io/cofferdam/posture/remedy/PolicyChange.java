package io.cofferdam.posture.remedy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A policy that would mend a finding, compared with the one that stands.
///
/// @param fact where the policy stands: `policy`
/// @param policy the whole new document; empty members: no policy at all
/// @param what what differs from the old one, in a sentence
/// @param closes whether a request is let in before and not after, with one
/// @param opens the same the other way round; it must not
/// @param cutsOff callers with a name who get in before and not after; one each
public record PolicyChange(
    String fact, ObjectNode policy, String what, Side closes, Side opens, List<Side> cutsOff) {
  public PolicyChange {
    cutsOff = List.copyOf(cutsOff);
  }

  /// What a comparison found on one side.
  ///
  /// @param answer `yes`, `no` or `unknown`
  /// @param request the request that shows it, or why it is not known; empty for `no`
  public record Side(String answer, String request) {}
}
