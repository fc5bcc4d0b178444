package io.cofferdam.files;

import java.util.List;

/// An archive whose members were delivered before.
///
/// @param kind `zip`, `tar` or `tar.gz`
/// @param bytes its size on disk (of a nested archive: of its content)
/// @param sha256 hash of those bytes, hex; empty when they could not be read to their end
/// @param members members that were delivered, archives and skipped ones among them
/// @param whole false when members may be missing: truncated, damaged, cut off at a limit
public record Archive(
    String path,
    String kind,
    long bytes,
    String sha256,
    long members,
    boolean whole,
    List<String> notes)
    implements Walked {
  public Archive {
    notes = List.copyOf(notes);
  }
}
