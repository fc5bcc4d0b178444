package io.cofferdam.access.aws.estate.reach;

import java.util.Arrays;
import java.util.BitSet;

/// Who leads to whom: a directed graph over numbered nodes that is walked against its edges.
final class ReachGraph {
  private static final int[] NONE = {};

  private final int[][] before;
  private final int[] counts;

  ReachGraph(int nodes) {
    this.before = new int[nodes][];
    this.counts = new int[nodes];
    Arrays.fill(before, NONE);
  }

  int nodes() {
    return before.length;
  }

  void edge(int from, int to) {
    int count = counts[to];
    if (count == before[to].length) {
      before[to] = Arrays.copyOf(before[to], Math.max(2, count * 2));
    }
    before[to][count] = from;
    counts[to] = count + 1;
  }

  /// Whether an edge leads to the node.
  boolean isReached(int node) {
    return counts[node] > 0;
  }

  /// The nodes given, and all that lead to one of them.
  BitSet ancestors(BitSet nodes) {
    Walk walk = new Walk(this);
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      walk.from(node);
    }
    BitSet all = new BitSet(before.length);
    for (int i = 0; i < walk.count(); i++) {
      all.set(walk.node(i));
    }
    return all;
  }

  /// A walk against the edges, from one node after another; it can be started afresh without
  /// cost.
  static final class Walk {
    private final ReachGraph graph;
    private final int[] seen;
    private final int[] order;
    private int round = 1;
    private int count;

    Walk(ReachGraph graph) {
      this.graph = graph;
      this.seen = new int[graph.nodes()];
      this.order = new int[graph.nodes()];
    }

    void restart() {
      round++;
      count = 0;
    }

    /// Adds the node and all that lead to it, near ones first.
    void from(int start) {
      if (seen[start] == round) {
        return;
      }
      int next = count;
      see(start);
      while (next < count) {
        int node = order[next++];
        int[] from = graph.before[node];
        for (int i = 0; i < graph.counts[node]; i++) {
          if (seen[from[i]] != round) {
            see(from[i]);
          }
        }
      }
    }

    private void see(int node) {
      seen[node] = round;
      order[count++] = node;
    }

    boolean has(int node) {
      return seen[node] == round;
    }

    /// How many nodes were seen.
    int count() {
      return count;
    }

    /// A node by its place in the order in which they were seen.
    int node(int place) {
      return order[place];
    }
  }
}
