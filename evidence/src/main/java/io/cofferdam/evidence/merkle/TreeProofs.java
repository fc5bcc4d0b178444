package io.cofferdam.evidence.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes inclusion and consistency proofs (RFC 9162 sections 2.1.3.1 and 2.1.4.1) and roots of any
/// earlier size. For one thread.
public final class TreeProofs {
  private final TreeHasher hasher;
  private final PerfectSubtrees subtrees;

  public TreeProofs(TreeHasher hasher, PerfectSubtrees subtrees) {
    this.hasher = hasher;
    this.subtrees = subtrees;
  }

  public Hash root(long size) throws IOException {
    return size == 0 ? hasher.empty() : range(0, size);
  }

  /// The path from a leaf to the root of the tree of that size.
  ///
  /// @throws IllegalArgumentException unless `0 <= index < size`
  public List<Hash> inclusion(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    var path = new ArrayList<Hash>();
    inclusion(index, 0, size, path);
    return path;
  }

  /// The path that shows the first tree to be a prefix of the second.
  ///
  /// @throws IllegalArgumentException unless `0 <= first <= second`
  public List<Hash> consistency(long first, long second) throws IOException {
    if (first < 0 || first > second) {
      throw new IllegalArgumentException("not a prefix: " + first + " of " + second);
    }
    var path = new ArrayList<Hash>();
    if (first != 0 && first != second) {
      consistency(first, 0, second, true, path);
    }
    return path;
  }

  private void inclusion(long index, long low, long high, List<Hash> path) throws IOException {
    if (high - low == 1) {
      return;
    }
    var middle = low + split(high - low);
    if (index < middle) {
      inclusion(index, low, middle, path);
      path.add(range(middle, high));
    } else {
      inclusion(index, middle, high, path);
      path.add(range(low, middle));
    }
  }

  private void consistency(long first, long low, long high, boolean complete, List<Hash> path)
      throws IOException {
    if (first == high) {
      if (!complete) {
        path.add(range(low, high));
      }
      return;
    }
    var middle = low + split(high - low);
    if (first <= middle) {
      consistency(first, low, middle, complete, path);
      path.add(range(middle, high));
    } else {
      consistency(first, middle, high, false, path);
      path.add(range(low, middle));
    }
  }

  private Hash range(long low, long high) throws IOException {
    var length = high - low;
    if (Long.bitCount(length) == 1) {
      var level = Long.numberOfTrailingZeros(length);
      return subtrees.root(level, low >> level);
    }
    var middle = low + split(length);
    return hasher.node(range(low, middle), range(middle, high));
  }

  /// The largest power of two smaller than `length`, for a length above one.
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }
}
