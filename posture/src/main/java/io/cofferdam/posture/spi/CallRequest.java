package io.cofferdam.posture.spi;

import java.util.SortedMap;
import java.util.TreeMap;

/// One call to be made.
///
/// @param account 12 digits (AWS) or the subscription
/// @param region the region asked, or empty for a global service
/// @param service the service as the plan names it: `s3`, `iam`
/// @param operation the operation in the service's own words: `GetBucketPolicy`
/// @param parameters the request's members by their names on the wire
public record CallRequest(
    String account,
    String region,
    String service,
    String operation,
    SortedMap<String, String> parameters) {
  public CallRequest {
    parameters = new TreeMap<>(parameters);
  }

  /// `s3 GetBucketPolicy Bucket=shop-training`, for people and as the key of an answer.
  public String words() {
    var words = new StringBuilder(service).append(' ').append(operation);
    parameters.forEach((name, value) -> words.append(' ').append(name).append('=').append(value));
    return words.toString();
  }
}
