package io.cofferdam.logs.cloudtrail.digest;

import io.cofferdam.logs.json.JsonHead;
import io.cofferdam.logs.json.JsonKind;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.DigestedFile;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A CloudTrail digest file. It is held as a whole, because its hash is part of what it says; it
/// lists the files of one hour, so 64 MiB are far more than one has.
///
///
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
public final class DigestFormat implements LogFormat {
  private static final int MAX_BYTES = 64 << 20;
  private static final JsonLayout LAYOUT =
      new JsonLayout(List.of(), List.of(), List.of("digestS3Object"));

  @Override
  public String name() {
    return "cloudtrail-digest";
  }

  @Override
  public Recognition recognise(Head head) {
    return JsonHead.of(head, LAYOUT).has("digestS3Bucket", "digestS3Object", "digestEndTime")
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    var bytes = content.readNBytes(MAX_BYTES + 1);
    var sample = Arrays.copyOf(bytes, Math.min(bytes.length, 4096));
    if (bytes.length > MAX_BYTES) {
      sink.undecodable(1, 0, "digest file larger than " + MAX_BYTES + " bytes", sample);
      content.transferTo(java.io.OutputStream.nullOutputStream());
      return;
    }
    var digest = JsonObject.parse(bytes);
    if (digest == null) {
      sink.undecodable(1, 0, "digest file is not JSON or is cut off (truncated)", sample);
      return;
    }
    var start = digest.instant("digestStartTime");
    var end = digest.instant("digestEndTime");
    var object = digest.text("digestS3Object");
    var bucket = digest.text("digestS3Bucket");
    if (start == null || end == null || object.isEmpty() || bucket.isEmpty()) {
      sink.undecodable(
          1, 0, "not a digest file [digestStartTime, digestEndTime, digestS3Object]", sample);
      return;
    }
    var files = files(digest, start, end);
    if (files == null) {
      sink.undecodable(
          1, 0, "digest file with an incomplete entry [s3Bucket, s3Object, hashValue]", sample);
      return;
    }
    sink.event(
        new TrailDigest(
            new EventRef(input.number(), 1, ""),
            start,
            end,
            digest.text("awsAccountId"),
            region(object),
            bucket + "/" + object,
            sha256(bytes),
            location(digest, "previousDigestS3Bucket", "previousDigestS3Object"),
            digest.text("previousDigestHashValue").toLowerCase(Locale.ROOT),
            SignatureCheck.UNCHECKED,
            files,
            digest.text("previousDigestSignature").toLowerCase(Locale.ROOT),
            digest.text("digestPublicKeyFingerprint").toLowerCase(Locale.ROOT)));
  }

  private static @org.jspecify.annotations.Nullable List<DigestedFile> files(
      JsonObject digest, Instant start, Instant end) {
    if (digest.kind("logFiles") != JsonKind.ARRAY) {
      return null;
    }
    List<DigestedFile> files = new ArrayList<>();
    var complete = new boolean[] {true};
    digest.objects(
        "logFiles",
        file -> {
          var location = location(file, "s3Bucket", "s3Object");
          var hash = file.text("hashValue").toLowerCase(Locale.ROOT);
          complete[0] &= !location.isEmpty() && !hash.isEmpty();
          var oldest = file.instant("oldestEventTime");
          var newest = file.instant("newestEventTime");
          files.add(
              new DigestedFile(
                  location,
                  hash,
                  oldest == null ? start : oldest,
                  newest == null ? end : newest,
                  file.number("size", -1)));
        });
    return complete[0] ? files : null;
  }

  private static String location(JsonObject from, String bucket, String object) {
    var name = from.text(object);
    return name.isEmpty() ? "" : from.text(bucket) + "/" + name;
  }

  /// `../CloudTrail-Digest/<region>/2026/..`, the region whose events the digest covers.
  private static String region(String object) {
    var parts = List.of(object.split("/", -1));
    var at = parts.indexOf("CloudTrail-Digest");
    return at >= 0 && at + 1 < parts.size() ? parts.get(at + 1) : "";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
