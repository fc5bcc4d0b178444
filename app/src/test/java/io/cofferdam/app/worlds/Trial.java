package io.cofferdam.app.worlds;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.model.scope.Bounds;

/// A generated world, and what the investigation of its logs found.
///
/// @param pick the seed that picked the request, or the world's own seed
public record Trial(long pick, DrillRequest request, Truth truth, LeakReport report) {
  String name() {
    return request.scenario()
        + " (pick "
        + pick
        + ", seed "
        + request.seed()
        + (truth.flags().exact() ? ", exact" : "")
        + ")";
  }

  boolean mapGiven() {
    return request.sources().dataMap();
  }

  /// Width of a bound in units of the truth.
  static double width(Bounds bounds, long truth) {
    return bounds.bounded()
        ? (double) (bounds.atMost() - bounds.atLeast()) / Math.max(1, truth)
        : Double.POSITIVE_INFINITY;
  }

  static boolean holds(Bounds bounds, long truth) {
    return bounds.atLeast() <= truth && truth <= bounds.atMost();
  }

  static String words(Bounds bounds) {
    return "["
        + bounds.atLeast()
        + ", "
        + bounds.estimate()
        + ", "
        + (bounds.bounded() ? bounds.atMost() + "" : "unbounded")
        + "]";
  }
}
