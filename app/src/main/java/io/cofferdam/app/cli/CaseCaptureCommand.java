package io.cofferdam.app.cli;

import io.cofferdam.app.custody.Captured;
import io.cofferdam.app.custody.EvidenceList;
import io.cofferdam.app.custody.EvidenceSigner;
import io.cofferdam.app.custody.KeptLists;
import io.cofferdam.app.fetch.FetchedFolder;
import io.cofferdam.respond.cases.CustodyItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case capture CASE FOLDER`.
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes a folder of `fetch aws` into your custody: reads and hashes every file again,",
      "and signs their root with your own key. A file missing, changed or extra refuses it."
    })
final class CaseCaptureCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "What `fetch aws --out` named.")
  private Path folder;

  @Mixin private SignedWith own;

  @Mixin private KeptAt keptAt;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signing = own.key();
    try (var desk = options.desk()) {
      var id = desk.find(word);
      var begun = options.now();
      var read = FetchedFolder.read(folder);
      var captured = new Captured(read, EvidenceList.of(read), begun);
      var signer = new EvidenceSigner(signing, options.by(), options.now());
      var where = keptAt.words(folder);
      var file =
          desk.record(
              id,
              before ->
                  List.of(signer.captured(captured.item(id, before.nextCustodyItem(), where))));
      var item = List.copyOf(file.custody().values()).getLast().item();
      new KeptLists(desk.custody()).keep(id, item.id(), captured.list());
      options.tell(desk, id, said(item));
      if (!options.json()) {
        captured.remarks(item, signer.at()).forEach(each -> options.println("  " + each));
      }
    }
    return 0;
  }

  private String said(CustodyItem item) {
    return String.format(
        Locale.ROOT,
        "%s is in the custody of %s: %,d files, %,d bytes, root %s",
        item.id(),
        options.person(),
        item.files(),
        item.bytes(),
        item.root());
  }
}
