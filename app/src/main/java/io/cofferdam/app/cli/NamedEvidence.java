package io.cofferdam.app.cli;

import picocli.CommandLine.Parameters;

/// Names evidence of a case: `CASE ITEM`.
final class NamedEvidence {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "ITEM", description = "Its id, as in E1.")
  private String item;

  /// What was said of the case.
  String word() {
    return word;
  }

  String item() {
    return item;
  }
}
