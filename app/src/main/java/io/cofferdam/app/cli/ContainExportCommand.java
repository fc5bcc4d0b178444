package io.cofferdam.app.cli;

import io.cofferdam.app.contain.ActsOfCase;
import io.cofferdam.app.export.ActExport;
import io.cofferdam.app.export.ExportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `contain export CASE [ACT] --as FORM --out FOLDER`.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a planned act as a document that AWS carries out: the planned calls, after people",
      "agreed, and the way back. Asks no cloud. Files that are there are not written over."
    })
final class ContainExportCommand implements Callable<Integer> {
  @Mixin private NamedAct named = new NamedAct();

  @Option(
      names = "--as",
      required = true,
      paramLabel = "FORM",
      description = "ssm (Automation documents), asl (Step Functions) or lambda (CloudFormation).")
  private String form;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the files go.")
  private Path out;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    try (var desk = options.desk()) {
      var file = desk.read(desk.find(named.word())).file();
      var files = ActExport.files(ActsOfCase.plan(ActsOfCase.find(file, named.act())), form);
      ExportFiles.write(out, files);
      files.keySet().forEach(name -> options.println(out.resolve(name).toString()));
    }
    return 0;
  }
}
