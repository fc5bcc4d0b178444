package io.cofferdam.access.bench;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes resource policies as shops write them: buckets shared with accounts, roles, services and
/// organisations, TLS and network conditions, a Deny or two. Same seed, same policies.
public final class ResourcePolicies {
  /// The account that owns the resources.
  public static final String OWNER = "111122223333";

  private static final List<String> ACTIONS =
      List.of(
          "\"s3:GetObject\"",
          "\"s3:Get*\"",
          "\"s3:*\"",
          "[\"s3:GetObject\",\"s3:ListBucket\"]",
          "[\"s3:PutObject\",\"s3:PutObjectAcl\",\"s3:AbortMultipartUpload\"]",
          "\"s3:DeleteObject\"");
  private static final List<String> CONDITIONS =
      List.of(
          "",
          "",
          "{\"Bool\":{\"aws:SecureTransport\":\"true\"}}",
          "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}",
          "{\"IpAddress\":{\"aws:SourceIp\":[\"203.0.113.0/24\",\"198.51.100.0/24\"]}}",
          "{\"StringEquals\":{\"aws:SourceVpce\":[\"vpce-0a1b2c3d\",\"vpce-1a2b3c4d\"]}}",
          "{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/reader-*\"}}",
          "{\"StringLike\":{\"s3:prefix\":[\"home/${aws:username}/*\",\"shared/*\"]}}",
          "{\"NumericLessThan\":{\"s3:TlsVersion\":\"1.3\"}}",
          "{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2024-01-01T00:00:00Z\"}}");

  private ResourcePolicies() {}

  /// The policy of bucket `bucket-NUMBER`.
  ///
  /// @param statements how many statements it has
  public static PolicyDocument bucket(Random random, int number, int statements) {
    return PolicyParser.parse(json(random, number, statements)).asOptional().orElseThrow();
  }

  /// The same as JSON.
  public static String json(Random random, int number, int statements) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < statements; i++) {
      boolean deny = random.nextInt(5) == 0;
      String condition = pick(random, CONDITIONS);
      all.add(
          "{\"Sid\":\"S"
              + i
              + "\",\"Effect\":\""
              + (deny ? "Deny" : "Allow")
              + "\",\"Principal\":"
              + (deny ? "\"*\"" : principal(random))
              + ",\"Action\":"
              + pick(random, ACTIONS)
              + ",\"Resource\":[\"arn:aws:s3:::bucket-"
              + number
              + "\",\"arn:aws:s3:::bucket-"
              + number
              + "/"
              + pick(random, List.of("*", "public/*", "data/*/raw-??.parquet", "logs/*"))
              + "\"]"
              + (condition.isEmpty() ? "" : ",\"Condition\":" + condition)
              + "}");
    }
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", all) + "]}";
  }

  private static String principal(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "\"*\"";
      case 1 -> "{\"AWS\":\"" + pick(random, List.of(OWNER, "444455556666")) + "\"}";
      case 2 -> "{\"Service\":[\"cloudtrail.amazonaws.com\",\"logging.s3.amazonaws.com\"]}";
      default -> "{\"AWS\":[" + roles(random) + "]}";
    };
  }

  private static String roles(Random random) {
    List<String> roles = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(8); i++) {
      roles.add(
          "\"arn:aws:iam::"
              + pick(random, List.of(OWNER, "444455556666"))
              + ":role/reader-"
              + random.nextInt(200)
              + "\"");
    }
    return String.join(",", roles);
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
