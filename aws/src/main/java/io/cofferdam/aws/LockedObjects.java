package io.cofferdam.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/// Puts objects whose versions nobody can delete before a day (S3 Object Lock, compliance mode),
/// and asks what is held of them. Deletes nothing. Thread-safe.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
public final class LockedObjects {
  /// The largest object that one PutObject takes: 5 GiB.
  public static final long LARGEST = 5L << 30;

  private static final int NOT_FOUND = 404;
  private static final long SLOWEST_BYTES_A_SECOND = 256 << 10;

  private final AwsClients clients;
  private final String account;
  private final Bucket bucket;

  /// A bucket.
  ///
  /// @param owner the account that must own it: in a bucket of another nothing is put
  /// @param region where it lies
  public record Bucket(String name, String owner, String region) {}

  /// An object to be put.
  ///
  /// @param sha256 of the file, 64 hexadecimal digits: S3 refuses a body that has another
  public record Put(String key, Path file, long bytes, String sha256, Instant retainUntil) {}

  /// @param account with whose credentials
  public LockedObjects(AwsClients clients, String account, Bucket bucket) {
    this.clients = clients;
    this.account = account;
    this.bucket = bucket;
  }

  /// Puts one object.
  ///
  /// @return conclusive with `VersionId`; else what went wrong
  public CallAnswer put(Put put) {
    try {
      var answer =
          s3().putObject(
                  request ->
                      request
                          .bucket(bucket.name())
                          .expectedBucketOwner(bucket.owner())
                          .key(put.key())
                          .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                          .checksumSHA256(base64(put.sha256()))
                          .objectLockMode(ObjectLockMode.COMPLIANCE)
                          .objectLockRetainUntilDate(put.retainUntil())
                          .overrideConfiguration(own -> own.apiCallTimeout(within(put.bytes()))),
                  RequestBody.fromFile(put.file()));
      var body = JsonNodeFactory.instance.objectNode();
      body.put("VersionId", answer.versionId());
      return CallAnswer.answered(body, "", 1);
    } catch (SdkException error) {
      return AwsErrors.answer(error, 1);
    }
  }

  /// Asks what is held under a key.
  ///
  /// @param version empty: the latest
  /// @return conclusive with `VersionId`, `ContentLength`, `ChecksumSHA256` (hexadecimal),
  ///     `ObjectLockMode` and `ObjectLockRetainUntilDate` as far as they are told; absent where
  ///     nothing is held
  public CallAnswer head(String key, Optional<String> version) {
    try {
      return told(
          s3().headObject(
                  request ->
                      request
                          .bucket(bucket.name())
                          .expectedBucketOwner(bucket.owner())
                          .key(key)
                          .versionId(version.orElse(null))
                          .checksumMode(ChecksumMode.ENABLED)));
    } catch (SdkException error) {
      return error instanceof AwsServiceException service && service.statusCode() == NOT_FOUND
          ? CallAnswer.without(CallOutcome.ABSENT, "NotFound", "nothing is held there", "", 1)
          : AwsErrors.answer(error, 1);
    }
  }

  private static CallAnswer told(HeadObjectResponse head) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("VersionId", head.versionId());
    body.put("ContentLength", head.contentLength());
    body.put("ChecksumSHA256", hex(head.checksumSHA256()));
    body.put("ObjectLockMode", head.objectLockModeAsString());
    body.put(
        "ObjectLockRetainUntilDate",
        head.objectLockRetainUntilDate() == null
            ? ""
            : head.objectLockRetainUntilDate().toString());
    return CallAnswer.answered(body, "", 1);
  }

  private S3Client s3() {
    return (S3Client) clients.client("s3", account, bucket.region());
  }

  private static Duration within(long bytes) {
    return Duration.ofSeconds(60 + bytes / SLOWEST_BYTES_A_SECOND);
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static String hex(@Nullable String base64) {
    if (base64 == null) {
      return "";
    }
    try {
      return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException compositeOrSpoiled) {
      return "";
    }
  }
}
