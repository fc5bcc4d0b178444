package io.cofferdam.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/// Delivers the members of one archive, and of archives inside it, in the archive's own order.
final class ArchiveWalk {
  /// How far a member that was stopped is run through, unpacked, to reach those behind it.

  private static final int MAX_NOTES = 50;

  private final String path;
  private final ContentKind kind;
  private final int depth;
  private final Budget budget;
  private final Consumer<Walked> to;
  private final Set<String> notes = new LinkedHashSet<>();
  private long members;
  private boolean whole = true;

  /// @param budget of the file on disk
  ArchiveWalk(String path, ContentKind kind, int depth, Budget budget, Consumer<Walked> to) {
    this.path = path;
    this.kind = kind;
    this.depth = depth;
    this.budget = budget;
    this.to = to;
  }

  /// Walks an archive on disk.
  void file(Path file, long size) {
    var counted = size;
    var hash = "";
    try (var in = Files.newInputStream(file)) {
      var bytes = new Metered(in);
      if (kind == ContentKind.ZIP && zipFile(file)) {
        bytes.drain();
      } else {
        members(bytes);
        bytes.drain();
      }
      counted = bytes.count();
      hash = bytes.sha256();
      if (counted != size) {
        broken("changed while it was read: " + size + " bytes before, " + counted + " now");
      }
    } catch (IOException e) {
      broken("cannot be read to its end: " + Reading.message(e));
    }
    tell(counted, hash);
  }

  /// Walks an archive inside another one.
  void stream(InputStream in) {
    var bytes = new Metered(in);
    members(bytes);
    try {
      bytes.drain();
      tell(bytes.count(), bytes.sha256());
    } catch (IOException e) {
      broken(Reading.message(e));
      tell(bytes.count(), "");
    }
  }

  private void tell(long bytes, String sha256) {
    to.accept(
        new Archive(path, kind.words(), bytes, sha256, members, whole, new ArrayList<>(notes)));
  }

  private void broken(String why) {
    whole = false;
    note(why);
  }

  private void note(String text) {
    if (notes.size() < MAX_NOTES) {
      notes.add(text);
    } else {
      notes.add("further notes left out");
    }
  }

  /// Reads a zip by its central directory.
  ///
  /// @return false when it has none that can be used, and nothing was delivered
  private boolean zipFile(Path file) {
    if (!ZipDirectory.fits(file, budget.limits().directoryBytes())) {
      note("central directory missing, damaged or too large: read from front to back");
      return false;
    }
    try (var zip = ZipFile.builder().setPath(file).get()) {
      var entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        var entry = entries.nextElement();
        if (!goesOn()) {
          return true;
        }
        if (entry.isDirectory()) {
          continue;
        }
        if (!zip.canReadEntryData(entry) || !unpackable(entry)) {
          skipped(entry);
          continue;
        }
        try (var in = zip.getInputStream(entry)) {
          member(entry, in, budget.inside(() -> Math.max(1, entry.getCompressedSize())));
        } catch (IOException | RuntimeException e) {
          undelivered(entry, e);
        }
      }
      return true;
    } catch (IOException | IllegalArgumentException e) {
      if (members > 0) {
        broken("breaks off: " + Reading.message(e));
        return true;
      }
      note("central directory damaged: read from front to back");
      return false;
    }
  }

  /// Reads members from front to back.
  private void members(Metered bytes) {
    try {
      switch (kind) {
        case ZIP -> zip(bytes, bytes);
        case TAR -> tar(bytes, bytes);
        case GZIPPED_TAR -> tar(bytes, unzipped(bytes));
        case GZIPPED_ZIP -> zip(bytes, unzipped(bytes));
        case PLAIN, SEVEN_ZIP, RAR, XZ, BZIP2, ZSTANDARD, LZ4 ->
            throw new IllegalStateException("no archive that can be walked");
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof ConsumerFailure failure) {
        throw failure;
      }
      broken("breaks off after " + members + " members: " + Reading.message(e));
    }
  }

  private static Metered unzipped(Metered bytes) throws IOException {
    return new Metered(new GZIPInputStream(bytes, 1 << 16));
  }

  private void zip(Metered disk, Metered bytes) throws IOException {
    entries(
        disk,
        bytes,
        new ZipArchiveInputStream(new BufferedInputStream(bytes), "UTF-8", true, true, true));
  }

  /// Zip methods that are unpacked without a further library; the library behind this claims more.
  private static boolean unpackable(ZipArchiveEntry entry) {
    return switch (ZipMethod.getMethodByCode(entry.getMethod())) {
      case STORED, DEFLATED, ENHANCED_DEFLATED, UNSHRINKING, IMPLODING, BZIP2 -> true;
      case null, default -> false;
    };
  }

  /// The next entry. One that is packed in a way for which there is no library cannot be gone past
  /// from front to back.
  private static <E extends ArchiveEntry> E next(ArchiveInputStream<E> archive) throws IOException {
    try {
      return archive.getNextEntry();
    } catch (NoClassDefFoundError missing) {
      throw new IOException("a member is packed by a method that is not supported", missing);
    }
  }

  private void tar(Metered disk, Metered bytes) throws IOException {
    entries(disk, bytes, new TarArchiveInputStream(bytes, "UTF-8"));
  }

  private <E extends ArchiveEntry> void entries(
      Metered disk, Metered bytes, ArchiveInputStream<E> archive) throws IOException {
    var inside = budget.inside(() -> Math.max(1, disk.count()));
    while (true) {
      bytes.allow(budget.limits().headerBytes());
      var entry = next(archive);
      bytes.allow(Long.MAX_VALUE);
      if (entry == null || !goesOn()) {
        return;
      }
      if (entry.isDirectory()) {
        continue;
      }
      if (special(entry)
          || !archive.canReadEntryData(entry)
          || (entry instanceof ZipArchiveEntry packed && !unpackable(packed))) {
        skipped(entry);
      } else {
        member(entry, archive, inside);
      }
      if (!ranThrough(archive)) {
        broken("stopped inside a member; those behind it were not read");
        return;
      }
    }
  }

  private boolean goesOn() {
    if (budget.spent()) {
      broken("stopped after " + members + " members: the whole unpacks to too much");
      return false;
    }
    if (!budget.member()) {
      broken("stopped: more than " + budget.limits().members() + " members");
      return false;
    }
    return true;
  }

  private static boolean special(ArchiveEntry entry) {
    return entry instanceof TarArchiveEntry tar
        && (tar.isSymbolicLink()
            || tar.isLink()
            || tar.isFIFO()
            || tar.isCharacterDevice()
            || tar.isBlockDevice());
  }

  private void skipped(ArchiveEntry entry) {
    members++;
    to.accept(new Skipped(name(entry).text(), entry.getSize(), "", why(entry)));
  }

  private void undelivered(ArchiveEntry entry, Exception e) {
    if (e instanceof ConsumerFailure failure) {
      throw failure;
    }
    var name = name(entry).text();
    broken("a member cannot be unpacked: " + name);
    to.accept(new Skipped(name, entry.getSize(), "", "cannot be unpacked: " + Reading.message(e)));
  }

  private static String why(ArchiveEntry entry) {
    return switch (entry) {
      case ZipArchiveEntry zip when zip.getGeneralPurposeBit().usesEncryption() ->
          "encrypted; unpack it with its password first";
      case ZipArchiveEntry zip ->
          "packed by zip method " + zip.getMethod() + ", which is not supported; unpack it first";
      case TarArchiveEntry tar when tar.isSymbolicLink() -> "symbolic link";
      case TarArchiveEntry tar when tar.isLink() -> "hard link to another member";
      case TarArchiveEntry _ -> "not a file (device, pipe or the like)";
      default -> "of a kind that is not supported";
    };
  }

  private MemberName name(ArchiveEntry entry) {
    var name = MemberName.of(entry.getName() == null ? "" : entry.getName());
    return new MemberName(path + "!/" + name.text(), name.hostile());
  }

  /// Delivers one member: its members where it is an archive, else itself.
  private void member(ArchiveEntry entry, InputStream in, Budget inside) {
    members++;
    var name = name(entry);
    var bytes = Prefixed.of(in, ContentKind.HEAD);
    var kindInside = ContentKind.of(bytes.head(), bytes.head().length);
    List<String> said = name.hostile() ? List.of("hostile member name: escaped") : List.of();
    var reading =
        new Reading(
            bytes,
            new Reading.Check() {
              @Override
              public void read(int more) throws IOException {
                inside.unpacked(more);
              }

              @Override
              public @Nullable String ended(long count) {
                var stated = entry.getSize();
                return stated >= 0 && stated != count
                    ? "has " + count + " bytes where the archive states " + stated
                    : null;
              }
            },
            said);
    switch (kindInside) {
      case PLAIN -> leaf(name.text(), entry.getSize(), reading);
      case ZIP, TAR, GZIPPED_TAR, GZIPPED_ZIP -> nested(name.text(), kindInside, reading);
      case SEVEN_ZIP, RAR, XZ, BZIP2, ZSTANDARD, LZ4 ->
          to.accept(unsupported(name.text(), kindInside, reading.finish()));
    }
  }

  static Skipped unsupported(String path, ContentKind kind, Reading.Facts facts) {
    return new Skipped(
        path,
        facts.bytes(),
        facts.whole() ? facts.sha256() : "",
        kind.words() + ", which is not opened; unpack it first");
  }

  private void leaf(String name, long size, Reading reading) {
    var content = new Content(name, size, false, () -> reading);
    to.accept(content);
    content.leave();
    if (!reading.finish().whole()) {
      broken("damaged or cut off member: " + name);
    }
  }

  private void nested(String name, ContentKind kindInside, Reading reading) {
    if (depth >= budget.limits().depth()) {
      var facts = reading.finish();
      to.accept(
          new Skipped(
              name,
              facts.bytes(),
              facts.whole() ? facts.sha256() : "",
              "archive nested deeper than " + budget.limits().depth() + " levels"));
      return;
    }
    new ArchiveWalk(name, kindInside, depth + 1, budget, to).stream(reading);
  }

  /// Goes to the end of a member that was not read to its end.
  private boolean ranThrough(InputStream archive) throws IOException {
    var buffer = new byte[1 << 16];
    int n;
    do {
      n = archive.read(buffer, 0, buffer.length);
      if (n < 0) {
        return true;
      }
    } while (budget.passed(n));
    return false;
  }
}
