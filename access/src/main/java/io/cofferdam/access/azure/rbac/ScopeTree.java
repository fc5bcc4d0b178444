package io.cofferdam.access.azure.rbac;

import io.cofferdam.model.Ternary;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which management group each subscription and management group lies in.
///
/// @param parents by child; a child that is not listed has a parent that is not told
public record ScopeTree(Map<Scope, Scope> parents) {
  public ScopeTree {
    parents = Map.copyOf(parents);
  }

  /// Whether an assignment at `upper` reaches `lower`: equal, or above it. UNKNOWN where the chain
  /// of management groups ends without having been told.
  public Ternary covers(Scope upper, Scope lower) {
    if (upper.isRoot() || upper.covers(lower)) {
      return Ternary.TRUE;
    }
    if (!upper.isManagementGroup()) {
      return Ternary.FALSE;
    }
    Set<Scope> seen = new HashSet<>();
    Scope at = lower.isInSubscription() ? lower.subscription() : lower;
    while (seen.add(at)) {
      if (at.equals(upper)) {
        return Ternary.TRUE;
      }
      Scope parent = parents.get(at);
      if (parent == null) {
        return at.isRoot() ? Ternary.FALSE : Ternary.UNKNOWN;
      }
      at = parent;
    }
    return Ternary.UNKNOWN;
  }
}
