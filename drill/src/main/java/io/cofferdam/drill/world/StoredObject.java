package io.cofferdam.drill.world;

import java.util.List;

/// One version of one object, and whose data it holds row by row; rows share its bytes evenly.
///
/// @param version empty where the store keeps no versions
/// @param modified seconds since 1970
public record StoredObject(
    String key,
    String version,
    boolean latest,
    long size,
    String etag,
    long modified,
    List<Row> rows) {

  /// One record about one person; `classes` is a bit set over the store's data classes.
  public record Row(int person, int classes) {}

  public StoredObject {
    rows = List.copyOf(rows);
  }

  /// Whether any byte of a row lies within `[from, to)`.
  public boolean rowTouched(int row, long from, long to) {
    long start = size * row / rows.size();
    long end = size * (row + 1L) / rows.size();
    return start < to && from < end;
  }
}
