package io.cofferdam.app.fetch;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How the files of a folder differ from those that its journal names. Links are not followed: in
/// the place of a file or a folder they are extra.
record FolderFaults(List<String> missing, List<String> changed, List<String> extra) {
  private static final Set<String> BESIDE = Set.of(FetchJournal.NAME, CopyFolder.MANIFEST, ".lock");
  private static final int SHOWN = 10;

  static FolderFaults of(Path folder, Map<String, FetchedFile> journal) throws IOException {
    var seen = new HashSet<String>();
    var changed = new ArrayList<String>();
    var extra = new ArrayList<String>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            var path = folder.relativize(file).toString().replace('\\', '/');
            var told = journal.get(path);
            if (told == null || !is.isRegularFile()) {
              if (!BESIDE.contains(path) || !is.isRegularFile()) {
                extra.add(path);
              }
            } else {
              seen.add(path);
              if (is.size() != told.bytes() || !FileHash.sha256(file).equals(told.sha256())) {
                changed.add(path);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
    var missing = new TreeSet<>(journal.keySet());
    missing.removeAll(seen);
    return new FolderFaults(
        List.copyOf(missing), changed.stream().sorted().toList(), extra.stream().sorted().toList());
  }

  /// @throws CofferdamException CFD-APP-0242 where there are any
  void demandNone(Path folder) {
    if (missing.isEmpty() && changed.isEmpty() && extra.isEmpty()) {
      return;
    }
    throw new CofferdamException(
        "CFD-APP-0242",
        ErrorCategory.INVALID_INPUT,
        "`"
            + folder
            + "` is not what its journal tells: "
            + named(missing, changed, extra)
            + " [every file as it was fetched, and no other]",
        "keep the folder as it is, and look for another copy; what is missing or changed the same"
            + " `fetch aws` copies again");
  }

  /// The files by name, of each sort the first ones.
  static String named(List<String> missing, List<String> changed, List<String> extra) {
    var words = new ArrayList<String>();
    named("missing", missing, words);
    named("changed", changed, words);
    named("extra", extra, words);
    return String.join("; ", words);
  }

  private static void named(String sort, List<String> paths, List<String> words) {
    if (!paths.isEmpty()) {
      var shown =
          paths.stream()
              .limit(SHOWN)
              .map(each -> "`" + each.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?") + "`")
              .toList();
      words.add(
          sort
              + " "
              + String.join(", ", shown)
              + (paths.size() > SHOWN ? " and " + (paths.size() - SHOWN) + " more" : ""));
    }
  }
}
