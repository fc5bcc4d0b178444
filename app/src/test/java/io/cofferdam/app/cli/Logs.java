package io.cofferdam.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Small invented logs: anonymous reads of one bucket.
public final class Logs {
  private static final ObjectMapper JSON = new ObjectMapper();
  public static final String BUCKET = "shop-training";

  private Logs() {}

  /// A CloudTrail file with one anonymous read per key, a minute apart.
  public static byte[] reads(List<String> keys) {
    var records = new ArrayList<ObjectNode>();
    for (int i = 0; i < keys.size(); i++) {
      records.add(read(keys.get(i), i));
    }
    var file = JSON.createObjectNode();
    file.putArray("Records").addAll(records);
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] reads(int count) {
    var keys = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      keys.add("orders/part-" + i + ".csv");
    }
    return reads(keys);
  }

  private static ObjectNode read(String key, int minute) {
    var event = JSON.createObjectNode();
    event.put("eventVersion", "1.08");
    event
        .putObject("userIdentity")
        .put("type", "AWSAccount")
        .put("accountId", "ANONYMOUS_PRINCIPAL");
    event.put("eventTime", "2026-03-01T%02d:%02d:00Z".formatted(10 + minute / 60, minute % 60));
    event.put("eventSource", "s3.amazonaws.com").put("eventName", "GetObject");
    event.put("awsRegion", "eu-central-1").put("sourceIPAddress", "203.0.113.9");
    event.putObject("requestParameters").put("bucketName", BUCKET).put("key", key);
    event.putNull("responseElements");
    event.putObject("additionalEventData").put("bytesTransferredOut", 100);
    event.put("requestID", "R%015d".formatted(minute));
    event.put("eventID", "00000000-0000-4000-8000-%012d".formatted(minute));
    event.put("readOnly", true).put("eventType", "AwsApiCall").put("managementEvent", false);
    var resources = event.putArray("resources");
    resources.addObject().put("type", "AWS::S3::Object").put("ARN", arn() + "/" + key);
    resources
        .addObject()
        .put("accountId", "111122223333")
        .put("type", "AWS::S3::Bucket")
        .put("ARN", arn());
    event.put("recipientAccountId", "111122223333").put("eventCategory", "Data");
    return event;
  }

  private static String arn() {
    return "arn:aws:s3:::" + BUCKET;
  }

  public static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }
}
