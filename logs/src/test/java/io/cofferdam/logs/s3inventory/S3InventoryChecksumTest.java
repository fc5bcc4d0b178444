package io.cofferdam.logs.s3inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.logs.LogReader;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The checksum of a manifest is compared with it, whichever is read first.
@Covers({"D-01", "X-04"})
class S3InventoryChecksumTest {
  private static final String MANIFEST =
      S3InventoryManifestRobustnessTest.manifest(S3InventoryManifestRobustnessTest.file(1));

  private final LogReader reader = LogReader.standard((i, n, o, r, s) -> {});

  private Collected read(String path, String content) {
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    return Collected.of(path, bytes, reader, true);
  }

  private static String md5(String text) throws NoSuchAlgorithmException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  @Test
  void theRightChecksumIsSaidToBe() throws NoSuchAlgorithmException {
    read("inv/1/manifest.json", MANIFEST);
    var checksum = read("inv/1/manifest.checksum", md5(MANIFEST) + "\n");
    assertThat(checksum.result().format()).isEqualTo("s3-inventory-checksum");
    assertThat(checksum.result().undecodable()).isZero();
    assertThat(checksum.notes).containsExactly("it is the MD5 of the manifest.json beside it");
  }

  @Test
  void anotherChecksumIsSaidToBeAnother() throws NoSuchAlgorithmException {
    read("inv/1/manifest.json", MANIFEST);
    assertThat(read("inv/1/manifest.checksum", md5("else")).notes)
        .anyMatch(note -> note.startsWith("it is not the MD5"));
  }

  @Test
  void aManifestReadAfterItsChecksumIsCompared() throws NoSuchAlgorithmException {
    assertThat(read("inv/1/manifest.checksum", md5(MANIFEST)).notes)
        .containsExactly("no manifest.json beside it was read before");
    assertThat(read("inv/1/manifest.json", MANIFEST).notes)
        .containsExactly("the manifest.checksum beside it is its MD5");
    assertThat(read("inv/2/manifest.checksum", md5("else")).notes).hasSize(1);
    assertThat(read("inv/2/manifest.json", MANIFEST).notes)
        .anyMatch(note -> note.startsWith("the manifest.checksum beside it is not its MD5"));
  }

  @Test
  void hexDigitsOfAnotherNameAreNotRecognised() throws NoSuchAlgorithmException {
    assertThat(read("inv/1/other.txt", md5(MANIFEST)).result().format())
        .isEqualTo(LogReader.UNRECOGNISED);
    assertThat(read("inv/1/manifest.checksum", "not a checksum").result().format())
        .isEqualTo(LogReader.UNRECOGNISED);
  }
}
