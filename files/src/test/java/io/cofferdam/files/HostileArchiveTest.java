package io.cofferdam.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.ProcessorTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("R-01")
@Timeout(60)
class HostileArchiveTest {
  private static final WalkLimits SMALL =
      new WalkLimits(3, 50, 50L << 20, 100, 1L << 20, 64L << 10, 1L << 20);

  @TempDir Path folder;

  private Collected walk(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return Collected.of(SMALL, folder, folder);
  }

  private static Map<String, byte[]> members(Object... namesAndBytes) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (var i = 0; i < namesAndBytes.length; i += 2) {
      members.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
    }
    return members;
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void anArchiveWithAMemberThatCannotBeUnpackedSaysSo() throws IOException {
    var zip = Packing.zip(members("a", new byte[1 << 20]));
    // The directory calls it packed by bzip2, which it is not.
    var directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[directory + 10] = 12;
    var archive = walk("a.zip", zip).archives.get("a.zip");

    assertThat(archive.whole()).isFalse();
    assertThat(archive.notes())
        .singleElement()
        .asString()
        .startsWith("a member cannot be unpacked: ")
        .endsWith("a.zip!/a");
  }

  @Test
  void namesThatWouldBeDangerousAsPathsAreEscapedAndTheContentIsRead() throws IOException {
    var x = Packing.utf8("x");
    var names =
        new String[] {
          "../../etc/cron",
          "/etc/passwd",
          "C:\\boot",
          "a/../../b",
          "..\\up",
          "nl\nx",
          "rtl\u202ex",
          "nest!/ed",
          "esc\u001b[2J"
        };
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (var name : names) {
      members.put(name, x);
    }
    var walk = walk("a.zip", Packing.zip(members));

    assertThat(walk.texts)
        .containsOnlyKeys(
            "a.zip!/..%2F..%2Fetc%2Fcron",
            "a.zip!/%2Fetc%2Fpasswd",
            "a.zip!/C%3A%2Fboot",
            "a.zip!/a%2F..%2F..%2Fb",
            "a.zip!/..%2Fup",
            "a.zip!/nl%0Ax",
            "a.zip!/rtl%E2%80%AEx",
            "a.zip!/nest%21%2Fed",
            "a.zip!/esc%1B[2J")
        .containsValue("x");
    assertThat(walk.facts.values())
        .allMatch(facts -> facts.notes().contains("hostile member name: escaped"));
    assertThat(folder.toFile().list()).containsExactly("a.zip");
  }

  @Test
  void aVeryLongNameIsCutAndStaysDistinct() throws IOException {
    var long1 = "x".repeat(30_000) + "1";
    var long2 = "x".repeat(30_000) + "2";
    var walk = walk("a.zip", Packing.zip(members(long1, new byte[1], long2, new byte[2])));
    assertThat(walk.texts).hasSize(2);
    assertThat(walk.texts.keySet()).allMatch(path -> path.length() < 600);
  }

  @Test
  void aBombInAZipIsStoppedAndTheMembersBehindItAreRead() throws IOException {
    var walk =
        walk(
            "bomb.zip",
            Packing.zip(
                members(
                    "before", Packing.utf8("b"),
                    "bomb", new byte[4 << 20],
                    "noise", noise(500_000),
                    "after", Packing.utf8("a"))));

    assertThat(walk.texts).containsEntry("bomb.zip!/before", "b");
    assertThat(walk.texts).containsEntry("bomb.zip!/after", "a");
    var bomb = walk.facts.get("bomb.zip!/bomb");
    assertThat(bomb.whole()).isFalse();
    assertThat(bomb.bytes()).isLessThan(2 << 20);
    assertThat(bomb.notes()).singleElement().asString().contains("100 times its size");
    assertThat(walk.archives.get("bomb.zip").whole()).isFalse();
  }

  @Test
  void aBombInATarGzIsStoppedAndSaid() throws IOException {
    var walk =
        walk(
            "bomb.tar.gz",
            Packing.gzip(
                Packing.tar(members("before", Packing.utf8("b"), "bomb", new byte[20 << 20]))));

    assertThat(walk.texts).containsEntry("bomb.tar.gz!/before", "b");
    assertThat(walk.facts.get("bomb.tar.gz!/bomb").whole()).isFalse();
    assertThat(walk.facts.get("bomb.tar.gz!/bomb").bytes()).isLessThan(5 << 20);
    assertThat(walk.archives.get("bomb.tar.gz").whole()).isFalse();
  }

  /// Each member that is given up must be unpacked to get past it: that has a limit of its own.
  @Test
  void gettingPastManyBombsInAZippedStreamIsStoppedByTheSizeOnDisk() throws IOException {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    for (var i = 0; i < 40; i++) {
      bombs.put("bomb" + i, new byte[4 << 20]);
    }
    var walk = walk("bombs.zip.gz", Packing.gzip(Packing.zip(bombs)));

    assertThat(walk.facts).hasSizeLessThan(5);
    assertThat(walk.archives.get("bombs.zip.gz").whole()).isFalse();
  }

  @Test
  void aBombOfArchivesInsideEachOtherIsStoppedByTheSizeOnDisk() throws IOException {
    var leaf = Packing.zip(members("zeros", new byte[900_000]));
    Map<String, byte[]> copies = new LinkedHashMap<>();
    for (var i = 0; i < 40; i++) {
      copies.put("copy" + i + ".zip", leaf);
    }
    var outer = Packing.gzip(Packing.tar(copies));
    var walk = walk("nested.tar.gz", outer);

    var read = walk.facts.values().stream().mapToLong(Reading.Facts::bytes).sum();
    assertThat(read).isLessThan(2L << 20);
    assertThat(walk.archives.get("nested.tar.gz").whole()).isFalse();
  }

  @Test
  void archivesNestedTooDeepAreNamed() throws IOException {
    var archive = Packing.zip(members("leaf", Packing.utf8("l")));
    for (var i = 0; i < 4; i++) {
      archive = Packing.zip(members("inner.zip", archive));
    }
    var walk = walk("deep.zip", archive);

    assertThat(walk.texts).isEmpty();
    assertThat(walk.skipped).containsOnlyKeys("deep.zip!/inner.zip!/inner.zip!/inner.zip");
    assertThat(walk.skipped.values())
        .allMatch(skipped -> skipped.reason().contains("deeper than 3 levels"));
  }

  @Test
  void tooManyMembersAreCutOffAndSaid() throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (var i = 0; i < 80; i++) {
      members.put("m" + i, new byte[1]);
    }
    var walk = walk("many.zip", Packing.zip(members));
    assertThat(walk.texts).hasSize(50);
    assertThat(walk.archives.get("many.zip").whole()).isFalse();
    assertThat(walk.archives.get("many.zip").notes()).contains("stopped: more than 50 members");
  }

  @Test
  void aTarHeaderThatFillsTheMemoryIsRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
      var entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      entry.setSize(10 << 20);
      tar.putArchiveEntry(entry);
      tar.write(new byte[10 << 20]);
      tar.closeArchiveEntry();
    }
    var walk = walk("header.tar.gz", Packing.gzip(out.toByteArray()));
    assertThat(walk.archives.get("header.tar.gz").notes())
        .singleElement()
        .asString()
        .contains("header larger than the limit");
  }

  @Test
  void aTruncatedZipKeepsWhatCameBefore() throws IOException {
    var zip = Packing.zip(members("a", Packing.utf8("first"), "b", noise(100_000)));
    var walk = walk("cut.zip", Arrays.copyOf(zip, 50_000));

    assertThat(walk.texts).containsEntry("cut.zip!/a", "first");
    assertThat(walk.facts.get("cut.zip!/b").whole()).isFalse();
    assertThat(walk.facts.get("cut.zip!/b").bytes()).isBetween(40_000L, 50_000L);
    assertThat(walk.archives.get("cut.zip").whole()).isFalse();
  }

  @Test
  void aTruncatedTarGzKeepsWhatCameBefore() throws IOException {
    var archive =
        Packing.gzip(Packing.tar(members("a", Packing.utf8("first"), "b", noise(100_000))));
    var walk = walk("cut.tar.gz", Arrays.copyOf(archive, 50_000));

    assertThat(walk.texts).containsEntry("cut.tar.gz!/a", "first");
    assertThat(walk.facts.get("cut.tar.gz!/b").bytes()).isBetween(30_000L, 50_000L);
    assertThat(walk.archives.get("cut.tar.gz").whole()).isFalse();
  }

  @Test
  void aSmallMemberCutOffAtItsStartIsStillDelivered() throws IOException {
    var archive = Packing.tar(members("a", Packing.utf8("line one\nline two\n".repeat(100))));
    var walk = walk("cut.tar", Arrays.copyOf(archive, 512 + 13));
    assertThat(walk.texts.get("cut.tar!/a")).startsWith("line one\nline");
    assertThat(walk.facts.get("cut.tar!/a").whole()).isFalse();
  }

  @Test
  void anEncryptedMemberIsNamedAndTheOthersAreRead() throws IOException {
    var zip = Packing.zip(members("secret", Packing.utf8("s"), "open", Packing.utf8("o")));
    zip[6] |= 1; // the encryption bit of the first local header
    for (var i = 0; i < zip.length - 4; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1; // and of the first entry of the central directory
        break;
      }
    }
    var walk = walk("e.zip", zip);
    assertThat(walk.skipped.get("e.zip!/secret").reason()).contains("encrypted");
    assertThat(walk.texts).containsExactly(Map.entry("e.zip!/open", "o"));
  }

  @Test
  void linksAndDevicesInATarAreNamed() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (var kind :
          new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
        var entry = new TarArchiveEntry("x" + (char) kind, kind);
        entry.setLinkName("/etc/passwd");
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
    }
    var walk = walk("links.tar", out.toByteArray());
    assertThat(walk.texts).isEmpty();
    assertThat(walk.skipped.values())
        .extracting(Skipped::reason)
        .containsExactlyInAnyOrder(
            "symbolic link",
            "hard link to another member",
            "not a file (device, pipe or the like)");
  }

  @Test
  void archivesThatAreNotOpenedAreNamedWithTheirHash() throws IOException {
    var seven = Arrays.copyOf(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c}, 100);
    var walk = walk("a.7z", seven);
    assertThat(walk.skipped.get("a.7z").reason()).contains("7-Zip archive");
    assertThat(walk.skipped.get("a.7z").sha256()).hasSize(64);
  }

  @Test
  void everyTruncationAndBitFlipEndsTheWalkNormally() throws IOException {
    var inner = Packing.gzip(Packing.tar(members("c", Packing.utf8("deep".repeat(50)))));
    var zip = Packing.zip(members("b.tar.gz", inner, "p.log", Packing.utf8("p".repeat(99))));
    var tar = Packing.tar(members("z.zip", zip, "q.log", Packing.utf8("q")));
    var random = new Random(11);
    for (var archive : new byte[][] {zip, Packing.gzip(tar), tar}) {
      for (var i = 0; i < 300; i++) {
        var bytes =
            i % 3 == 0 ? Arrays.copyOf(archive, random.nextInt(archive.length)) : archive.clone();
        for (var flips = i % 3; flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        var before = ProcessorTime.begin();
        walk("fuzz.bin", bytes);
        assertThat(before.used()).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  /// Methods 93 (Zstandard), 95 (XZ), 14 (LZMA), 98 (PPMd), 99 (AES) and one that does not exist.
  @ParameterizedTest
  @ValueSource(ints = {93, 95, 14, 98, 99, 20, 77})
  void aMemberPackedByAnotherMethodIsToldAndTheOthersAreRead(int method) throws IOException {
    var zip =
        Packing.zip(members("odd.json", Packing.utf8("{}"), "plain.json", Packing.utf8("{}")));
    packedBy(zip, method);

    var walk = walk("a.zip", zip);

    assertThat(walk.texts).containsOnlyKeys("a.zip!/plain.json");
    assertThat(walk.skipped.get("a.zip!/odd.json")).asString().contains("method " + method);
  }

  @ParameterizedTest
  @ValueSource(ints = {93, 95, 14, 98, 99, 20, 77})
  void withoutACentralDirectoryTooNothingIsThrown(int method) throws IOException {
    var zip = Packing.zip(members("odd.json", Packing.utf8("{}")));
    packedBy(zip, method);

    var walk = walk("a.zip", Arrays.copyOf(zip, zip.length - 30));

    assertThat(walk.texts).isEmpty();
  }

  /// Changes the method of the first member, in its local header and in the central directory.
  private static void packedBy(byte[] zip, int method) {
    zip[8] = (byte) method;
    for (var i = 0; i < zip.length - 4; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 10] = (byte) method;
        return;
      }
    }
  }
}
