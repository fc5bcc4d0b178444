package io.cofferdam.evidence.checkpoint;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.merkle.Hash;
import java.io.IOException;
import java.util.regex.Pattern;

/// A tree head: which log, how many entries, and the root over them (C2SP tlog-checkpoint, without
/// extension lines).
///
/// @param origin names one log for ever: `cofferdam/ledger-` and sixteen hexadecimal digits
public record Checkpoint(String origin, long size, Hash root) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  public SignedNote sign(SigningKey key) {
    return SignedNote.sign(text(), key);
  }

  /// Reads the text of a note.
  ///
  /// @throws IOException when it is not a tree head; the message says why
  public static Checkpoint parse(String text) throws IOException {
    var lines = text.lines().toList();
    if (lines.size() != 3 || lines.getFirst().isEmpty()) {
      throw new IOException("a checkpoint has three lines: origin, size, root");
    }
    if (!SIZE.matcher(lines.get(1)).matches()) {
      throw new IOException("the second line of a checkpoint is a whole number");
    }
    try {
      var root = Hash.fromBase64(lines.get(2));
      var read = new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), root);
      if (!read.text().equals(text)) {
        throw new IOException("a checkpoint that is not in its one canonical form");
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw new IOException("the third line of a checkpoint is the base64 of 32 bytes", e);
    }
  }
}
