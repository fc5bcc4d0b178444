package io.cofferdam.respond.coverage;

import io.cofferdam.model.Unknown;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import java.util.List;

/// What is known of the completeness of the logs.
///
/// @param coverage per source and `about` in order of time; spans of one source and `about` do not
///     overlap
/// @param digests what became of the digest files' chains, for people
/// @param unknowns what keeps a source from being proved complete
public record CoverageResult(
    List<SourceCoverage> coverage, List<DigestChain> digests, List<Unknown> unknowns) {
  public CoverageResult {
    coverage = List.copyOf(coverage);
    digests = List.copyOf(digests);
    unknowns = List.copyOf(unknowns);
  }

  /// The spans in which a source is proved complete for `about`, in order.
  public List<Window> complete(String source, String about) {
    return coverage.stream()
        .filter(c -> c.coverage() == Coverage.COMPLETE)
        .filter(c -> c.source().equals(source) && c.about().equals(about))
        .map(SourceCoverage::window)
        .toList();
  }
}
