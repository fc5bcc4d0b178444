package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.json.JsonHead;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.json.JsonRecords;
import io.cofferdam.logs.json.JsonVisitor;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The `manifest.json` beside an inventory: which files it has and which columns they have. Read
/// before the files themselves it gives them their columns.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
public final class S3ManifestFormat implements LogFormat {
  private static final JsonLayout LAYOUT =
      new JsonLayout(List.of(), List.of(), List.of("fileSchema"));

  private final InventorySchemas schemas;
  private final ManifestChecksums checksums;

  public S3ManifestFormat(InventorySchemas schemas, ManifestChecksums checksums) {
    this.schemas = schemas;
    this.checksums = checksums;
  }

  @Override
  public String name() {
    return "s3-inventory-manifest";
  }

  @Override
  public Recognition recognise(Head head) {
    return JsonHead.of(head, LAYOUT).has("sourceBucket", "fileFormat", "fileSchema")
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    var hashed = new DigestInputStream(content, md5());
    JsonRecords.read(hashed, LAYOUT, JsonVisitor.to(sink, manifest -> learn(manifest, sink)));
    var found = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    checksums
        .manifest(input.path(), found)
        .ifPresent(
            same ->
                sink.note(
                    same
                        ? "the manifest.checksum beside it is its MD5"
                        : "the manifest.checksum beside it is not its MD5: one of the two was"
                            + " changed or is not whole"));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException missing) {
      throw new CofferdamBug("the Java runtime lacks MD5", missing);
    }
  }

  private void learn(JsonObject manifest, LogSink sink) {
    if (!manifest.has("fileSchema") || !manifest.has("sourceBucket")) {
      manifest.refuse(sink, "not an inventory manifest [sourceBucket, fileSchema, files]");
      return;
    }
    var kind = manifest.text("fileFormat");
    if (kind.equals("CSV")) {
      var columns =
          Arrays.stream(manifest.text("fileSchema").split(",")).map(String::strip).toList();
      manifest.objects("files", file -> schemas.learn(file.text("key"), columns));
    } else {
      var known = kind.equals("ORC") || kind.equals("Parquet");
      sink.note(
          "the inventory is "
              + (known ? kind : "of a format that S3 does not write")
              + ", which is not read [CSV]");
    }
    var made = manifest.number("creationTimestamp", -1);
    sink.passedOver("", "", made < 0 ? Instant.EPOCH : Instant.ofEpochMilli(made));
  }
}
