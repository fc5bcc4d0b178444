package io.cofferdam.files;

import io.cofferdam.model.CofferdamBug;
import java.io.IOException;

/// A leaf: a plain file, or a member of an archive that is no archive itself. A gzip that holds one
/// file is a leaf too; its reader unpacks it.
public final class Content implements Walked {
  private final String path;
  private final long bytes;
  private final boolean independent;
  private final Source source;
  private boolean gone;

  /// Opens the bytes.
  @FunctionalInterface
  interface Source {
    Reading open() throws IOException;
  }

  Content(String path, long bytes, boolean independent, Source source) {
    this.path = path;
    this.bytes = bytes;
    this.independent = independent;
    this.source = source;
  }

  @Override
  public String path() {
    return path;
  }

  /// Size on disk when the walk met it; of a member the size its archive states, or -1.
  public long bytes() {
    return bytes;
  }

  /// Whether it may be opened at any time, by any thread, more than once. A member of an archive
  /// can only be opened once and inside the call that delivers it.
  public boolean independent() {
    return independent;
  }

  /// Opens the bytes as they are on disk (of a member: its unpacked content).
  ///
  /// @throws IOException when the file cannot be opened any more
  public Reading open() throws IOException {
    if (gone) {
      throw new CofferdamBug("archive member opened outside the call that delivers it");
    }
    gone = !independent;
    return source.open();
  }

  /// The walk has gone on.
  void leave() {
    gone = !independent;
  }

  @Override
  public String toString() {
    return path;
  }
}
