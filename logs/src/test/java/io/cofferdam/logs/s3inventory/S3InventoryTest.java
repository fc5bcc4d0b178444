package io.cofferdam.logs.s3inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.logs.LogReader;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@Covers({"D-01", "R-05"})
class S3InventoryTest {
  private static InventoryObject only(Collected read) {
    assertThat(read.reasons).isEmpty();
    return (InventoryObject) read.events.get(0);
  }

  @Test
  void columnsAreGuessedAndThatIsSaid() {
    var read = Collected.of(S3InventoryRobustnessTest.row(3));
    var object = only(read);
    assertThat(object.key()).isEqualTo("sets/part 3.jsonl");
    assertThat(object.version()).isEqualTo("v3");
    assertThat(object.latest()).isTrue();
    assertThat(object.deleteMarker()).isFalse();
    assertThat(object.size()).isEqualTo(103);
    assertThat(object.time()).hasToString("2026-02-03T08:00:00Z");
    assertThat(object.encryption()).isEqualTo("SSE-S3");
    assertThat(read.notes).anyMatch(note -> note.contains("manifest"));
  }

  @Test
  void aHeaderLineNamesTheColumns() {
    var object =
        only(
            Collected.of(
                "Bucket,Key,ETag,Size\n\"shop\",\"a%2Bb\",\"00000000000000000000000000000001\",\"5\"\n"));
    assertThat(object.key()).isEqualTo("a+b");
    assertThat(object.size()).isEqualTo(5);
  }

  @Test
  void theManifestReadBeforeNamesTheColumns() {
    var reader = LogReader.standard((i, n, o, r, s) -> {});
    var manifest =
        S3InventoryManifestRobustnessTest.manifest(S3InventoryManifestRobustnessTest.file(1));
    Collected.of(
        "inv/manifest.json",
        new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)),
        reader,
        true);
    // a key that looks like a number must not be taken for the size
    var row =
        "\"shop\",\"77\",\"5\",\"00000000000000000000000000000001\",\"2026-02-03T08:00:00.000Z\"\n";
    var read =
        Collected.of(
            "zip!/inv/data/file-1.csv.gz",
            new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)),
            reader,
            true);
    assertThat(read.notes).isEmpty();
    var object = only(read);
    assertThat(object.key()).isEqualTo("77");
    assertThat(object.size()).isEqualTo(5);
  }

  /// A note never repeats text of a file that could be anything.
  @Test
  void theFormatThatIsNotReadIsNamedOnlyWhereS3WritesIt() {
    var manifest = "{\"sourceBucket\":\"shop\",\"fileSchema\":\"x\",\"fileFormat\":\"%s\"}";
    assertThat(Collected.of(manifest.formatted("Parquet")).notes)
        .anyMatch(note -> note.contains("is Parquet, which is not read"));
    assertThat(Collected.of(manifest.formatted("[".repeat(3_000))).notes)
        .noneMatch(note -> note.contains("[["))
        .anyMatch(note -> note.contains("which is not read"));
  }

  @Test
  void anyOtherTableIsNotAnInventory() {
    assertThat(Collected.of("name,age,city\nann,33,bonn\n").result().format())
        .isEqualTo(LogReader.UNRECOGNISED);
  }
}
