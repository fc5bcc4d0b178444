package io.cofferdam.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("R-01")
class InputWalkTest {
  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, Packing.utf8(text));
  }

  @Test
  void foldersAreWalkedInTheOrderOfNames() throws IOException {
    write("b/2.log", "two");
    write("b/1.log", "one");
    write("a.log", "a");
    write("c.log", "c");

    assertThat(Collected.of(folder, folder).texts)
        .containsExactly(
            Map.entry("a.log", "a"),
            Map.entry("b/1.log", "one"),
            Map.entry("b/2.log", "two"),
            Map.entry("c.log", "c"));
  }

  @Test
  void theHashIsThatOfTheBytesOnDisk() throws IOException {
    var gz = Packing.gzip(Packing.utf8("content"));
    write("x.gz", gz);
    write("y.zip", Packing.zip(Map.of("m", Packing.utf8("member"))));

    var walk = Collected.of(folder, folder);

    assertThat(walk.facts.get("x.gz").sha256()).isEqualTo(sha256(gz));
    assertThat(walk.facts.get("y.zip!/m").sha256()).isEqualTo(sha256(Packing.utf8("member")));
    assertThat(walk.archives.get("y.zip").sha256())
        .isEqualTo(sha256(Files.readAllBytes(folder.resolve("y.zip"))));
    assertThat(walk.archives.get("y.zip").bytes()).isEqualTo(Files.size(folder.resolve("y.zip")));
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Hashes.sha256().digest(bytes));
  }

  @Test
  void theHashCoversBytesThatNobodyRead() throws IOException {
    var file = write("a.log", "0123456789");
    InputWalk.standard()
        .walk(
            List.of(file),
            walked -> {
              try (var reading = ((Content) walked).open()) {
                assertThat(reading.read()).isEqualTo('0');
                assertThat(reading.finish().sha256()).isEqualTo(sha256(Packing.utf8("0123456789")));
                assertThat(reading.read()).isEqualTo(-1);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Test
  void archivesOfEveryKindAreOpenedAlsoInsideEachOther() throws IOException {
    var inner = Packing.gzip(Packing.tar(Map.of("c", Packing.utf8("deep"))));
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("b.tar.gz", inner);
    members.put("plain.log", Packing.utf8("p"));
    members.put("single.gz", Packing.gzip(Packing.utf8("s")));
    write("a.zip", Packing.zip(members));
    write("t.tar", Packing.tar(Map.of("a.zip", Packing.zip(members))));
    write("noname", Packing.gzip(Packing.zip(Map.of("z", Packing.utf8("zz")))));

    var walk = Collected.of(folder, folder);

    assertThat(walk.texts)
        .containsEntry("a.zip!/b.tar.gz!/c", "deep")
        .containsEntry("a.zip!/plain.log", "p")
        .containsEntry("t.tar!/a.zip!/b.tar.gz!/c", "deep")
        .containsEntry("noname!/z", "zz")
        .containsKey("a.zip!/single.gz")
        .hasSize(7);
    assertThat(walk.archives.values()).allMatch(Archive::whole).hasSize(6);
    assertThat(walk.archives.get("a.zip").members()).isEqualTo(3);
    assertThat(walk.skipped).isEmpty();
  }

  @Test
  void aGzippedFileThatHoldsNoArchiveIsLeftToItsReader() throws IOException {
    var gz = Packing.gzip(Packing.utf8("line\n".repeat(1000)));
    write("a.log.gz", gz);
    assertThat(Collected.of(folder, folder).facts.get("a.log.gz").bytes()).isEqualTo(gz.length);
  }

  @Test
  void concatenatedGzipOfATarIsReadToItsEnd() throws IOException {
    var tar = Packing.tar(Map.of("a", new byte[5000]));
    var first = Packing.gzip(java.util.Arrays.copyOf(tar, 2048));
    var second = Packing.gzip(java.util.Arrays.copyOfRange(tar, 2048, tar.length));
    var both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    write("x.tgz", both);

    var walk = Collected.of(folder, folder);

    assertThat(walk.facts.get("x.tgz!/a").bytes()).isEqualTo(5000);
    assertThat(walk.archives.get("x.tgz").whole()).isTrue();
  }

  @Test
  void namesOfAnyScriptArePreserved() throws IOException {
    write("Größe/ログ.log", "x");
    write("t.tar", Packing.tar(Map.of("Журнал.log", Packing.utf8("y"))));
    write("z.zip", Packing.zip(Map.of("Ärger.LOG", Packing.utf8("z"))));

    assertThat(Collected.of(folder, folder).texts)
        .containsKeys("Größe/ログ.log", "t.tar!/Журнал.log", "z.zip!/Ärger.LOG");
  }

  @Test
  void aPathThatDoesNotExistIsRefusedBeforeAnythingIsRead() throws IOException {
    var there = write("a.log", "a");
    List<Walked> delivered = new ArrayList<>();

    assertThatThrownBy(
            () ->
                InputWalk.standard()
                    .walk(List.of(there, folder.resolve("missing")), delivered::add))
        .isInstanceOfSatisfying(
            CofferdamException.class,
            e -> {
              assertThat(e.category()).isEqualTo(ErrorCategory.INVALID_INPUT);
              assertThat(e.code()).isEqualTo("CFD-FILES-0001");
              assertThat(e).hasMessageContaining("missing");
            });
    assertThat(delivered).isEmpty();
  }

  @Test
  void linksInsideAFolderAreNamedAndNotFollowed() throws IOException {
    var target = write("real/a.log", "a");
    Files.createSymbolicLink(folder.resolve("link"), target);
    Files.createSymbolicLink(folder.resolve("real/loop"), folder);
    Files.createSymbolicLink(folder.resolve("real/dangling"), folder.resolve("nowhere"));

    var walk = Collected.of(folder, folder);

    assertThat(walk.texts).containsOnlyKeys("real/a.log");
    assertThat(walk.skipped).containsOnlyKeys("link", "real/loop", "real/dangling");
    assertThat(walk.skipped.get("link").reason()).contains("symbolic link");
  }

  @Test
  void aLinkGivenAsInputIsFollowed() throws IOException {
    write("real/a.log", "a");
    var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    assertThat(Collected.of(folder, link).texts).containsOnlyKeys("link/a.log");
  }

  @Test
  void aPipeIsNamedAndNotWaitedFor() throws Exception {
    var pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(Collected.of(folder, folder).skipped.get("pipe").reason()).contains("pipe");
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    var broken = Path.of("/proc/self/mem"); // reading its start is an I/O error
    assumeTrue(Files.exists(broken));
    write("a.log", "a");

    var walk = Collected.of(folder, broken, folder);

    assertThat(walk.skipped.get("/proc/self/mem").reason()).startsWith("cannot be read");
    assertThat(walk.texts).containsOnlyKeys("a.log");
  }

  @Test
  void aFileWithoutPermissionIsNamed() throws IOException {
    var secret = write("secret.log", "s");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(secret), "root may read everything");

    assertThat(Collected.of(folder, folder).skipped.get("secret.log").reason())
        .contains("permission denied");
  }

  @Test
  void theSameFileGivenTwiceIsReadOnceAndSaid() throws IOException {
    var file = write("a.log", "a");
    var walk = Collected.of(folder, file, folder);
    assertThat(walk.texts).containsOnlyKeys("a.log");
    assertThat(walk.skipped.get("a.log").reason()).contains("more than once");
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNoted() throws IOException {
    var file = write("a.log", "12345");
    InputWalk.standard()
        .walk(
            List.of(file),
            walked -> {
              try {
                Files.writeString(file, "1234567890");
                try (var reading = ((Content) walked).open()) {
                  var facts = reading.finish();
                  assertThat(facts.whole()).isFalse();
                  assertThat(facts.notes())
                      .containsExactly("changed while it was read: 5 bytes before, 10 read");
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Test
  void plainFilesCanBeReadByOtherThreadsLater() throws IOException {
    write("a.log", "a");
    write("b.log", "b");
    List<Content> contents = new ArrayList<>();
    InputWalk.standard().walk(List.of(folder), walked -> contents.add((Content) walked));

    var texts =
        contents.stream()
            .map(
                content ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try (var reading = content.open()) {
                            return new String(reading.readAllBytes(), StandardCharsets.UTF_8);
                          } catch (IOException e) {
                            throw new AssertionError(e);
                          }
                        }))
            .map(CompletableFuture::join);

    assertThat(contents).allMatch(Content::independent);
    assertThat(texts).containsExactly("a", "b");
  }

  @Test
  void aMemberCannotBeOpenedOnceTheWalkHasGoneOn() throws IOException {
    var zip = write("a.zip", Packing.zip(Map.of("m", Packing.utf8("m"))));
    List<Content> members = new ArrayList<>();
    InputWalk.standard()
        .walk(
            List.of(zip),
            walked -> {
              if (walked instanceof Content content) {
                members.add(content);
              }
            });
    assertThat(members).singleElement().matches(member -> !member.independent());
    assertThatThrownBy(() -> members.getFirst().open()).isInstanceOf(CofferdamBug.class);
  }

  @Test
  void whatTheConsumerThrowsEndsTheWalkAndIsNotTakenForDamage() throws IOException {
    var zip = write("a.zip", Packing.zip(Map.of("m", Packing.utf8("m"))));
    var failure = new IllegalArgumentException("the consumer's own");
    assertThatThrownBy(
            () ->
                InputWalk.standard()
                    .walk(
                        List.of(zip),
                        walked -> {
                          throw failure;
                        }))
        .isSameAs(failure);
  }
}
