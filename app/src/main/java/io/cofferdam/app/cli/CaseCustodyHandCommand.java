package io.cofferdam.app.cli;

import io.cofferdam.app.custody.EvidenceSigner;
import io.cofferdam.respond.cases.PersonId;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  @Mixin private NamedEvidence named;

  @Option(
      names = "--to",
      paramLabel = "PERSON",
      required = true,
      description = "Who is to receive it, as in tomas.beck.")
  private String to;

  @Mixin private SignedWith own;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signer = new EvidenceSigner(own.key(), options.by(), options.now());
    return options.record(
        named.word(),
        file -> signer.handed(file, named.item(), new PersonId(to)),
        named.item() + " is handed to " + to + ", and yours until they receive it");
  }
}
