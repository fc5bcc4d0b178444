package io.cofferdam.evidence.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A pack in a folder. Links are never followed.
final class FolderPack implements PackFiles {
  private final Path folder;
  private final SortedSet<String> names;
  private final List<String> problems;

  private FolderPack(Path folder, SortedSet<String> names, List<String> problems) {
    this.folder = folder;
    this.names = names;
    this.problems = problems;
  }

  static FolderPack of(Path folder) throws IOException {
    var names = new TreeSet<String>();
    var problems = new ArrayList<String>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = folder.relativize(file).toString().replace('\\', '/');
            if (names.size() == MOST_FILES) {
              problems.add("more than " + MOST_FILES + " files; the rest was not looked at");
              return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile()) {
              names.add(name);
            } else {
              problems.add("`" + name + "` is a link or a device, not a file; not followed");
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            problems.add("`" + folder.relativize(file) + "` cannot be read");
            return FileVisitResult.CONTINUE;
          }
        });
    return new FolderPack(folder, names, problems);
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(names);
  }

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public InputStream open(String name) throws IOException {
    if (!names.contains(name)) {
      throw new NoSuchFileException(name);
    }
    var in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    return new LimitedStream(in, LARGEST_FILE, name);
  }

  @Override
  public void close() {}
}
