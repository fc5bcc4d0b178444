package io.cofferdam.app.cli;

import io.cofferdam.app.access.CompareLineAnswer;
import io.cofferdam.app.access.LineAnswer;
import picocli.CommandLine.Command;

/// `access compare --batch FILE`.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Says of two versions of a policy, one JSON object a line, whether the later",
      "one allows a request that the earlier one does not.",
      "",
      "One answer a line: Yes with such a request, No with the proof, or Unknown",
      "with what is not decided; and whether the later one newly denies."
    })
final class AccessCompareCommand extends BatchCommand {
  @Override
  LineAnswer<?> answers() {
    return new CompareLineAnswer();
  }
}
