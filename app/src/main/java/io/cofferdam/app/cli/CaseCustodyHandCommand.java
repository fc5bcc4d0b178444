package io.cofferdam.app.cli;

import io.cofferdam.app.custody.EvidenceSigner;
import io.cofferdam.respond.cases.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case custody hand CASE ITEM`.
@Command(
    name = "hand",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Hands evidence that you hold to somebody else on the case. It stays yours until they",
      "have received it; handing it to another before that takes the first back."
    })
final class CaseCustodyHandCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "ITEM", description = "Its id, as in E1.")
  private String item;

  @Option(
      names = "--to",
      paramLabel = "PERSON",
      required = true,
      description = "Who is to receive it, as in tomas.beck.")
  private String to;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      required = true,
      description = "Your own Ed25519 private key (PKCS#8 PEM).")
  private Path key;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signer = new EvidenceSigner(OwnKey.open(key), options.by(), options.now());
    return options.record(
        word,
        file -> signer.handed(file, item, new PersonId(to)),
        item + " is handed to " + to + ", and yours until they receive it");
  }
}
