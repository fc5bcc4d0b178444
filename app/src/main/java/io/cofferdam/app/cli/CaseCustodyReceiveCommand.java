package io.cofferdam.app.cli;

import io.cofferdam.app.custody.EvidenceList;
import io.cofferdam.app.custody.EvidenceSigner;
import io.cofferdam.app.custody.KeptLists;
import io.cofferdam.app.fetch.FetchedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "ITEM", description = "Its id, as in E1.")
  private String item;

  @Parameters(index = "2", paramLabel = "FOLDER", description = "The files that you hold.")
  private Path folder;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      required = true,
      description = "Your own Ed25519 private key (PKCS#8 PEM).")
  private Path key;

  @Option(
      names = "--kept-at",
      paramLabel = "TEXT",
      description = "Where it lies: machine, disk, safe.")
  private @Nullable String keptAt;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signing = OwnKey.open(key);
    try (var desk = options.desk()) {
      var id = desk.find(word);
      var list = EvidenceList.of(FetchedFolder.read(folder));
      var chain = desk.read(id).file().custody().get(item);
      if (chain != null) {
        new KeptLists(desk.custody()).demandSame(chain, list, folder);
      }
      var signer = new EvidenceSigner(signing, options.by(), options.now());
      var where = CustodyWords.keptAt(keptAt, folder);
      desk.record(id, file -> List.of(signer.received(file, item, list.root(), where)));
      options.tell(desk, id, item + " is the same, and in the custody of " + options.person());
    }
    return 0;
  }
}
