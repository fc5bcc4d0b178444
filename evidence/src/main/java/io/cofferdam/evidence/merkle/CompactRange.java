package io.cofferdam.evidence.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The right edge of a growing tree: one hash per set bit of the size, enough to add leaves and to
/// know the root, in memory that grows with the logarithm of the size. For one thread.
public final class CompactRange {
  private final TreeHasher hasher;
  private final List<Hash> edge = new ArrayList<>();
  private long size;

  public CompactRange(TreeHasher hasher) {
    this.hasher = hasher;
  }

  /// The edge of a tree of `size` leaves that exists already.
  ///
  /// @throws IOException when a subtree cannot be read
  public static CompactRange resume(TreeHasher hasher, long size, PerfectSubtrees subtrees)
      throws IOException {
    var range = new CompactRange(hasher);
    var start = 0L;
    for (int level = 62; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        range.edge.add(subtrees.root(level, start >> level));
        start += 1L << level;
      }
    }
    range.size = size;
    return range;
  }

  public void add(Hash leaf) {
    var carried = leaf;
    for (var bits = size; (bits & 1) == 1; bits >>= 1) {
      carried = hasher.node(edge.removeLast(), carried);
    }
    edge.add(carried);
    size++;
  }

  public long size() {
    return size;
  }

  public Hash root() {
    if (edge.isEmpty()) {
      return hasher.empty();
    }
    var root = edge.getLast();
    for (int i = edge.size() - 2; i >= 0; i--) {
      root = hasher.node(edge.get(i), root);
    }
    return root;
  }
}
