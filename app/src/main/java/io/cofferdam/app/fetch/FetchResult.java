package io.cofferdam.app.fetch;

import java.util.List;

/// What a fetch came to.
///
/// @param files copied now; `already` by earlier runs
/// @param sources how many places logs were found in
/// @param problems what could not be read, in sentences
public record FetchResult(
    long files, long bytes, long already, int sources, List<String> problems) {
  public FetchResult {
    problems = List.copyOf(problems);
  }

  /// 0 where all was read, else 3.
  public int exitCode() {
    return problems.isEmpty() ? 0 : 3;
  }
}
