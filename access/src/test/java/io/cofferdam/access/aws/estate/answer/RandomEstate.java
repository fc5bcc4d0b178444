package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.reading.EstateReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Small random estates: two or three accounts, a few users and roles that may assume one another
/// (cycles included), two buckets, a key, a function; policies drawn from a few shapes.
final class RandomEstate {
  private static final String[] ACCOUNTS = {"111122223333", "444455556666"};
  private static final String[] ACTIONS = {
    "s3:GetObject",
    "s3:*",
    "sts:AssumeRole",
    "sts:*",
    "iam:PutUserPolicy",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:CreateAccessKey",
    "iam:PassRole",
    "lambda:CreateFunction",
    "lambda:InvokeFunction",
    "lambda:UpdateFunctionCode",
    "kms:Decrypt",
    "kms:CreateGrant",
    "s3:PutBucketPolicy",
    "*"
  };

  private final Random random;
  private final List<String> arns = new ArrayList<>();

  private RandomEstate(long seed) {
    this.random = new Random(seed);
  }

  static Estate of(long seed) {
    EstateReading reading = EstateReader.read(new RandomEstate(seed).json());
    return reading
        .asOptional()
        .orElseThrow(() -> new AssertionError("seed " + seed + ": " + reading));
  }

  private String json() {
    int users = 1 + random.nextInt(2);
    int roles = 2 + random.nextInt(3);
    for (int i = 0; i < users; i++) {
      arns.add("arn:aws:iam::" + account() + ":user/u" + i);
    }
    for (int i = 0; i < roles; i++) {
      arns.add("arn:aws:iam::" + account() + ":role/r" + i);
    }
    StringBuilder accounts = new StringBuilder();
    for (String account : ACCOUNTS) {
      List<String> userList = new ArrayList<>();
      List<String> roleList = new ArrayList<>();
      for (String arn : arns) {
        if (arn.contains(account)) {
          String name = arn.substring(arn.lastIndexOf('/') + 1);
          if (arn.contains(":user/")) {
            userList.add(
                "{\"UserName\":\"%s\",\"Arn\":\"%s\",\"UserPolicyList\":[%s]}"
                    .formatted(name, arn, identity()));
          } else {
            roleList.add(
                "{\"RoleName\":\"%s\",\"Arn\":\"%s\",\"AssumeRolePolicyDocument\":%s,\"RolePolicyList\":[%s]}"
                    .formatted(name, arn, trust(), identity()));
          }
        }
      }
      accounts
          .append(accounts.isEmpty() ? "" : ",")
          .append(
              "{\"id\":\"%s\",\"publicAccessBlock\":null,\"iam\":{\"UserDetailList\":[%s],\"RoleDetailList\":[%s]}}"
                  .formatted(account, String.join(",", userList), String.join(",", roleList)));
    }
    List<String> resources = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String policy =
          switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "\"policy\":null,";
            default -> "\"policy\":" + resourcePolicy("s3:GetObject", bucket(i) + "/*") + ",";
          };
      resources.add(
          ("{\"arn\":\"%s\",\"account\":\"%s\",%s\"tags\":{},\"publicAccessBlock\":null,\"acl\":null,"
                  + "\"ownership\":\"BucketOwnerEnforced\",\"encryptionKey\":%s}")
              .formatted(
                  bucket(i),
                  account(),
                  policy,
                  random.nextBoolean() ? "null" : "\"" + key() + "\""));
    }
    resources.add(
        "{\"arn\":\"%s\",\"policy\":%s,\"tags\":{},\"grants\":[%s]}"
            .formatted(
                key(),
                resourcePolicy("kms:*", "*"),
                random.nextBoolean()
                    ? "{\"GrantId\":\"g1\",\"GranteePrincipal\":\"%s\",\"Operations\":[\"Decrypt\"]}"
                        .formatted(any())
                    : ""));
    resources.add(
        "{\"arn\":\"arn:aws:lambda:eu-central-1:%s:function:f\",\"policy\":null,\"tags\":{},\"runsAs\":\"%s\"}"
            .formatted(ACCOUNTS[0], any()));
    return "{\"organisation\":null,\"accounts\":[%s],\"resources\":[%s]}"
        .formatted(accounts, String.join(",", resources));
  }

  static String bucket(int number) {
    return "arn:aws:s3:::bucket-" + number;
  }

  static String key() {
    return "arn:aws:kms:eu-central-1:111122223333:key/k";
  }

  private String account() {
    return ACCOUNTS[random.nextInt(ACCOUNTS.length)];
  }

  private String any() {
    return arns.get(random.nextInt(arns.size()));
  }

  private String identity() {
    List<String> statements = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      statements.add(
          "{\"Effect\":\"%s\",\"Action\":[\"%s\",\"%s\"],\"Resource\":\"%s\"%s}"
              .formatted(
                  random.nextInt(6) == 0 ? "Deny" : "Allow",
                  ACTIONS[random.nextInt(ACTIONS.length)],
                  ACTIONS[random.nextInt(ACTIONS.length - 1)],
                  resource(),
                  condition()));
    }
    return "{\"PolicyName\":\"p\",\"PolicyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[%s]}}"
        .formatted(String.join(",", statements));
  }

  private String resource() {
    return switch (random.nextInt(6)) {
      case 0 -> bucket(random.nextInt(2)) + "/*";
      case 1 -> bucket(random.nextInt(2)) + "/home/${aws:username}/*";
      case 2 -> any();
      case 3 -> "arn:aws:iam::*:role/*";
      default -> "*";
    };
  }

  private String condition() {
    return switch (random.nextInt(8)) {
      case 0 -> ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}";
      case 1 -> ",\"Condition\":{\"ArnLike\":{\"aws:PrincipalArn\":\"" + any() + "\"}}";
      case 2 -> ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}";
      default -> "";
    };
  }

  private String principal() {
    return switch (random.nextInt(5)) {
      case 0 -> "\"*\"";
      case 1 -> "{\"AWS\":\"" + account() + "\"}";
      case 2 -> "{\"Service\":\"lambda.amazonaws.com\"}";
      default -> "{\"AWS\":\"" + any() + "\"}";
    };
  }

  private String trust() {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"sts:AssumeRole\"%s}]}"
        .formatted(principal(), condition());
  }

  private String resourcePolicy(String action, String resource) {
    List<String> statements = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      statements.add(
          "{\"Effect\":\"%s\",\"Principal\":%s,\"Action\":\"%s\",\"Resource\":\"%s\"%s}"
              .formatted(
                  random.nextInt(5) == 0 ? "Deny" : "Allow",
                  principal(),
                  action,
                  resource,
                  condition()));
    }
    return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}"
        .formatted(String.join(",", statements));
  }
}
