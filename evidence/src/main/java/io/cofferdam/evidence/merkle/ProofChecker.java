package io.cofferdam.evidence.merkle;

import java.util.List;

/// Checks proofs against roots (RFC 9162 sections 2.1.3.2 and 2.1.4.2). For one thread.
public final class ProofChecker {
  private final TreeHasher hasher = new TreeHasher();

  /// True when `leaf` is leaf number `index` of the tree of that size and root.
  public boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    var node = index;
    var last = size - 1;
    var hash = leaf;
    for (var step : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = hasher.node(step, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = hasher.node(hash, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// True when the first tree is a prefix of the second.
  public boolean continues(
      long firstSize, Hash firstRoot, long secondSize, Hash secondRoot, List<Hash> path) {
    if (firstSize < 0 || firstSize > secondSize) {
      return false;
    }
    if (firstSize == secondSize) {
      return path.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (firstSize == 0) {
      return path.isEmpty() && firstRoot.equals(hasher.empty());
    }
    if (path.isEmpty()) {
      return false;
    }
    var node = firstSize - 1;
    var last = secondSize - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    // A first tree that is one perfect subtree is left out of the path: its root starts it.
    var perfect = Long.bitCount(firstSize) == 1;
    var first = perfect ? firstRoot : path.getFirst();
    var second = first;
    for (var step : perfect ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = hasher.node(step, first);
        second = hasher.node(step, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = hasher.node(second, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
  }
}
