package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.shelf.MemoryShelf;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// S3 inventories as CSV with their manifest (Amazon S3 user guide, "Amazon S3 Inventory list").
/// What is lost are whole data files; the manifest still names them with size and MD5.
final class InventoryFiles {
  private final Company company;
  private final Shelf shelf;
  private final Dice dice;
  private final Dice lossDice;
  private final double loss;
  long lost;

  InventoryFiles(Company company, Shelf shelf, double loss, long seed) {
    this.company = company;
    this.shelf = shelf;
    this.loss = loss;
    this.dice = Dice.of(seed, 401);
    this.lossDice = Dice.of(seed, 402);
  }

  void write(Store store, long at) throws IOException {
    boolean versioned = store.objects().stream().anyMatch(o -> !o.version().isEmpty());
    var folder = "s3-inventory/" + store.bucket() + "/daily/";
    var manifest = new ByteText(2048);
    manifest.add("{\"sourceBucket\":\"").add(store.bucket());
    manifest.add("\",\"destinationBucket\":\"arn:aws:s3:::").add(company.slug());
    manifest.add("-inventory\",\"version\":\"2016-11-30\",\"creationTimestamp\":\"");
    manifest.add(at * 1000).add("\",\"fileFormat\":\"CSV\",\"fileSchema\":\"");
    manifest.add(
        versioned
            ? "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate, ETag,"
                + " StorageClass, EncryptionStatus"
            : "Bucket, Key, Size, LastModifiedDate, ETag, StorageClass, EncryptionStatus");
    manifest.add("\",\"files\":[");
    var objects = store.objects();
    int size = Math.max(8, (objects.size() + 3) / 4);
    for (int start = 0; start < objects.size(); start += size) {
      var part = objects.subList(start, Math.min(objects.size(), start + size));
      var path = folder + "data/" + dice.uuid() + ".csv.gz";
      var bytes = data(store, part, versioned);
      manifest.add(start == 0 ? "{\"key\":\"" : ",{\"key\":\"").add(path);
      manifest.add("\",\"size\":").add(bytes.length).add(",\"MD5checksum\":\"");
      manifest.add(md5(bytes)).add("\"}");
      if (lossDice.chance(loss)) {
        lost++;
        continue;
      }
      try (var out = shelf.open("logs/" + path)) {
        out.write(bytes);
      }
    }
    manifest.add("]}");
    var stamp = Times.format("yyyy-MM-dd'T'HH-mm'Z'", at);
    try (var out = shelf.open("logs/" + folder + stamp + "/manifest.json")) {
      manifest.writeTo(out, 0, manifest.length());
    }
    try (var out = shelf.open("logs/" + folder + stamp + "/manifest.checksum")) {
      out.write(md5(manifest.copy(0, manifest.length())).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static byte[] data(Store store, List<StoredObject> objects, boolean versioned)
      throws IOException {
    var text = new ByteText(objects.size() * 200);
    for (var object : objects) {
      text.add('"').add(store.bucket()).add("\",\"");
      text.add(URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
      text.add("\",\"");
      if (versioned) {
        text.add(object.version()).add("\",\"").add(object.latest() ? "true" : "false");
        text.add("\",\"false\",\"");
      }
      text.add(object.size()).add("\",\"");
      text.add(Times.format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", object.modified())).add("\",\"");
      text.add(object.etag()).add("\",\"STANDARD\",\"");
      text.add(store.encrypted() ? "SSE-KMS" : "SSE-S3").add("\"\n");
    }
    var memory = new MemoryShelf();
    Gzip.write(memory, "data", text, 0, text.length());
    return memory.files().firstEntry().getValue();
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException missing) {
      throw new CofferdamBug("the Java runtime lacks MD5", missing);
    }
  }
}
