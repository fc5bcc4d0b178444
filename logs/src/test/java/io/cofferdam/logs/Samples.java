package io.cofferdam.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// Invented log content for tests.
public final class Samples {
  private Samples() {}

  /// A CloudTrail record of about 1,250 bytes: the read of an object, or a call.
  public static String record(int i, boolean access, Random random) {
    var id = new UUID(random.nextLong(), random.nextLong());
    var identity =
        """
        {"type":"AssumedRole","principalId":"AROAEXAMPLEROLE12345:i-0123456789abcdef0",\
        "arn":"arn:aws:sts::111122223333:assumed-role/training-reader/i-0123456789abcdef0",\
        "accountId":"111122223333","accessKeyId":"ASIAEXAMPLE%07d","sessionContext":{"sessionIssuer":\
        {"type":"Role","principalId":"AROAEXAMPLEROLE12345",\
        "arn":"arn:aws:iam::111122223333:role/training-reader","accountId":"111122223333",\
        "userName":"training-reader"},"webIdFederationData":{},"attributes":\
        {"creationDate":"2026-03-01T09:00:00Z","mfaAuthenticated":"false"}}}"""
            .formatted(i % 1000);
    var time = "2026-03-01T%02d:%02d:%02dZ".formatted(i / 3600 % 24, i / 60 % 60, i % 60);
    var tail =
        """
        "requestID":"%016X","eventID":"%s","readOnly":true,"eventType":"AwsApiCall",\
        "managementEvent":%s,"recipientAccountId":"111122223333","eventCategory":"%s",\
        "tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256",\
        "clientProvidedHostHeader":"s3.eu-central-1.amazonaws.com"}}"""
            .formatted(random.nextLong(), id, !access, access ? "Data" : "Management");
    return access
        ? """
        {"eventVersion":"1.11","userIdentity":%s,"eventTime":"%s","eventSource":"s3.amazonaws.com",\
        "eventName":"GetObject","awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.%d",\
        "userAgent":"[aws-sdk-java/2.40.2 ua/2.1 os/Linux lang/java#25]","requestParameters":\
        {"bucketName":"shop-training","Host":"shop-training.s3.eu-central-1.amazonaws.com",\
        "key":"sets/part-%06d.jsonl"},"responseElements":null,"additionalEventData":\
        {"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,\
        "AuthenticationMethod":"AuthHeader","x-amz-id-2":"%s","bytesTransferredOut":%d},\
        "resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::shop-training/sets/part-%06d.jsonl"},\
        {"accountId":"111122223333","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::shop-training"}],%s"""
            .formatted(identity, time, i % 250, i, id, 1000 + i, i, tail)
        : """
        {"eventVersion":"1.11","userIdentity":%s,"eventTime":"%s","eventSource":"ec2.amazonaws.com",\
        "eventName":"DescribeInstances","awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.%d",\
        "userAgent":"[aws-sdk-java/2.40.2 ua/2.1 os/Linux lang/java#25]","requestParameters":\
        {"filterSet":{"items":[{"name":"instance-id","valueSet":{"items":[{"value":"i-0123%08d"}]}}]},\
        "instancesSet":{},"note":"%s"},"responseElements":null,%s"""
            .formatted(identity, time, i % 250, i, id, tail);
  }

  /// A CloudTrail log file of `count` records, every second the read of an object.
  public static String trail(int count) {
    var text = new StringBuilder("{\"Records\":[");
    var random = new Random(3);
    for (var i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(record(i, i % 2 == 0, random));
    }
    return text.append("]}").toString();
  }

  public static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] gzip(String content) {
    return gzip(content.getBytes(StandardCharsets.UTF_8));
  }
}
