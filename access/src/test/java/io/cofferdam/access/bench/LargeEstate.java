package io.cofferdam.access.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Generates large estates as JSON, one text per account: principals with shared managed policies
/// and now and then one of their own, roles that trust accounts, roles and services, buckets with
/// the policies that people write.
final class LargeEstate {
  private static final int ACCOUNTS = 20;

  private final Random random;
  private final int principals;
  private final int buckets;

  private LargeEstate(int principals, int buckets, long seed) {
    this.principals = principals;
    this.buckets = buckets;
    this.random = new Random(seed);
  }

  static List<String> texts(int principals, int buckets, long seed) {
    return new LargeEstate(principals, buckets, seed).write();
  }

  private static String account(int number) {
    return String.format(Locale.ROOT, "6000000000%02d", number);
  }

  private static String role(int account, int number) {
    return "arn:aws:iam::" + account(account) + ":role/app-" + number;
  }

  private static String bucket(int number) {
    return "arn:aws:s3:::data-" + account(number % ACCOUNTS) + "-" + number;
  }

  private List<String> write() {
    List<String> texts = new ArrayList<>();
    for (int a = 0; a < ACCOUNTS; a++) {
      texts.add(
          "{%s\"accounts\":[{\"id\":\"%s\",\"parent\":\"r-ab12\",\"scps\":[\"FullAWSAccess\",\"Guard\"],\"rcps\":null,"
                  .formatted(a == 0 ? organisation() : "", account(a))
              + "\"publicAccessBlock\":null,\"iam\":"
              + iam(a)
              + "}],\"resources\":["
              + resources(a)
              + "]}");
    }
    return texts;
  }

  private static String organisation() {
    return """
        "organisation":{"id":"o-example01","managementAccount":"111122223333","policies":{"Guard":
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["organizations:LeaveOrganization",
        "cloudtrail:StopLogging"],"Resource":"*"},{"Effect":"Deny","Action":"s3:PutBucketAcl","Resource":"*",
        "Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/admin-*"}}}]}},
        "root":{"id":"r-ab12","scps":["FullAWSAccess"],"rcps":null},"publicAccessBlock":null},""";
  }

  private String iam(int a) {
    List<String> policies = new ArrayList<>();
    for (int p = 0; p < 12; p++) {
      policies.add(
          "{\"Arn\":\"arn:aws:iam::%s:policy/shared-%d\",\"PolicyVersionList\":[{\"IsDefaultVersion\":true,\"Document\":%s}]}"
              .formatted(account(a), p, shared(a, p)));
    }
    List<String> users = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    int here = principals / ACCOUNTS;
    for (int i = 0; i < here; i++) {
      String own = random.nextInt(4) == 0 ? inline() : "";
      String attached =
          i % 100 == 0
              ? attached(a, 0)
              : attached(a, 1 + random.nextInt(11)) + "," + attached(a, 1 + random.nextInt(11));
      String common =
          "\"AttachedManagedPolicies\":["
              + attached
              + "],\"Tags\":[{\"Key\":\"team\",\"Value\":\"t"
              + random.nextInt(8)
              + "\"}]";
      if (i % 3 == 0) {
        users.add(
            "{\"UserName\":\"user-%d\",\"Arn\":\"arn:aws:iam::%s:user/user-%d\",\"UserPolicyList\":[%s],%s}"
                .formatted(i, account(a), i, own, common));
      } else {
        roles.add(
            "{\"RoleName\":\"app-%d\",\"Arn\":\"%s\",\"AssumeRolePolicyDocument\":%s,\"RolePolicyList\":[%s],%s}"
                .formatted(i, role(a, i), trust(a, i), own, common));
      }
    }
    return "{\"UserDetailList\":[%s],\"RoleDetailList\":[%s],\"Policies\":[%s]}"
        .formatted(String.join(",", users), String.join(",", roles), String.join(",", policies));
  }

  private static String attached(int a, int policy) {
    return "{\"PolicyName\":\"shared\",\"PolicyArn\":\"arn:aws:iam::%s:policy/shared-%d\"}"
        .formatted(account(a), policy);
  }

  private static String document(String statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
  }

  private static String shared(int a, int p) {
    String own = "arn:aws:s3:::data-" + account(a) + "-";
    return document(
        switch (p) {
          case 0 -> allow("*", "*");
          case 1 -> allow("s3:Get*", own + "*/*");
          case 2 -> allow("s3:GetObject", own + "*1/*");
          case 3 -> allow("s3:PutObject", own + "*");
          case 4 -> allow("sts:AssumeRole", "arn:aws:iam::" + account(a) + ":role/app-1*");
          case 5 -> allow("s3:GetObject", "arn:aws:s3:::data-*/*");
          case 6 -> allow("kms:Decrypt", "*");
          case 7 -> allow("dynamodb:*", "*");
          case 8 -> allow("logs:*", "*");
          case 9 -> allow("sqs:*", "*");
          case 10 -> allow("s3:GetObject", own + "${aws:PrincipalTag/team}*/*");
          default -> allow("ec2:Describe*", "*");
        });
  }

  private static String allow(String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}"
        .formatted(action, resource);
  }

  private String inline() {
    return "{\"PolicyName\":\"own\",\"PolicyDocument\":%s}"
        .formatted(document(allow("s3:GetObject", bucket(random.nextInt(buckets)) + "/*")));
  }

  private String trust(int a, int i) {
    String principal =
        switch (i % 4) {
          case 0 -> "{\"AWS\":\"arn:aws:iam::" + account(a) + ":root\"}";
          case 1 -> "{\"AWS\":\"" + role((a + 1) % ACCOUNTS, 1) + "\"}";
          default -> "{\"Service\":\"ecs-tasks.amazonaws.com\"}";
        };
    return document(
        "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"sts:AssumeRole\"}"
            .formatted(principal));
  }

  private String resources(int a) {
    List<String> all = new ArrayList<>();
    for (int b = a; b < buckets; b += ACCOUNTS) {
      StringBuilder statements =
          new StringBuilder(
              "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"%1$s/*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}"
                  .formatted(bucket(b)));
      if (b % 3 == 0) {
        statements.append(
            ",{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},\"Action\":\"s3:GetObject\",\"Resource\":\"%s/*\"}"
                .formatted(role(random.nextInt(ACCOUNTS), 1 + 3 * random.nextInt(20)), bucket(b)));
      }
      if (b % 7 == 0) {
        statements.append(
            ",{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"%s/*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-example01\",\"aws:PrincipalTag/team\":\"t1\"}}}"
                .formatted(bucket(b)));
      }
      all.add(
          ("{\"arn\":\"%s\",\"account\":\"%s\",\"policy\":%s,\"tags\":{},\"publicAccessBlock\":null,"
                  + "\"acl\":null,\"ownership\":\"BucketOwnerEnforced\",\"encryptionKey\":null}")
              .formatted(bucket(b), account(a), document(statements.toString())));
    }
    return String.join(",", all);
  }
}
