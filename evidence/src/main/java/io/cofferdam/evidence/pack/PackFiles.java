package io.cofferdam.evidence.pack;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/// The files of a pack, read from a folder or a zip, whoever made it. What does not belong in a
/// pack (links, names that lead out of it, more than there may be) is a problem to report, not an
/// error.
public interface PackFiles extends AutoCloseable {
  /// More files than this are not looked at, and said.
  int MOST_FILES = 200_000;

  /// A file longer than this is not read to its end, and said.
  long LARGEST_FILE = 4L << 30;

  /// The names of the files, with `/`.
  SortedSet<String> names();

  /// What is wrong with the container itself, one sentence each.
  List<String> problems();

  /// Opens one of [#names()]; the stream ends with an [IOException] beyond [#LARGEST_FILE] bytes.
  ///
  /// @throws java.nio.file.NoSuchFileException when there is none of that name
  InputStream open(String name) throws IOException;

  @Override
  void close();

  /// Reads one file whole.
  ///
  /// @throws IOException when it is longer than `most` bytes
  default byte[] read(String name, int most) throws IOException {
    try (var in = open(name)) {
      var bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new IOException("`" + name + "` is longer than " + most + " bytes");
      }
      return bytes;
    }
  }

  /// Opens a pack.
  ///
  /// @param path a folder or a zip file
  /// @throws CofferdamException when it is neither
  static PackFiles open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return FolderPack.of(path);
      }
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        return ZipPack.of(path);
      }
    } catch (IOException e) {
      throw unreadable(path, "does not read as a folder or a zip file", e);
    }
    throw unreadable(path, "is not there", new IOException("missing"));
  }

  private static CofferdamException unreadable(Path path, String why, IOException cause) {
    return new CofferdamException(
        "CFD-EVIDENCE-0032",
        ErrorCategory.INVALID_INPUT,
        "evidence pack `" + path + "` " + why + " [a pack folder, or a zip of one]",
        "name the folder that holds manifest.json",
        cause);
  }
}
