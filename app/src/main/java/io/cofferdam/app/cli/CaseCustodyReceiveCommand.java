package io.cofferdam.app.cli;

import io.cofferdam.app.custody.EvidenceList;
import io.cofferdam.app.custody.EvidenceSigner;
import io.cofferdam.app.custody.KeptLists;
import io.cofferdam.app.fetch.FetchedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case custody receive CASE ITEM FOLDER`.
@Command(
    name = "receive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Receives evidence that was handed to you: reads and hashes every file that you hold,",
      "and signs when it is what was captured. Else it is refused, with the files that differ."
    })
final class CaseCustodyReceiveCommand implements Callable<Integer> {
  @Mixin private NamedEvidence named;

  @Parameters(index = "2", paramLabel = "FOLDER", description = "The files that you hold.")
  private Path folder;

  @Mixin private SignedWith own;

  @Mixin private KeptAt keptAt;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signing = own.key();
    try (var desk = options.desk()) {
      var id = desk.find(named.word());
      var list = EvidenceList.of(FetchedFolder.read(folder));
      var chain = desk.read(id).file().custody().get(named.item());
      if (chain != null) {
        new KeptLists(desk.custody()).demandSame(chain, list, folder);
      }
      var signer = new EvidenceSigner(signing, options.by(), options.now());
      var where = keptAt.words(folder);
      desk.record(id, file -> List.of(signer.received(file, named.item(), list.root(), where)));
      options.tell(
          desk, id, named.item() + " is the same, and in the custody of " + options.person());
    }
    return 0;
  }
}
