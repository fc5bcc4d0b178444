package io.cofferdam.respond.playbook;

/// Where something stands in a document.
///
/// @param file as it was named
/// @param line from 1
/// @param column from 1
public record Place(String file, int line, int column) implements Comparable<Place> {
  /// `leak.yaml:12:3`
  public String words() {
    return file + ":" + line + ":" + column;
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile == 0 ? Integer.compare(line, other.line) : byFile;
    return byLine == 0 ? Integer.compare(column, other.column) : byLine;
  }
}
