package io.cofferdam.app.review;

import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The ledger of access reviews. Each entry holds what was looked through, signed by the reviewer's
/// own key; the ledger itself is signed by the program's.
///
/// @param folder of the ledger
/// @param reviewers whose signatures count
/// @param own the program's public key; empty where it is not there, so that only the reviewers'
///     signatures are checked
public record ReviewLedger(Path folder, Reviewers reviewers, Optional<VerifierKey> own) {
  static final String TYPE = "access-review";
  private static final String OWN_KEY = "signing-key.pem";

  /// A ledger with the keys that are kept beside the program's.
  ///
  /// @param keyFolder where the program's key is, and `reviewers` beside it
  public static ReviewLedger at(Path folder, Path keyFolder) {
    return at(folder, new Reviewers(keyFolder.resolve("reviewers")), keyFolder);
  }

  /// A ledger with the reviewers of another folder.
  public static ReviewLedger at(Path folder, Reviewers reviewers, Path keyFolder) {
    var publicHalf = keyFolder.resolve(OWN_KEY + ".vkey");
    return new ReviewLedger(
        folder,
        reviewers,
        Files.exists(publicHalf) ? Optional.of(VerifierKey.read(publicHalf)) : Optional.empty());
  }

  /// The key that signs the ledger itself, made on first use.
  public static SigningKey ownKey(Path keyFolder) {
    return KeyFiles.openOrCreate(keyFolder.resolve(OWN_KEY), new SecureRandom()).key();
  }

  /// Whether anything was ever put on record.
  public boolean begun() {
    return Files.exists(folder.resolve(FileLedger.CHECKPOINT));
  }

  /// What the ledger holds, each entry checked.
  ///
  /// @param now what is dated later counts for nothing
  /// @throws CofferdamException CFD-APP-0132 where there is no ledger
  public ReviewRecord read(Instant now) {
    if (!begun()) {
      throw new CofferdamException(
          "CFD-APP-0132",
          ErrorCategory.INVALID_INPUT,
          "there is no ledger of reviews in `" + folder + "` [a folder kept by access review]",
          "name the folder that `access review --sign-with` told");
    }
    return new ReviewChecks(folder, reviewers.all(), own, now).run();
  }

  /// Signs for a review and puts it on record.
  ///
  /// @param document what was looked through
  /// @param remark what the reviewer wants on record, or empty
  /// @param key the reviewer's own
  /// @param ledgerKey the program's
  /// @throws CofferdamException CFD-APP-0130 where the reviewer's key is not enrolled, CFD-APP-0135
  ///     where it is the program's, CFD-APP-0137 where it is enrolled under several names,
  ///     CFD-APP-0138 where the configuration is dated later than the signature, CFD-APP-0139 where
  ///     the ledger does not verify
  public Signed sign(
      ReviewDocument document, String remark, SigningKey key, SigningKey ledgerKey, Instant at) {
    var by = reviewer(key.verifier(), ledgerKey.verifier()).name();
    demandPast(document.review().takenAt(), at);
    demandVerified(ledgerKey.verifier(), at);
    Map<String, List<String>> readers = new TreeMap<>();
    document.known().forEach(store -> readers.put(store.id(), store.readers()));
    var signed =
        new SignedReview(document.review().takenAt(), at, by, document.sha256(), remark, readers);
    var signOff = SignOff.of(signed, key);
    try (var ledger = FileLedger.open(folder, ledgerKey, new SecureRandom())) {
      ledger.append(
          new Fact(TYPE, at, "reviewer", List.of("review:" + signed.sha256()), signOff.payload()));
    }
    return new Signed(signed, signOff, key.verifier());
  }

  /// A review on record.
  ///
  /// @param key that verifies the signature
  public record Signed(SignedReview review, SignOff signOff, VerifierKey key) {}

  private Reviewers.Reviewer reviewer(VerifierKey key, VerifierKey ledgerKey) {
    if (Reviewers.same(key, ledgerKey)) {
      throw new CofferdamException(
          "CFD-APP-0135",
          ErrorCategory.NOT_PERMITTED,
          "key `" + key.name() + "` is the program's own [the key of a person]",
          "name a file of the reviewer's own with --sign-with");
    }
    var enrolled = Reviewers.of(reviewers.all(), key);
    if (enrolled.isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0130",
          ErrorCategory.NOT_PERMITTED,
          "key `"
              + key.name()
              + "` is not enrolled in `"
              + reviewers.folder()
              + "` [a .vkey file of it]",
          "whoever runs the reviews copies the .vkey file beside the key there, as"
              + " NAME-OF-THE-REVIEWER.vkey");
    }
    if (enrolled.size() > 1) {
      throw new CofferdamException(
          "CFD-APP-0137",
          ErrorCategory.NOT_PERMITTED,
          "key `"
              + key.name()
              + "` is enrolled as "
              + Reviewers.names(enrolled)
              + " [one person for a key]",
          "keep one of the .vkey files in `" + reviewers.folder() + "`");
    }
    return enrolled.getFirst();
  }

  private static void demandPast(Instant takenAt, Instant at) {
    if (takenAt.isAfter(at)) {
      throw new CofferdamException(
          "CFD-APP-0138",
          ErrorCategory.INVALID_INPUT,
          "the snapshot says that it was taken at " + takenAt + ", and now is " + at + " [before]",
          "mend this machine's clock, or take the snapshot again");
    }
  }

  /// Nothing that is added to a ledger that does not verify would ever count.
  private void demandVerified(VerifierKey ledgerKey, Instant at) {
    if (!begun()) {
      return;
    }
    var faults = new ReviewChecks(folder, List.of(), Optional.of(ledgerKey), at).fault();
    if (faults.isPresent()) {
      throw new CofferdamException(
          "CFD-APP-0139",
          ErrorCategory.INVALID_INPUT,
          "the ledger of reviews in `" + folder + "` " + faults.get() + " [as it was written]",
          "keep it as it is, and begin another with --ledger");
    }
  }
}
