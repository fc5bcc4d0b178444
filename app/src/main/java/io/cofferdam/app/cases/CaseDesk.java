package io.cofferdam.app.cases;

import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.casebook.CaseAudit;
import io.cofferdam.respond.casebook.CaseBook;
import io.cofferdam.respond.casebook.KeptCase;
import io.cofferdam.respond.casebook.LedgerDelivery;
import io.cofferdam.respond.casebook.Recording;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.Judged;
import io.cofferdam.respond.spi.journal.CaseHead;
import io.cofferdam.store.CaseStore;
import io.cofferdam.store.StoreAddress;
import io.cofferdam.store.StoredTimers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The store of cases with its ledger, open for one command. The ledger of a file `cases.db` is the
/// folder `cases-ledger` beside it; that of a PostgreSQL store is `cases-ledger` beside the
/// program's key.
public final class CaseDesk implements AutoCloseable {
  private static final String LEDGER = "-ledger";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SHOWN = 5;

  private final CaseStore store;
  private final CaseBook book;
  private final Path ledger;
  private final Path publicKey;

  private CaseDesk(CaseStore store, Path ledger, Path home) {
    this.store = store;
    this.ledger = ledger;
    this.publicKey = home.resolve("signing-key.pem.vkey");
    var random = new SecureRandom();
    this.book =
        new CaseBook(
            store.journal(),
            new LedgerDelivery(
                store.outbox(),
                ledger,
                () -> KeyFiles.openOrCreate(home.resolve("signing-key.pem"), random).key(),
                PATIENCE));
  }

  /// Opens the store, making it where there is none.
  ///
  /// @param address a file or `postgresql://...`; empty: `cases.db` in `home`
  /// @param home where the program keeps its key
  public static CaseDesk open(Optional<String> address, Path home, Instant now) {
    var where = where(address, home);
    var ledger = ledger(where, home);
    var store = CaseStore.open(where, now);
    try {
      makePrivately(ledger);
    } catch (IOException e) {
      store.close();
      throw new CofferdamException(
          "CFD-APP-0159",
          ErrorCategory.UNAVAILABLE,
          "the ledger of cases `" + ledger + "` cannot be made [a folder of yours]",
          "mend the permissions of the folder that it is to be in",
          e);
    }
    return new CaseDesk(store, ledger, home);
  }

  /// Opens the store that is there; none is made by mistake.
  ///
  /// @throws CofferdamException CFD-APP-0175 where there is none
  public static CaseDesk openExisting(Optional<String> address, Path home, Instant now) {
    if (!exists(address, home)) {
      throw new CofferdamException(
          "CFD-APP-0175",
          ErrorCategory.INVALID_INPUT,
          "there is no store `"
              + ((StoreAddress.File) where(address, home)).path()
              + "` [one that"
              + " `case open` made]",
          "`case open` makes it; name another with --store");
    }
    return open(address, home, now);
  }

  /// Whether there is a store to be opened; of a database only opening it tells.
  public static boolean exists(Optional<String> address, Path home) {
    return switch (where(address, home)) {
      case StoreAddress.File(var path) -> Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      case StoreAddress.Postgres _ -> true;
    };
  }

  private static StoreAddress where(Optional<String> address, Path home) {
    return address.map(StoreAddress::parse).orElse(new StoreAddress.File(home.resolve("cases.db")));
  }

  /// Compares the store with its ledger.
  public CaseAudit.Outcome audit() {
    return new CaseAudit(store.journal(), ledger, VerifierKey.read(publicKey)).run();
  }

  /// How many facts have not reached a ledger yet.
  public long waiting() {
    return store.outbox().waiting();
  }

  /// What the ledger holds beside its tree are the events themselves: for its owner alone.
  private static void makePrivately(Path ledger) throws IOException {
    if (Files.exists(ledger)) {
      return;
    }
    Files.createDirectories(Optional.ofNullable(ledger.getParent()).orElse(ledger));
    var posix = ledger.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      Files.createDirectory(
          ledger,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException e) {
      // Another process made it meanwhile.
    }
  }

  private static Path ledger(StoreAddress where, Path home) {
    return switch (where) {
      case StoreAddress.File(var path) -> {
        var name = String.valueOf(path.getFileName());
        var bare = name.endsWith(".db") ? name.substring(0, name.length() - 3) : name;
        yield path.resolveSibling(bare + LEDGER);
      }
      case StoreAddress.Postgres _ -> home.resolve("cases" + LEDGER);
    };
  }

  public CaseBook book() {
    return book;
  }

  /// Timers of the runs of all cases in the store; they ring while what is returned is open.
  ///
  /// @param ring gets the case and the run that are to be looked at: `case-20260301-0a1b2c3d/P1`
  public StoredTimers timers(Supplier<Instant> now, Consumer<String> ring) {
    return store.timers(now, ring);
  }

  public Path ledger() {
    return ledger;
  }

  /// Where the lists of the files of evidence are kept: `cases-custody` beside `cases-ledger`.
  public Path custody() {
    var name = String.valueOf(ledger.getFileName());
    return ledger.resolveSibling(name.substring(0, name.length() - LEDGER.length()) + "-custody");
  }

  public List<CaseHead> cases() {
    return book.cases();
  }

  /// The case that a word names: its id, or the beginning or end of it where only one has that.
  ///
  /// @throws CofferdamException CFD-APP-0151 where none or several do
  public CaseId find(String word) {
    var all = book.cases().stream().map(CaseHead::caseId).toList();
    var exact = all.stream().filter(word::equals).toList();
    var near =
        word.length() < 3
            ? exact
            : all.stream().filter(id -> id.startsWith(word) || id.endsWith(word)).toList();
    if (exact.size() == 1 || near.size() == 1) {
      return new CaseId(exact.isEmpty() ? near.getFirst() : exact.getFirst());
    }
    var shown = near.isEmpty() ? all : near;
    throw new CofferdamException(
        "CFD-APP-0151",
        ErrorCategory.INVALID_INPUT,
        "`"
            + word
            + "` is "
            + (near.isEmpty() ? "no case" : "the beginning or end of several")
            + " ["
            + (shown.isEmpty()
                ? "there are none"
                : String.join(", ", shown.stream().limit(SHOWN).toList()))
            + (shown.size() > SHOWN ? ", ..." : "")
            + "]",
        all.isEmpty()
            ? "open one with `case open`, or name its store with --store"
            : "`case list` tells them all");
  }

  public KeptCase read(CaseId id) {
    return book.read(id).orElseThrow(() -> gone(id));
  }

  /// Puts on record what `decide` says.
  ///
  /// @throws CofferdamException CFD-APP-0150 where it may not happen
  public CaseFile record(CaseId id, Function<CaseFile, List<CaseEvent>> decide) {
    return done(book.record(id, decide));
  }

  /// Refuses an event that could not be put on record now, without recording it.
  ///
  /// @throws CofferdamException CFD-APP-0150 where it may not happen
  public static void demandAllowed(CaseFile file, CaseEvent event) {
    if (file.attempt(event) instanceof Judged.Refused refused) {
      done(new Recording.Refused(refused.words(), refused.hint()));
    }
  }

  public CaseFile open(CaseEvent.Opened opened, List<CaseEvent> more) {
    return done(book.open(opened, more));
  }

  private static CaseFile done(Recording recording) {
    return switch (recording) {
      case Recording.Recorded recorded -> recorded.file();
      case Recording.Refused refused ->
          throw new CofferdamException(
              "CFD-APP-0150", ErrorCategory.INVALID_INPUT, refused.words(), hint(refused));
      case Recording.NoSuchCase _ ->
          throw new CofferdamException(
              "CFD-APP-0152",
              ErrorCategory.UNAVAILABLE,
              "the case went away while this was to be added [a case in the store]",
              "was the store replaced? `case list` tells what is in it");
    };
  }

  private static String hint(Recording.Refused refused) {
    return refused.hint().isEmpty() ? "nothing was recorded; docs/case.md" : refused.hint();
  }

  private static CofferdamException gone(CaseId id) {
    return new CofferdamException(
        "CFD-APP-0153",
        ErrorCategory.UNAVAILABLE,
        "case `" + id + "` is no longer in the store [a case in the store]",
        "was the store replaced? `case list` tells what is in it");
  }

  @Override
  public void close() {
    store.close();
  }
}
