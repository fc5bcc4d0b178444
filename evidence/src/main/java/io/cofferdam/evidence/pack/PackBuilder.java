package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.timestamp.TimestampAuthority;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gathers what a pack is to prove and seals it.
///
/// The pack is made beside its final place and renamed into it, so it is there whole or not at all.
/// For one thread; of one use.
public final class PackBuilder {
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

  private final SigningKey key;
  private final Clock clock;
  private final SecureRandom random;
  private final List<FileHash> inputs = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<PackedFile> files = new ArrayList<>();
  private String tool = "cofferdam";
  private String version = "unknown";
  private Optional<Path> ledger = Optional.empty();
  private Optional<TimestampAuthority> authority = Optional.empty();

  private record PackedFile(String type, String name, Path source) {}

  public PackBuilder(SigningKey key, Clock clock, SecureRandom random) {
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  public PackBuilder madeBy(String tool, String version) {
    this.tool = tool;
    this.version = version;
    return this;
  }

  /// Something that was read to reach the answer; it stays where it is.
  public PackBuilder input(String path, long bytes, String sha256) {
    inputs.add(new FileHash(path, bytes, sha256));
    return this;
  }

  /// A decision, a stage or whatever else is to be on record. Its time is when it is put on record.
  public PackBuilder fact(Fact fact) {
    facts.add(fact);
    return this;
  }

  /// A report: copied into the pack as `files/<name>`, with a proof of its own.
  public PackBuilder report(String name, Path source) {
    return add(PackLayout.REPORT_ENTRY, name, source);
  }

  /// Any other file: copied into the pack as `files/<name>`.
  public PackBuilder file(String name, Path source) {
    return add(PackLayout.FILE_ENTRY, name, source);
  }

  private PackBuilder add(String type, String name, Path source) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0030",
          ErrorCategory.INVALID_INPUT,
          "file name `" + name + "` for the pack [letters, digits, `.`, `_`, `-`, and `/` between]",
          "give it a plain name");
    }
    files.add(new PackedFile(type, name, source));
    return this;
  }

  /// Goes on with a ledger kept from pack to pack, in that folder, instead of starting a new one. A
  /// checkpoint kept from an earlier pack then vouches for this one too.
  public PackBuilder continuing(Path ledgerFolder) {
    this.ledger = Optional.of(ledgerFolder);
    return this;
  }

  /// Has the checkpoint stamped from outside. When that fails the pack is sealed all the same, and
  /// [SealedPack#anchoring()] says so.
  public PackBuilder stampedBy(TimestampAuthority authority) {
    this.authority = Optional.of(authority);
    return this;
  }

  /// Seals the pack.
  ///
  /// @param folder must not exist, or be empty
  /// @throws CofferdamException when it cannot be written or the ledger refuses; nothing is then at
  ///     `folder`
  public SealedPack seal(Path folder) {
    var place = folder.toAbsolutePath();
    var name = place.getFileName() + "";
    var building = place.resolveSibling("." + name + ".building");
    var staging = place.resolveSibling("." + name + ".ledger");
    try {
      refuseToOverwrite(place);
      Folders.remove(building);
      Folders.remove(staging);
      Files.createDirectories(building);
      var working = ledger.orElse(staging);
      Anchoring anchoring;
      Checkpoint checkpoint;
      try (var log = FileLedger.open(working, key, random)) {
        checkpoint =
            new Sealing(building, log, clock).run(tool, version, inputs, facts, copied(building));
      }
      anchoring = anchor(building);
      Folders.remove(staging);
      Files.deleteIfExists(place);
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
      var kept = place.resolveSibling(name + ".checkpoint");
      Files.copy(place.resolve(PackLayout.CHECKPOINT), kept, StandardCopyOption.REPLACE_EXISTING);
      return new SealedPack(folder, checkpoint, kept, key.verifier(), anchoring);
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0031",
          ErrorCategory.UNAVAILABLE,
          "the evidence pack `" + folder + "` cannot be written: " + e.getMessage(),
          "name another folder with --out, or mend its permissions and space",
          e);
    }
  }

  private static void refuseToOverwrite(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    try (var inside = Files.list(place)) {
      if (inside.findAny().isPresent()) {
        throw new IOException("there is something already");
      }
    }
  }

  private List<Sealing.Copied> copied(Path building) throws IOException {
    var copied = new ArrayList<Sealing.Copied>();
    var guide = building.resolve(PackLayout.GUIDE);
    Files.writeString(guide, Guide.text(key.verifier()));
    copied.add(new Sealing.Copied(PackLayout.FILE_ENTRY, hash(PackLayout.GUIDE, guide)));
    for (var file : files) {
      var path = PackLayout.FILES + file.name();
      var target = building.resolve(path);
      Files.createDirectories(target.getParent());
      Files.copy(file.source(), target);
      copied.add(new Sealing.Copied(file.type(), hash(path, target)));
    }
    copied.sort(Comparator.comparing(each -> each.hash().path()));
    return copied;
  }

  private static FileHash hash(String path, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return FileHash.of(path, in, Long.MAX_VALUE);
    }
  }

  private Anchoring anchor(Path building) throws IOException {
    if (authority.isEmpty()) {
      return new Anchoring.Unanchored(
          "no time stamp authority was named; keep the checkpoint file elsewhere, else a change by"
              + " whoever holds the signing key would not be noticed");
    }
    try {
      var response =
          authority.get().stamp(Files.readAllBytes(building.resolve(PackLayout.CHECKPOINT)));
      var file = building.resolve(PackLayout.TIMESTAMP);
      Files.createDirectories(file.getParent());
      Files.write(file, response);
      return new Anchoring.Stamped(authority.get().name());
    } catch (CofferdamException e) {
      return new Anchoring.Unanchored(e.getMessage() + "");
    }
  }

  /// The time by the builder's clock, for facts.
  public Instant now() {
    return clock.instant();
  }
}
