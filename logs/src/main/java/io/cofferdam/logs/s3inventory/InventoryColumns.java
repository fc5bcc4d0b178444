package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.text.IsoTime;
import io.cofferdam.logs.text.PercentText;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in a row of an inventory its fields stand; -1 for a field that it does not have.
record InventoryColumns(
    int bucket,
    int key,
    int version,
    int latest,
    int marker,
    int size,
    int modified,
    int etag,
    int encryption) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern ETAG = Pattern.compile("[0-9a-f]{32}(-[0-9]{1,5})?");
  private static final Set<String> ENCRYPTIONS =
      Set.of("SSE-S3", "SSE-C", "SSE-KMS", "DSSE-KMS", "NOT-SSE");

  static InventoryColumns named(List<String> names) {
    var plain =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", ""))
            .toList();
    return new InventoryColumns(
        plain.indexOf("bucket"),
        plain.indexOf("key"),
        plain.indexOf("versionid"),
        plain.indexOf("islatest"),
        plain.indexOf("isdeletemarker"),
        plain.indexOf("size"),
        plain.indexOf("lastmodifieddate"),
        plain.indexOf("etag"),
        plain.indexOf("encryptionstatus"));
  }

  static boolean isHeader(List<String> fields) {
    return fields.size() >= 2
        && fields.get(0).equalsIgnoreCase("Bucket")
        && fields.get(1).equalsIgnoreCase("Key");
  }

  /// A bucket, a key, and at least one field that only an inventory has there.
  static boolean looksLikeRow(List<String> fields) {
    if (fields.size() < 3 || !BUCKET.matcher(fields.get(0)).matches() || fields.get(1).isEmpty()) {
      return false;
    }
    var guess = guessed(fields);
    return guess.latest >= 0 || (guess.size >= 0 && guess.modified >= 0) || guess.etag >= 0;
  }

  /// Bucket and key come first in every inventory, then, where all versions are listed, version and
  /// two flags; the rest is told by its shape.
  static InventoryColumns guessed(List<String> fields) {
    var versions = fields.size() >= 5 && isFlag(fields.get(3)) && isFlag(fields.get(4));
    var from = versions ? 5 : 2;
    var size = -1;
    var modified = -1;
    var etag = -1;
    var encryption = -1;
    for (var i = from; i < fields.size(); i++) {
      var field = fields.get(i);
      if (size < 0 && modified < 0 && SIZE.matcher(field).matches()) {
        size = i;
      } else if (modified < 0 && IsoTime.parse(field) != null) {
        modified = i;
      } else if (etag < 0 && ETAG.matcher(field).matches()) {
        etag = i;
      } else if (encryption < 0 && ENCRYPTIONS.contains(field)) {
        encryption = i;
      }
    }
    return new InventoryColumns(
        0,
        1,
        versions ? 2 : -1,
        versions ? 3 : -1,
        versions ? 4 : -1,
        size,
        modified,
        etag,
        encryption);
  }

  private static boolean isFlag(String field) {
    return field.equalsIgnoreCase("true") || field.equalsIgnoreCase("false");
  }

  /// Null where bucket or key is missing.
  @Nullable InventoryObject object(List<String> fields, int input, long number) {
    var bucketName = field(fields, bucket);
    var name = field(fields, key);
    if (bucketName.isEmpty() || name.isEmpty()) {
      return null;
    }
    var time = IsoTime.parse(field(fields, modified));
    var bytes = field(fields, size);
    return new InventoryObject(
        new EventRef(input, number, ""),
        time == null ? Instant.EPOCH : time,
        ResourceId.bucket(bucketName),
        PercentText.decode(name, true),
        field(fields, version),
        latest < 0 || field(fields, latest).equalsIgnoreCase("true"),
        field(fields, marker).equalsIgnoreCase("true"),
        SIZE.matcher(bytes).matches() ? Long.parseLong(bytes) : -1,
        field(fields, etag),
        field(fields, encryption));
  }

  private static String field(List<String> fields, int i) {
    return i >= 0 && i < fields.size() ? fields.get(i) : "";
  }
}
