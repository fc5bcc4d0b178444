package io.cofferdam.drill.world;

import java.util.List;

/// A further log file of the plot: its path below `logs/` and its lines; gzipped where the path
/// ends in `.gz`. Lines are lost as lines of access logs are.
///
/// @param header a first line that is never lost, or empty
public record Extra(String path, String header, List<String> lines) {
  public Extra {
    lines = List.copyOf(lines);
  }
}
