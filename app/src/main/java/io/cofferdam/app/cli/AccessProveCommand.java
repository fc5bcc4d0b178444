package io.cofferdam.app.cli;

import io.cofferdam.app.access.LineAnswer;
import io.cofferdam.app.access.PropertyLineAnswer;
import picocli.CommandLine.Command;

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
final class AccessProveCommand extends BatchCommand {
  @Override
  LineAnswer<?> answers() {
    return new PropertyLineAnswer();
  }
}
