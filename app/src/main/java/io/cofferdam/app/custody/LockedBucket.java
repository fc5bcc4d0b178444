package io.cofferdam.app.custody;

import io.cofferdam.aws.LockedObjects;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.util.Map;
import java.util.TreeMap;

/// A bucket in which copies can be kept: whose it is, where it lies, and that it locks objects.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html
final class LockedBucket {
  private static final String NO_LOCK = "ObjectLockConfigurationNotFoundError";

  private LockedBucket() {}

  /// Asks for it.
  ///
  /// @throws CofferdamException CFD-APP-0248 where it does not answer, CFD-APP-0249 where it lies
  ///     elsewhere than allowed, CFD-APP-0250 where it locks nothing
  static LockedObjects.Bucket find(CloudReader reader, String account, StoreRequest request) {
    var owner = request.owner().orElse(account);
    var location = ask(reader, account, owner, request, "GetBucketLocation");
    if (!location.outcome().conclusive()) {
      throw unanswered(request, "s3:GetBucketLocation", location);
    }
    var region = region(location.body().path("LocationConstraint").asText(""));
    if (!request.allowed().contains(region)) {
      throw new CofferdamException(
          "CFD-APP-0249",
          ErrorCategory.INVALID_INPUT,
          "bucket `"
              + request.bucket()
              + "` lies in `"
              + region
              + "` ["
              + (request.allowed().isEmpty()
                  ? "no region is allowed by both --allowed-region and the data map"
                  : String.join(", ", request.allowed()))
              + "]",
          "name a bucket in a region where the data may lie; nothing was put");
    }
    var lock = ask(reader, account, owner, request, "GetObjectLockConfiguration");
    if (!lock.outcome().conclusive() && !lock.errorCode().equals(NO_LOCK)) {
      throw unanswered(request, "s3:GetBucketObjectLockConfiguration", lock);
    }
    var enabled = lock.body().at("/ObjectLockConfiguration/ObjectLockEnabled").asText("");
    if (!enabled.equals("Enabled")) {
      throw new CofferdamException(
          "CFD-APP-0250",
          ErrorCategory.INVALID_INPUT,
          "bucket `" + request.bucket() + "` has no Object Lock [Object Lock enabled]",
          "make a bucket with --object-lock-enabled-for-bucket; nothing was put");
    }
    return new LockedObjects.Bucket(request.bucket(), owner, region);
  }

  private static CallAnswer ask(
      CloudReader reader, String account, String owner, StoreRequest request, String operation) {
    return reader.call(
        new CallRequest(
            account,
            "",
            "s3",
            operation,
            new TreeMap<>(Map.of("Bucket", request.bucket(), "ExpectedBucketOwner", owner))));
  }

  /// Empty means us-east-1, and `EU` is the old name of eu-west-1.
  private static String region(String constraint) {
    return switch (constraint) {
      case "" -> "us-east-1";
      case "EU" -> "eu-west-1";
      default -> constraint;
    };
  }

  private static CofferdamException unanswered(
      StoreRequest request, String permission, CallAnswer answer) {
    return new CofferdamException(
        "CFD-APP-0248",
        ErrorCategory.NOT_PERMITTED,
        "bucket `"
            + request.bucket()
            + "` does not tell what it must ("
            + permission
            + "): "
            + answer.message()
            + " [a bucket of yours with Object Lock]",
        "`permissions aws --role evidence` prints the policy; a bucket of another account is named"
            + " with --bucket-owner; nothing was put");
  }
}
