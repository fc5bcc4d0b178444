package io.cofferdam.app.cli;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.review.ReviewDocument;
import io.cofferdam.app.review.ReviewFolder;
import io.cofferdam.app.review.ReviewLedger;
import io.cofferdam.app.review.ReviewRecord;
import io.cofferdam.app.review.Reviewers;
import io.cofferdam.app.scan.StoredScan;
import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.predicate.identity.ReaderReview;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `access review SNAPSHOT`.
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes who can read which sensitive data, with what changed since the last review.",
      "Run it twice: first to look through it, then with --sign-with to sign for it.",
      "The signature goes to the ledger of reviews, for `scan --reviews`."
    })
final class AccessReviewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SNAPSHOT", description = "Folder kept by `scan aws --snapshot-out`.")
  private Path snapshot;

  @Option(
      names = "--data-map",
      paramLabel = "FILE",
      description = "What you keep where: which data are sensitive (docs/data-map.md).")
  private @Nullable Path dataMap;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where access-review.txt and access-review.json are.")
  private Path out;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      description = {
        "The reviewer's own Ed25519 key (PKCS#8 PEM); made there where there is none.",
        "It counts once its .vkey file is in the folder of enrolled keys."
      })
  private @Nullable Path reviewerKey;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description = "The ledger of reviews. Default: access-reviews beside the program's key.")
  private @Nullable Path ledger;

  @Option(
      names = "--reviewers",
      paramLabel = "DIR",
      description = "Public keys enrolled. Default: reviewers beside the program's key.")
  private @Nullable Path reviewers;

  @Option(
      names = "--remark",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What goes on record with the signature: what is to be taken away.")
  private String remark;

  @Spec private CommandSpec spec;

  private final Clock clock;

  AccessReviewCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var map = dataMap == null ? DataMap.empty() : DataMapFile.read(dataMap);
    var review = ReaderReview.of(StoredScan.scene(snapshot, map, ScanProgress.on(spec, clock)));
    var kept =
        ReviewLedger.at(
            Optional.ofNullable(ledger).orElse(KeyFolder.path().resolve("access-reviews")),
            new Reviewers(
                Optional.ofNullable(reviewers).orElse(KeyFolder.path().resolve("reviewers"))),
            KeyFolder.path());
    var earlier =
        kept.begun() ? kept.read(clock.instant()) : new ReviewRecord(List.of(), List.of());
    var document = new ReviewDocument(review, earlier.before(review.takenAt()));
    var folder = new ReviewFolder(out);
    earlier
        .refused()
        .forEach(
            each ->
                spec.commandLine()
                    .getErr()
                    .println(
                        "warning: in the ledger of reviews: " + each + "; it counts for nothing"));
    if (reviewerKey == null) {
      write(document, folder);
    } else {
      sign(document, folder, kept, reviewerKey);
    }
    return 0;
  }

  private void write(ReviewDocument document, ReviewFolder folder) {
    folder.write(document);
    var to = spec.commandLine().getOut();
    to.print(document.text());
    to.println();
    to.println("written: " + out.resolve("access-review.txt") + " and access-review.json");
    to.println("not signed: look through it, then run the same with --sign-with FILE");
  }

  private void sign(ReviewDocument document, ReviewFolder folder, ReviewLedger kept, Path file) {
    if (document.known().isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0131",
          ErrorCategory.INVALID_INPUT,
          "there is nothing to sign for [a bucket with sensitive data whose readers are all known]",
          "name the data classes in the data map or in a tag `data-class`, and scan with what"
              + " `cofferdam permissions aws` prints");
    }
    folder.demand(document);
    var key = KeyFiles.openOrCreate(file, new SecureRandom());
    if (key.created()) {
      spec.commandLine().getErr().println("a key was made: " + file + ", public: " + key.line());
    }
    var signed =
        kept.sign(
            document, remark, key.key(), ReviewLedger.ownKey(KeyFolder.path()), clock.instant());
    var to = spec.commandLine().getOut();
    to.println(
        "signed by "
            + signed.review().by()
            + " for the readers of "
            + document.known().size()
            + " of "
            + document.review().stores().size()
            + " stores, as read at "
            + signed.review().takenAt());
    to.println("on record: " + kept.folder());
    to.println("for whoever checks it: " + folder.write(signed));
    to.println("next review due: " + signed.review().nextDue());
  }
}
