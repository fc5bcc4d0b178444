package io.cofferdam.evidence.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where the files of a ledger are read from: its folder, or a pack.
public interface LedgerFiles {
  /// Reads one file whole.
  ///
  /// @param path relative to the ledger's folder, with `/`
  /// @param most bytes at most; a longer file is refused
  /// @throws NoSuchFileException when there is none
  /// @throws IOException when it cannot be read or is too long
  byte[] read(String path, int most) throws IOException;

  static LedgerFiles in(Path folder) {
    return (path, most) -> {
      var file = folder.resolve(path);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(path);
      }
      try (var in = Files.newInputStream(file)) {
        var bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new IOException("`" + path + "` is longer than " + most + " bytes");
        }
        return bytes;
      }
    };
  }
}
