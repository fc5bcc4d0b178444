package io.cofferdam.app.cli;

import io.cofferdam.app.export.ExportFiles;
import io.cofferdam.app.export.PlaybookExport;
import io.cofferdam.app.playbooks.PlaybookShelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `playbook export PLAYBOOK --as FORM --out FILE`.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a playbook in a form that others read. One that may destroy without a gate before",
      "is refused. A file that is there is not written over."
    })
final class PlaybookExportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "Its short name, or a file.")
  private String word;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "FORM",
      description = "cacao (CACAO 2.0) or asl (Step Functions).")
  private String form;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ExportFiles.write(out, PlaybookExport.text(new PlaybookShelf(), word, form));
    spec.commandLine().getOut().println(out);
    return 0;
  }
}
