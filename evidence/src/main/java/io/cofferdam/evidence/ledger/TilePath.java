package io.cofferdam.evidence.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The place of a hash tile or an entry bundle (C2SP tlog-tiles).
///
/// @param level 0 for leaf hashes and up to 7; -1 for an entry bundle
/// @param index from 0 within the level
/// @param width hashes or entries in it, 1 to 256; below 256 it is a partial one
public record TilePath(int level, long index, int width) {
  public static final int FULL = 256;
  static final int ENTRIES = -1;

  private static final Pattern SPELLING =
      Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  static TilePath entries(long index, int width) {
    return new TilePath(ENTRIES, index, width);
  }

  /// Every tile and bundle that a tree of that size consists of.
  public static List<TilePath> all(long size) {
    var paths = new ArrayList<TilePath>();
    row(ENTRIES, size, paths);
    for (int level = 0; size >> (8 * level) > 0; level++) {
      row(level, size >> (8 * level), paths);
    }
    return paths;
  }

  private static void row(int level, long hashes, List<TilePath> paths) {
    for (long index = 0; index < hashes / FULL; index++) {
      paths.add(new TilePath(level, index, FULL));
    }
    if (hashes % FULL != 0) {
      paths.add(new TilePath(level, hashes / FULL, (int) (hashes % FULL)));
    }
  }

  /// The tile or bundle that lies at a path, when it is one in its one spelling.
  public static Optional<TilePath> parse(String path) {
    var parts = SPELLING.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
    var index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
    var width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
    var read = new TilePath(level, index, width);
    return read.path().equals(path) ? Optional.of(read) : Optional.empty();
  }

  /// True when a tree of that size has this tile, whole or as one of its earlier partial forms.
  public boolean within(long size) {
    return index * FULL + width <= hashes(size);
  }

  /// True when it is one of the tiles that make up the tree of that size.
  public boolean belongsTo(long size) {
    return within(size) && (width == FULL || index * FULL + width == hashes(size));
  }

  private long hashes(long size) {
    return size >> (8 * Math.max(level, 0));
  }

  /// Relative to the ledger's folder.
  public String path() {
    return full() + (width < FULL ? ".p/" + width : "");
  }

  /// The path of the full tile in this place.
  String full() {
    var numbered = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      numbered.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + numbered;
  }
}
