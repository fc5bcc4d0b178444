package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.respond.reads.Unit;
import java.util.List;

/// Objects of one unit.
///
/// @param known objects known to exist; `universe` how many there are at most,
///     [Bounds#UNBOUNDED] where nothing tells
/// @param proved objects of which content went to proved readers, `whole` of them whole for
///     certain
/// @param likely those and the ones that went to suspected readers
/// @param touched all of which content may have gone to somebody it was not meant for
/// @param largest size of the largest object known, or -1 where some size is not known
/// @param objects the answer
record StoreCount(
    Unit unit,
    long known,
    long universe,
    long proved,
    long whole,
    long likely,
    long touched,
    long largest,
    Bounds objects,
    List<Reason> because) {
  StoreCount {
    because = List.copyOf(because);
  }

  /// Objects that nobody is known to have read.
  long unread() {
    return universe == Bounds.UNBOUNDED ? Bounds.UNBOUNDED : Math.max(0, universe - touched);
  }
}
