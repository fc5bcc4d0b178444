package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.ledger.Faults;
import io.cofferdam.evidence.ledger.TilePath;
import io.cofferdam.evidence.pack.FileHash;
import io.cofferdam.evidence.pack.Manifest;
import io.cofferdam.evidence.pack.PackFiles;
import io.cofferdam.evidence.pack.PackLayout;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Compares the files that are there with the files that should be.
final class FilesCheck {
  private static final Pattern PAYLOADS = Pattern.compile("ledger/payloads/[0-9]{12}\\.jsonl");
  private static final Pattern PROOF = Pattern.compile("proofs/(0|[1-9][0-9]{0,17})\\.json");

  private final PackFiles files;

  FilesCheck(PackFiles files) {
    this.files = files;
  }

  CheckResult container() {
    var problems = files.problems();
    return problems.isEmpty()
        ? CheckResult.ok("container", files.names().size() + " files, none leads elsewhere")
        : CheckResult.failed("container", joined(problems));
  }

  private static String joined(List<String> problems) {
    var faults = new Faults();
    problems.forEach(faults::add);
    return faults.line();
  }

  CheckResult listed(Manifest manifest) {
    var faults = new Faults();
    var seen = new HashSet<String>();
    var bytes = 0L;
    for (var file : manifest.files()) {
      if (!seen.add(file.path())) {
        faults.add("the manifest lists `" + Words.printable(file.path()) + "` twice");
        continue;
      }
      bytes += file.bytes();
      compare(file, faults);
    }
    return faults.none()
        ? CheckResult.ok(
            "files", manifest.files().size() + " files, " + bytes + " bytes, as the manifest says")
        : CheckResult.failed("files", faults.line());
  }

  private void compare(FileHash listed, Faults faults) {
    var name = "`" + Words.printable(listed.path()) + "`";
    try (var in = files.open(listed.path())) {
      var found = FileHash.of(listed.path(), in, listed.bytes());
      if (found.bytes() < listed.bytes()) {
        faults.add(
            name + " was changed: it has " + found.bytes() + " bytes, not " + listed.bytes());
      } else if (!found.sha256().equals(listed.sha256())) {
        faults.add(name + " was changed: its SHA-256 is another");
      }
    } catch (NoSuchFileException e) {
      faults.add(name + " is missing");
    } catch (IOException e) {
      faults.add(name + " was changed or does not read: " + e.getMessage());
    }
  }

  /// @param size of the ledger by its checkpoint
  CheckResult extra(Manifest manifest, long size) {
    var known = new HashSet<String>();
    manifest.files().forEach(file -> known.add(file.path()));
    var faults = new Faults();
    for (var name : files.names()) {
      if (!known.contains(name) && !sealed(name, size)) {
        faults.add("`" + Words.printable(name) + "` is in the pack and nothing vouches for it");
      }
    }
    return faults.none()
        ? CheckResult.ok("extra files", "none")
        : CheckResult.failed("extra files", faults.line());
  }

  private static boolean sealed(String name, long size) {
    return name.equals(PackLayout.MANIFEST)
        || name.equals(PackLayout.CHECKPOINT)
        || name.equals(PackLayout.TIMESTAMP)
        || PAYLOADS.matcher(name).matches()
        || PROOF.matcher(name).matches()
        || (name.startsWith(PackLayout.LEDGER)
            && TilePath.parse(name.substring(PackLayout.LEDGER.length()))
                .filter(tile -> tile.belongsTo(size))
                .isPresent());
  }
}
