package io.cofferdam.files;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks through inputs (folders, files, archives) and delivers everything in them, in an order
/// that depends on names alone: inputs as given, folders sorted by name, archives in their own
/// order. Whatever is not delivered as [Content] comes as [Skipped] or as an [Archive]'s note.
///
/// Symbolic links are followed only where they are given as input themselves. Stateless; one walk
/// calls its consumer from one thread.
public final class InputWalk {
  private final WalkLimits limits;

  public InputWalk(WalkLimits limits) {
    this.limits = limits;
  }

  /// A walk with the default limits.
  public static InputWalk standard() {
    return new InputWalk(WalkLimits.DEFAULT);
  }

  /// Delivers all leaves to `to`. What `to` throws ends the walk and is thrown from here.
  ///
  /// @throws CofferdamException `CFD-FILES-0001` when an input does not exist, before anything is
  ///     delivered
  public void walk(List<Path> inputs, Consumer<Walked> to) {
    for (var input : inputs) {
      if (!Files.exists(input)) {
        throw new CofferdamException(
            "CFD-FILES-0001",
            ErrorCategory.INVALID_INPUT,
            "no such file or folder: `" + MemberName.text(input.toString()) + "`",
            "give the folder or archive that holds the logs");
      }
    }
    var marked = ConsumerFailure.marking(to);
    Set<Path> given = new HashSet<>();
    try {
      for (var input : inputs) {
        tree(input, input, inputs.size() > 1 ? given : null, marked);
      }
    } catch (ConsumerFailure e) {
      throw e.failure();
    }
  }

  /// Walks one input; folders are kept on a stack of our own, so depth costs no call stack.
  private void tree(Path input, Path shown, @Nullable Set<Path> given, Consumer<Walked> to) {
    List<Path> open = new ArrayList<>();
    open.add(shown);
    while (!open.isEmpty()) {
      var path = open.removeLast();
      var text = MemberName.text(path.toString());
      try {
        var named = path.equals(input);
        var attributes =
            named
                ? Files.readAttributes(path, BasicFileAttributes.class)
                : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          open.addAll(children(path));
        } else if (attributes.isSymbolicLink()) {
          to.accept(new Skipped(text, -1, "", "symbolic link; give its target as an input"));
        } else if (!attributes.isRegularFile()) {
          to.accept(new Skipped(text, -1, "", "not a file (pipe, socket or device)"));
        } else if (given != null && !given.add(path.toRealPath())) {
          to.accept(new Skipped(text, attributes.size(), "", "given more than once; read before"));
        } else {
          file(path, text, attributes, to);
        }
      } catch (IOException e) {
        to.accept(new Skipped(text, -1, "", "cannot be read: " + reason(e)));
      }
    }
  }

  /// The entries of a folder, last name first, because the stack gives back the last.
  private static List<Path> children(Path folder) throws IOException {
    try (var entries = Files.newDirectoryStream(folder)) {
      List<Path> sorted = new ArrayList<>();
      entries.forEach(sorted::add);
      sorted.sort(
          Comparator.comparing((Path path) -> String.valueOf(path.getFileName())).reversed());
      return sorted;
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.NoSuchFileException _ -> "it vanished during the walk";
      default -> Reading.message(e);
    };
  }

  private void file(Path file, String text, BasicFileAttributes attributes, Consumer<Walked> to)
      throws IOException {
    ContentKind kind;
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(ContentKind.HEAD);
      kind = ContentKind.of(head, head.length);
    }
    var size = attributes.size();
    Content.Source source = () -> open(file, size, attributes.lastModifiedTime());
    switch (kind) {
      case PLAIN -> to.accept(new Content(text, size, true, source));
      case ZIP, TAR, GZIPPED_TAR, GZIPPED_ZIP ->
          new ArchiveWalk(text, kind, 1, Budget.ofFile(limits, size), to).file(file, size);
      case SEVEN_ZIP, RAR, XZ, BZIP2, ZSTANDARD, LZ4 -> {
        try (var reading = source.open()) {
          to.accept(ArchiveWalk.unsupported(text, kind, reading.finish()));
        }
      }
    }
  }

  private static Reading open(Path file, long size, FileTime modified) throws IOException {
    return new Reading(
        Files.newInputStream(file),
        new Reading.Check() {
          @Override
          public @Nullable String ended(long bytes) {
            return changed(file, size, modified, bytes);
          }
        },
        List.of());
  }

  private static @Nullable String changed(Path file, long size, FileTime modified, long bytes) {
    try {
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      if (bytes == size && now.size() == size && now.lastModifiedTime().equals(modified)) {
        return null;
      }
    } catch (IOException e) {
      return "vanished while it was read";
    }
    return "changed while it was read: " + size + " bytes before, " + bytes + " read";
  }
}
