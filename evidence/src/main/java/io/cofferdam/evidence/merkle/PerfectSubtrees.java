package io.cofferdam.evidence.merkle;

import java.io.IOException;

/// Where the hashes of perfect subtrees come from.
public interface PerfectSubtrees {
  /// The root over the leaves `[index << level, (index + 1) << level)`.
  ///
  /// @throws IOException when it cannot be read, or the log does not reach that far
  Hash root(int level, long index) throws IOException;
}
