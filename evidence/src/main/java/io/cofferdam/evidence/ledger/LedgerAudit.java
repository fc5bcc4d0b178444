package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.merkle.CompactRange;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.merkle.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads every entry once, hashes it, builds every tile anew and compares it with the one in the
/// ledger. Memory does not grow with the ledger. For one thread, of one use.
public final class LedgerAudit {
  private final LedgerFiles files;
  private final LedgerReader reader;
  private final LedgerReader.EntrySink sink;
  private final TreeHasher hasher = new TreeHasher();
  private final CompactRange range = new CompactRange(hasher);
  private final List<ByteArrayOutputStream> tiles = new ArrayList<>();
  private final Faults faults = new Faults();

  /// What an audit came to.
  ///
  /// @param entries read until the end, or until the first bundle that does not read
  /// @param root over the entries; empty when not all could be read
  public record Outcome(long entries, Optional<Hash> root, Faults faults) {}

  /// An audit of the ledger of that size.
  ///
  /// @param sink sees each entry in its order
  public LedgerAudit(LedgerFiles files, long size, LedgerReader.EntrySink sink) {
    this.files = files;
    this.reader = new LedgerReader(files, size);
    this.sink = sink;
  }

  public Outcome run() {
    for (long number = 0; number < reader.bundles(); number++) {
      try {
        reader.bundle(number, this::entry);
      } catch (IOException e) {
        faults.add(
            "truncated tail or damaged bundle: the checkpoint counts "
                + reader.size()
                + " entries, and they end at "
                + range.size()
                + " ("
                + e.getMessage()
                + ")");
        return new Outcome(range.size(), Optional.empty(), faults);
      }
    }
    for (int level = 0; level < tiles.size(); level++) {
      var rest = tiles.get(level).toByteArray();
      if (rest.length > 0) {
        var index = (range.size() >> (8 * level)) / TilePath.FULL;
        compare(new TilePath(level, index, rest.length / Hash.BYTES), rest);
      }
    }
    return new Outcome(range.size(), Optional.of(range.root()), faults);
  }

  private void entry(long index, byte[] bundle, int from, int length) throws IOException {
    var leaf = hasher.leaf(bundle, from, length);
    range.add(leaf);
    hash(0, leaf);
    sink.entry(index, bundle, from, length);
  }

  private void hash(int level, Hash hash) {
    if (tiles.size() == level) {
      tiles.add(new ByteArrayOutputStream(TilePath.FULL * Hash.BYTES));
    }
    var tile = tiles.get(level);
    tile.writeBytes(hash.bytes());
    if (tile.size() < TilePath.FULL * Hash.BYTES) {
      return;
    }
    var bytes = tile.toByteArray();
    tile.reset();
    compare(new TilePath(level, (range.size() >> (8 * (level + 1))) - 1, TilePath.FULL), bytes);
    var above = new CompactRange(hasher);
    for (int i = 0; i < TilePath.FULL; i++) {
      above.add(Hash.at(bytes, i * Hash.BYTES));
    }
    hash(level + 1, above.root());
  }

  private void compare(TilePath path, byte[] expected) {
    try {
      var found = files.read(path.path(), expected.length);
      var at = Arrays.mismatch(expected, found);
      if (at >= 0 && path.level() == 0) {
        var entry = path.index() * TilePath.FULL + at / Hash.BYTES;
        faults.add(
            "entry " + entry + " is not the one its tile commits to: one of them was edited");
      } else if (at >= 0) {
        faults.add("`" + path.path() + "` does not follow from the tiles below it");
      }
    } catch (IOException e) {
      faults.add("`" + path.path() + "` is missing or does not read");
    }
  }
}
