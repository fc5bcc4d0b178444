package io.cofferdam.access.aws.catalogue;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.Set;

/// A kind of resource.
///
/// @param service prefix of the service that defines it, e.g. `s3`
/// @param name e.g. `bucket`
/// @param arn with placeholders: `arn:${Partition}:s3:::${BucketName}`
/// @param conditionKeys as AWS writes them, placeholders included
public record ResourceType(String service, String name, String arn, Set<String> conditionKeys) {
  public ResourceType {
    conditionKeys = Set.copyOf(conditionKeys);
  }

  /// The ARNs of this type, every placeholder being any text.
  public Pattern pattern() {
    return Pattern.glob(glob());
  }

  /// As [#pattern], as text: `arn:*:s3:::*`.
  public String glob() {
    StringBuilder glob = new StringBuilder();
    int from = 0;
    while (from < arn.length()) {
      int open = arn.indexOf("${", from);
      int close = open < 0 ? -1 : arn.indexOf('}', open);
      if (close < 0) {
        break;
      }
      glob.append(arn, from, open).append('*');
      from = close + 1;
    }
    return glob.append(arn, from, arn.length()).toString();
  }
}
