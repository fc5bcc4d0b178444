package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.custody.EvidenceList;
import io.cofferdam.app.custody.EvidenceSigner;
import io.cofferdam.app.custody.KeptLists;
import io.cofferdam.app.custody.StoreRequest;
import io.cofferdam.app.custody.WormStore;
import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.fetch.FetchedFolder;
import io.cofferdam.app.scan.ScanRequest;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.StoredCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case custody store CASE ITEM FOLDER`.
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Copies evidence that you hold to an S3 bucket with Object Lock in compliance mode:",
      "nobody can delete it before the day. Reads back what is held; a stopped copy is gone on",
      "with. What it needs to be allowed: `cofferdam permissions aws --role evidence`."
    })
final class CaseCustodyStoreCommand implements Callable<Integer> {
  @Mixin private NamedEvidence named;

  @Parameters(index = "2", paramLabel = "FOLDER", description = "The files that you hold.")
  private Path folder;

  @Option(names = "--bucket", paramLabel = "NAME", required = true, description = "The bucket.")
  private String bucket;

  @Option(
      names = "--bucket-owner",
      paramLabel = "ACCOUNT",
      description = "Whose bucket it is. Default: the account of your credentials.")
  private @Nullable String owner;

  @Option(
      names = "--retain-until",
      paramLabel = "TIME",
      required = true,
      description = "Until then nobody can delete it, nor shorten this.")
  private String until;

  @Option(
      names = "--allowed-region",
      paramLabel = "REGION",
      description = "Where evidence may lie; several times for several.")
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--data-map",
      paramLabel = "FILE",
      description = "Its expected regions are where evidence may lie.")
  private @Nullable Path dataMap;

  @Mixin private SignedWith own;

  @Option(names = "--profile", paramLabel = "NAME", description = "Of the AWS configuration files.")
  private @Nullable String profile;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Ask this address instead of AWS.")
  private @Nullable String endpoint;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signing = own.key();
    try (var desk = options.desk()) {
      var id = desk.find(named.word());
      var request = request(id);
      request.demandRetention(options.now());
      var signer = new EvidenceSigner(signing, options.by(), options.now());
      demandAllowed(desk, id, signer, request);
      var list = EvidenceList.of(FetchedFolder.read(folder));
      var chain = desk.read(id).file().custody().get(named.item());
      if (chain != null) {
        new KeptLists(desk.custody()).demandSame(chain, list, folder);
      }
      var copy = new WormStore(request).store(list, folder);
      var after = new EvidenceSigner(signing, options.by(), options.now());
      desk.record(id, file -> List.of(after.stored(file, named.item(), copy)));
      options.tell(
          desk,
          id,
          named.item()
              + ": "
              + copy.files()
              + " files are held in s3://"
              + copy.bucket()
              + "/"
              + copy.prefix()
              + " ("
              + copy.region()
              + ") until "
              + copy.retainUntil()
              + "; versions in "
              + copy.list());
    }
    return 0;
  }

  private StoreRequest request(CaseId id) {
    var map = Optional.ofNullable(dataMap).map(DataMapFile::read);
    return new StoreRequest(
        bucket,
        Optional.ofNullable(owner),
        "cofferdam/" + id + "/" + named.item() + "/",
        Times.parse("--retain-until", until).orElseThrow().truncatedTo(ChronoUnit.SECONDS),
        StoreRequest.allowed(regions, map),
        Optional.ofNullable(profile),
        Optional.ofNullable(endpoint).map(ScanRequest::endpoint),
        ScanRequest.patience(60));
  }

  /// Before anything is put: what cannot be put on record afterwards must not be done.
  private void demandAllowed(
      CaseDesk desk, CaseId id, EvidenceSigner signer, StoreRequest request) {
    var file = desk.read(id).file();
    var copy =
        new StoredCopy(
            "unknown",
            bucket,
            "unknown",
            request.prefix(),
            1,
            0,
            request.retainUntil(),
            "unknown",
            "unknown",
            "0".repeat(64));
    CaseDesk.demandAllowed(file, signer.stored(file, named.item(), copy));
  }
}
