package io.cofferdam.app.cli;

import io.cofferdam.app.access.LineAnswer;
import io.cofferdam.app.access.PublicLineAnswer;
import picocli.CommandLine.Command;

/// `access public --batch FILE`.
@Command(
    name = "public",
    mixinStandardHelpOptions = true,
    description = {
      "Says of resources, one JSON object a line, whether anyone may reach them.",
      "",
      "One answer a line: Public with a request that gets in, NotPublic with the",
      "proof, or Unknown with what is not decided. Public is who nobody named:",
      "unsigned requests, or any AWS account, from any network. `external` tells",
      "whether somebody outside the resource's account is let in."
    })
final class AccessPublicCommand extends BatchCommand {
  @Override
  LineAnswer<?> answers() {
    return new PublicLineAnswer();
  }
}
