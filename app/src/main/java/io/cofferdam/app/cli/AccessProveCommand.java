package io.cofferdam.app.cli;

import io.cofferdam.app.access.PropertyLineAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `access prove --batch FILE`.
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = {
      "Says of resources, one JSON object a line, whether a promise always holds:",
      "no read from outside these VPC endpoints (ReadOnlyThroughEndpoints), no",
      "request below a version of TLS (TlsAtLeast), no readers but these",
      "(ReadersWithin), no PutObject without this key (PutOnlyWithKey), no",
      "invocation without this guardrail (InvokeOnlyWithGuardrail).",
      "",
      "One answer a line: Proved with the proof, CounterExample with a request",
      "that is allowed and breaks it, or Unknown with what is not decided."
    })
final class AccessProveCommand implements Callable<Integer> {
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
    return BatchRun.of(batch, new PropertyLineAnswer(), spec);
  }
}
