package io.cofferdam.evidence.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A pack in a zip file, at its top or in its one top folder. Nothing is unpacked to the disk. A
/// member that swells more than a thousandfold beyond 16 MiB is a bomb and read no further.
final class ZipPack implements PackFiles {
  private static final long SMALL = 16 << 20;
  private static final long MOST_SWELLING = 1000;

  private final ZipFile zip;
  private final String top;
  private final SortedSet<String> names;
  private final List<String> problems;

  private ZipPack(ZipFile zip, String top, SortedSet<String> names, List<String> problems) {
    this.zip = zip;
    this.top = top;
    this.names = names;
    this.problems = problems;
  }

  static ZipPack of(Path file) throws IOException {
    var zip = new ZipFile(file.toFile());
    try {
      var problems = new ArrayList<String>();
      var all = names(zip, problems);
      var top = top(all);
      var names = new TreeSet<String>();
      for (var name : all) {
        if (name.startsWith(top)) {
          names.add(name.substring(top.length()));
        } else {
          problems.add("`" + name + "` lies beside the pack's folder");
        }
      }
      return new ZipPack(zip, top, names, problems);
    } catch (RuntimeException e) {
      zip.close();
      throw new IOException("its directory does not read", e);
    }
  }

  private static SortedSet<String> names(ZipFile zip, List<String> problems) {
    var names = new TreeSet<String>();
    var members = zip.entries();
    while (members.hasMoreElements()) {
      var member = members.nextElement();
      if (names.size() == MOST_FILES) {
        problems.add("more than " + MOST_FILES + " members; the rest was not looked at");
        break;
      }
      var name = member.getName();
      if (leadsOut(name)) {
        problems.add("member `" + printable(name) + "` leads out of the pack");
      } else if (!member.isDirectory() && !names.add(name)) {
        problems.add("member `" + printable(name) + "` is there twice");
      }
    }
    return names;
  }

  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.indexOf(':') >= 0
        || name.chars().anyMatch(c -> c < 0x20)
        || Arrays.asList(name.split("/", -1)).contains("..");
  }

  private static String printable(String name) {
    var start = name.length() > 100 ? name.substring(0, 100) : name;
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  private static String top(SortedSet<String> names) {
    if (names.isEmpty() || names.contains(PackLayout.MANIFEST)) {
      return "";
    }
    for (var name : names) {
      var slash = name.indexOf('/');
      if (slash > 0 && name.equals(name.substring(0, slash + 1) + PackLayout.MANIFEST)) {
        return name.substring(0, slash + 1);
      }
    }
    return "";
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
    var member = names.contains(name) ? zip.getEntry(top + name) : null;
    if (member == null) {
      throw new NoSuchFileException(name);
    }
    var in = zip.getInputStream(member);
    if (in == null) {
      throw new IOException("`" + name + "` does not unpack");
    }
    return new LimitedStream(in, most(member), name);
  }

  private static long most(ZipEntry member) {
    var packed = Math.max(member.getCompressedSize(), 0);
    return Math.min(LARGEST_FILE, Math.max(SMALL, packed * MOST_SWELLING));
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read from.
    }
  }
}
