package io.cofferdam.app.cli;

import io.cofferdam.app.contain.ActJson;
import io.cofferdam.app.contain.ActsText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `contain acts`.
@Command(
    name = "acts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Lists what can be done, and by which names it is aimed."})
final class ContainActsCommand implements Callable<Integer> {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  private String format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    if (CaseOptions.json(format)) {
      out.println(ActJson.acts());
    } else {
      ActsText.print(out);
    }
    return 0;
  }
}
