package io.cofferdam.logs.cloudtrail;

import io.cofferdam.logs.text.PercentText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a copy takes its content from: the value of the header `x-amz-copy-source`, either
/// `bucket/key` or `arn:aws:s3:region:account:accesspoint/name/object/key`, URL-encoded, perhaps
/// with `?versionId=`.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
///
/// @param bucket bucket name or access point ARN
record CopySource(String bucket, String key, String version) {
  private static final Pattern POINT =
      Pattern.compile("(arn:[^:]*:s3[^:]*:[^:]*:[^:]*:(?:accesspoint|outpost)/.*?)/object/(.*)");

  static @Nullable CopySource parse(String header) {
    var text = header.startsWith("/") ? header.substring(1) : header;
    var version = "";
    var query = text.lastIndexOf("?versionId=");
    if (query >= 0) {
      version = text.substring(query + "?versionId=".length());
      text = text.substring(0, query);
    }
    var plain = PercentText.decode(text, true);
    if (plain.startsWith("/")) {
      plain = plain.substring(1);
    }
    if (plain.startsWith("arn:")) {
      var point = POINT.matcher(plain);
      return point.matches() ? new CopySource(point.group(1), point.group(2), version) : null;
    }
    var slash = plain.indexOf('/');
    return slash <= 0 || slash == plain.length() - 1
        ? null
        : new CopySource(plain.substring(0, slash), plain.substring(slash + 1), version);
  }
}
