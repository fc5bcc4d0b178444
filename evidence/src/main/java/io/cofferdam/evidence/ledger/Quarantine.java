package io.cofferdam.evidence.ledger;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sets aside what a crash left beyond the last durable checkpoint. Nothing is deleted: the files
/// keep their relative paths under `quarantine/<size>-<number>/`.
final class Quarantine {
  static final String FOLDER = "quarantine";
  private static final Pattern PAYLOADS = Pattern.compile("payloads/([0-9]{12})\\.jsonl");

  private final Path folder;
  private final long size;

  Quarantine(Path folder, long size) {
    this.folder = folder;
    this.size = size;
  }

  Recovery sweep() throws IOException {
    var orphans = orphans();
    var aside = folder.resolve(FOLDER);
    var number = 1;
    while (Files.exists(aside.resolve(size + "-" + number))) {
      number++;
    }
    var moved = 0L;
    var names = new ArrayList<String>();
    for (var orphan : orphans) {
      var name = relative(orphan);
      var target = aside.resolve(size + "-" + number).resolve(name);
      moved += Files.size(orphan);
      Files.createDirectories(target.getParent());
      Files.move(orphan, target);
      names.add(name);
    }
    return new Recovery(size, names, moved);
  }

  private List<Path> orphans() throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return each.equals(folder.resolve(FOLDER))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!belongs(relative(file))) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private boolean belongs(String path) {
    if (path.equals(FileLedger.CHECKPOINT) || path.equals(FileLedger.LOCK)) {
      return true;
    }
    var payloads = PAYLOADS.matcher(path);
    if (payloads.matches()) {
      return Long.parseLong(payloads.group(1)) < size;
    }
    return TilePath.parse(path).filter(tile -> tile.within(size)).isPresent();
  }
}
