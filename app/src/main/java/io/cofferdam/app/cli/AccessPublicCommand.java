package io.cofferdam.app.cli;

import io.cofferdam.app.access.PublicLineAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
final class AccessPublicCommand implements Callable<Integer> {
  @Option(
      names = "--batch",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines; - for standard input.")
  @SuppressWarnings("NullAway.Init")
  private Path batch;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return BatchRun.of(batch, new PublicLineAnswer(), spec);
  }
}
