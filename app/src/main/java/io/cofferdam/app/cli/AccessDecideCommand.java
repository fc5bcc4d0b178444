package io.cofferdam.app.cli;

import io.cofferdam.app.access.DecideAnswer;
import io.cofferdam.app.access.LineAnswer;
import picocli.CommandLine.Command;

/// `access decide --batch FILE`.
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides requests, one JSON object a line, by the policies in the line.",
      "",
      "One answer a line: Allowed, ImplicitlyDenied, ExplicitlyDenied or Unknown,",
      "with what decided it. A line that is not understood gets an error with its",
      "place, the others are still answered; exit 2 at the end."
    })
final class AccessDecideCommand extends BatchCommand {
  @Override
  LineAnswer<?> answers() {
    return new DecideAnswer();
  }
}
