package io.cofferdam.app.fetch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which file is whose: keys of a bucket can differ by the size of letters alone, and one can be
/// the folder of another; no file system holds both as they are. Thread-safe.
final class CopyPlaces {
  private static final int LONGEST = 1500;
  private static final int SHOWN = 80;

  private final Map<String, String> files = new HashMap<>();
  private final Set<String> folders = new HashSet<>();

  synchronized void taken(String path, String owner) {
    if (!path.isEmpty()) {
      take(Path.of(path), owner);
    }
  }

  /// The path wanted, or where it is another's or longer than some systems take, a file of the
  /// same source named by a hash.
  synchronized Path place(LogUnit unit, Path wanted) {
    var owner = unit.owner();
    var path = free(wanted, owner) ? wanted : beside(unit, wanted);
    take(path, owner);
    return path;
  }

  private static Path beside(LogUnit unit, Path wanted) {
    var name = wanted.getFileName().toString();
    var end = name.length() <= SHOWN ? name : name.substring(name.length() - SHOWN);
    return LocalPath.folder(unit).resolve("%%" + FileHash.sha256(unit.owner()) + "-" + end);
  }

  private boolean free(Path path, String owner) {
    if (path.toString().length() > LONGEST || folders.contains(folded(path))) {
      return false;
    }
    for (var each = Optional.ofNullable(path.getParent());
        each.isPresent();
        each = each.map(Path::getParent)) {
      if (files.containsKey(folded(each.get()))) {
        return false;
      }
    }
    return files.getOrDefault(folded(path), owner).equals(owner);
  }

  private void take(Path path, String owner) {
    files.put(folded(path), owner);
    for (var each = Optional.ofNullable(path.getParent());
        each.isPresent() && folders.add(folded(each.get()));
        each = each.map(Path::getParent)) {
      // each folder above
    }
  }

  /// As a file system takes it that does not tell small from capital letters.
  private static String folded(Path path) {
    return path.toString().replace('\\', '/').toLowerCase(Locale.ROOT);
  }
}
