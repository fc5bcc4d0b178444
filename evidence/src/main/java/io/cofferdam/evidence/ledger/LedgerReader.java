package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.merkle.PerfectSubtrees;
import io.cofferdam.evidence.merkle.TreeHasher;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the tiles and entries of a ledger of a known size. For one thread; keeps a few tiles.
public final class LedgerReader implements PerfectSubtrees {
  private static final int KEPT_TILES = 64;
  private static final int LARGEST_BUNDLE = TilePath.FULL * (2 + LedgerEntry.LARGEST_BYTES);

  private final LedgerFiles files;
  private final long size;
  private final TreeHasher hasher = new TreeHasher();
  private final Map<TilePath, byte[]> kept = new LinkedHashMap<>(KEPT_TILES, 0.75f, true);

  /// Receives entries in their order; the bytes lie within a longer array.
  public interface EntrySink {
    void entry(long index, byte[] bundle, int from, int length) throws IOException;
  }

  public LedgerReader(LedgerFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  public long size() {
    return size;
  }

  @Override
  public Hash root(int level, long index) throws IOException {
    var within = level % 8;
    var first = index << within;
    var bytes = tile(tileAt(level / 8, first / TilePath.FULL));
    var from = (int) (first % TilePath.FULL);
    if ((from + (1 << within)) * Hash.BYTES > bytes.length) {
      throw new IOException("the ledger does not reach subtree " + index + " of level " + level);
    }
    return fold(bytes, from, 1 << within);
  }

  private Hash fold(byte[] tile, int from, int count) {
    if (count == 1) {
      return Hash.at(tile, from * Hash.BYTES);
    }
    var half = count / 2;
    return hasher.node(fold(tile, from, half), fold(tile, from + half, half));
  }

  private TilePath tileAt(int tileLevel, long index) {
    return new TilePath(tileLevel, index, width(tileLevel, index));
  }

  private int width(int tileLevel, long index) {
    var hashes = size >> (8 * tileLevel);
    return Math.clamp(hashes - index * TilePath.FULL, 0, TilePath.FULL);
  }

  /// The hashes of a tile, one after the other.
  public byte[] tile(TilePath path) throws IOException {
    var known = kept.get(path);
    if (known != null) {
      return known;
    }
    if (path.width() == 0) {
      throw new IOException("the ledger does not reach tile " + path.full());
    }
    var bytes = files.read(path.path(), path.width() * Hash.BYTES);
    if (bytes.length != path.width() * Hash.BYTES) {
      throw new IOException(
          "`" + path.path() + "` has " + bytes.length + " bytes, expected " + path.width() * 32);
    }
    if (kept.size() >= KEPT_TILES) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(path, bytes);
    return bytes;
  }

  /// Hands over the entries of one bundle.
  ///
  /// @return how many entries it held
  /// @throws IOException when the bundle is missing, cut off, or holds more or fewer than it should
  public int bundle(long number, EntrySink sink) throws IOException {
    var width = width(0, number);
    var path = TilePath.entries(number, width).path();
    var bytes = files.read(path, LARGEST_BUNDLE);
    var at = 0;
    for (int i = 0; i < width; i++) {
      if (at + 2 > bytes.length) {
        throw cutOff(path, number, i);
      }
      var length = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
      at += 2;
      if (at + length > bytes.length) {
        throw cutOff(path, number, i);
      }
      sink.entry(number * TilePath.FULL + i, bytes, at, length);
      at += length;
    }
    if (at != bytes.length) {
      throw new IOException(
          "`" + path + "` holds more than the " + width + " entries the checkpoint tells");
    }
    return width;
  }

  private static IOException cutOff(String path, long number, int entry) {
    return new IOException(
        "`" + path + "` is cut off in entry " + (number * TilePath.FULL + entry));
  }

  public long bundles() {
    return (size + TilePath.FULL - 1) / TilePath.FULL;
  }
}
