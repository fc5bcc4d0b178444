package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.merkle.CompactRange;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.merkle.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The growing right edge of a ledger: the unfinished bundle and one unfinished tile per level,
/// from which the files of the next batch follow. For one thread.
final class TreeEdge {
  private final TreeHasher hasher = new TreeHasher();
  private final CompactRange range;
  private final List<ByteArrayOutputStream> tiles = new ArrayList<>();
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

  private TreeEdge(CompactRange range) {
    this.range = range;
  }

  static TreeEdge resume(LedgerFiles files, long size) throws IOException {
    var reader = new LedgerReader(files, size);
    var edge = new TreeEdge(CompactRange.resume(new TreeHasher(), size, reader));
    for (int level = 0; size >> (8 * level) > 0; level++) {
      var hashes = size >> (8 * level);
      var width = (int) (hashes % TilePath.FULL);
      edge.tiles.add(new ByteArrayOutputStream());
      if (width > 0) {
        edge.tiles
            .get(level)
            .writeBytes(reader.tile(new TilePath(level, hashes / TilePath.FULL, width)));
      }
    }
    if (size % TilePath.FULL != 0) {
      edge.resumeBundle(reader);
    }
    return edge;
  }

  /// The unfinished bundle must say what the unfinished tile commits to.
  private void resumeBundle(LedgerReader reader) throws IOException {
    var number = reader.size() / TilePath.FULL;
    var from = number * TilePath.FULL;
    reader.bundle(
        number,
        (index, bytes, at, length) -> {
          if (!hasher.leaf(bytes, at, length).equals(hash(tiles.getFirst(), index - from))) {
            throw new IOException("entry " + index + " is not the one its tile commits to");
          }
          bundleEntry(bytes, at, length);
        });
  }

  private static Hash hash(ByteArrayOutputStream tile, long at) {
    return Hash.at(tile.toByteArray(), (int) at * Hash.BYTES);
  }

  long size() {
    return range.size();
  }

  Hash root() {
    return range.root();
  }

  /// Adds the entries.
  ///
  /// @return the files that are new, bundle before tile, and the leaf of each entry in `leaves`
  Map<TilePath, byte[]> add(List<byte[]> entries, List<Hash> leaves) {
    var files = new LinkedHashMap<TilePath, byte[]>();
    var before = range.size();
    for (var entry : entries) {
      var leaf = hasher.leaf(entry);
      leaves.add(leaf);
      bundleEntry(entry, 0, entry.length);
      range.add(leaf);
      if (range.size() % TilePath.FULL == 0) {
        files.put(
            TilePath.entries(range.size() / TilePath.FULL - 1, TilePath.FULL),
            bundle.toByteArray());
        bundle.reset();
      }
      addHash(0, leaf, files);
    }
    partials(before, files);
    return files;
  }

  private void bundleEntry(byte[] bytes, int at, int length) {
    bundle.write(length >> 8);
    bundle.write(length);
    bundle.write(bytes, at, length);
  }

  private void addHash(int level, Hash hash, Map<TilePath, byte[]> files) {
    if (tiles.size() == level) {
      tiles.add(new ByteArrayOutputStream());
    }
    var tile = tiles.get(level);
    tile.writeBytes(hash.bytes());
    if (tile.size() < TilePath.FULL * Hash.BYTES) {
      return;
    }
    var bytes = tile.toByteArray();
    tile.reset();
    var index = (range.size() >> (8 * (level + 1))) - 1;
    files.put(new TilePath(level, index, TilePath.FULL), bytes);
    var above = new CompactRange(hasher);
    for (int i = 0; i < TilePath.FULL; i++) {
      above.add(Hash.at(bytes, i * Hash.BYTES));
    }
    addHash(level + 1, above.root(), files);
  }

  /// Tiles of the upper levels that did not grow are on the disk already.
  private void partials(long before, Map<TilePath, byte[]> files) {
    var width = (int) (range.size() % TilePath.FULL);
    if (width > 0) {
      files.put(TilePath.entries(range.size() / TilePath.FULL, width), bundle.toByteArray());
    }
    for (int level = 0; level < tiles.size(); level++) {
      var hashes = range.size() >> (8 * level);
      var inTile = (int) (hashes % TilePath.FULL);
      if (inTile > 0 && hashes > before >> (8 * level)) {
        files.put(
            new TilePath(level, hashes / TilePath.FULL, inTile), tiles.get(level).toByteArray());
      }
    }
  }
}
