package io.cofferdam.evidence.ledger;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The payloads of a ledger, one file of lines per batch, outside the tree: what a person's right
/// to erasure demands can go, and the tree still verifies.
public final class PayloadFolder {
  public static final String FOLDER = "payloads";

  /// The type of the entry that puts an erasure on record; its one subject is `entry:<index>`.
  public static final String ERASED = "payload-erased";

  private final Path ledger;

  public PayloadFolder(Path ledger) {
    this.ledger = ledger;
  }

  static String file(long first) {
    return FOLDER + "/" + String.format(Locale.ROOT, "%012d", first) + ".jsonl";
  }

  /// The payload files in the order of their entries.
  public List<Path> files() throws IOException {
    var folder = ledger.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  /// Puts the erasure on record, then erases the payload and its salt for good.
  ///
  /// @param actor a role, as in [Fact]
  public Receipt erase(Ledger on, long index, Instant time, String actor) {
    var receipt = on.append(new Fact(ERASED, time, actor, List.of("entry:" + index), "{}"));
    try {
      for (var file : files()) {
        withoutLine(file, index);
      }
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0007",
          ErrorCategory.UNAVAILABLE,
          "the payload of entry `" + index + "` is on record as erased and could not be erased",
          "mend the disk and erase it again",
          e);
    }
    return receipt;
  }

  private void withoutLine(Path file, long index) throws IOException {
    var kept = new ArrayList<String>();
    var found = false;
    for (var line : Files.readString(file).split("\n", -1)) {
      if (!line.isEmpty()) {
        var same = Payload.parse(line.getBytes(StandardCharsets.UTF_8)).index() == index;
        found |= same;
        if (!same) {
          kept.add(line);
        }
      }
    }
    if (found) {
      var bytes = new ByteArrayOutputStream();
      kept.forEach(line -> bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8)));
      new DurableFiles(ledger).replace(ledger.relativize(file).toString(), bytes.toByteArray());
    }
  }
}
