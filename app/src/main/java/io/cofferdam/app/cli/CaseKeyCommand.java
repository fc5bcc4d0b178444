package io.cofferdam.app.cli;

import io.cofferdam.evidence.key.KeyFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case key FILE`.
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a key of your own to approve with, readable by you alone.",
      "Whoever leads the case enrols its public half, the .vkey file beside it."
    })
final class CaseKeyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The private key, as in ~/mara.pem.")
  private Path file;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() {
    var key = KeyFiles.openOrCreate(file, new SecureRandom());
    options.println((key.created() ? "made: " : "there already: ") + key.file());
    options.println("public half, to be enrolled: " + key.line());
    return 0;
  }
}
