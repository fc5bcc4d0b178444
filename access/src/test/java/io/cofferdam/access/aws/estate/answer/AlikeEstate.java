package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.reading.EstateReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random estates in which principals share their policies, and differ by name and tag alone:
/// policies of the organisation, boundaries, trusts and bucket policies now and then ask for these.
final class AlikeEstate {
  private static final String[] ACCOUNTS = {"111122223333", "444455556666"};
  private static final String[] ACTIONS = {
    "s3:GetObject",
    "s3:GetObject",
    "s3:*",
    "sts:AssumeRole",
    "iam:PutUserPolicy",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:CreateAccessKey",
    "s3:PutBucketPolicy",
    "kms:Decrypt",
    "*"
  };
  private static final int EACH = 5;

  private final Random random;

  private AlikeEstate(long seed) {
    this.random = new Random(seed);
  }

  static Estate of(long seed) {
    EstateReading reading = EstateReader.read(new AlikeEstate(seed).json());
    return reading
        .asOptional()
        .orElseThrow(() -> new AssertionError("seed " + seed + ": " + reading));
  }

  private String json() {
    return """
        {"organisation":{"id":"o-example01","managementAccount":"999988887777","publicAccessBlock":null,
        "policies":{"Guard":%s,"Limit":%s},
        "root":{"id":"r-ab12","scps":["FullAWSAccess"%s],"rcps":%s}},
        "accounts":[%s,%s],"resources":[%s,%s,%s]}"""
        .formatted(
            document(deny("", ACTIONS[random.nextInt(ACTIONS.length - 1)])),
            document(deny("\"Principal\":\"*\",", pick("s3:GetObject", "s3:*", "sts:AssumeRole"))),
            random.nextInt(3) == 0 ? ",\"Guard\"" : "",
            random.nextInt(3) == 0 ? "[\"Limit\"]" : "null",
            account(ACCOUNTS[0]),
            account(ACCOUNTS[1]),
            bucket(0),
            bucket(1),
            key());
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String account(String id) {
    List<String> policies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      policies.add(policy("shared-" + id + "-" + i, document(identity(), identity())));
    }
    policies.add(
        policy(
            "limit-" + id,
            document(
                "{\"Effect\":\"Allow\",\"Action\":[\"s3:*\",\"sts:*\"],\"Resource\":\""
                    + pick("*", RandomEstate.bucket(0) + "/team-*", RandomEstate.bucket(1) + "/*")
                    + "\""
                    + condition()
                    + "}")));
    List<String> users = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    String limit =
        "\"PermissionsBoundary\":{\"PermissionsBoundaryArn\":\"arn:aws:iam::aws:policy/limit-"
            + id
            + "\"},";
    for (int i = 0; i < EACH; i++) {
      String common =
          (random.nextInt(5) == 0 ? limit : "")
              + "\"Tags\":[{\"Key\":\"team\",\"Value\":\"%s\"}],\"AttachedManagedPolicies\":[%s]"
                  .formatted(pick("a", "b"), attached(id));
      if (i < 2) {
        users.add("{\"UserName\":\"u%d\",\"Arn\":\"%s\",%s}".formatted(i, user(id, i), common));
      } else {
        roles.add(
            "{\"RoleName\":\"r%d\",\"Arn\":\"%s\",\"AssumeRolePolicyDocument\":%s,%s}"
                .formatted(
                    i,
                    role(id, i),
                    document(
                        "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"sts:AssumeRole\"%s}"
                            .formatted(principal(), condition())),
                    common));
      }
    }
    return """
        {"id":"%s","parent":"r-ab12","scps":["FullAWSAccess"],"rcps":null,"publicAccessBlock":null,
        "iam":{"UserDetailList":[%s],"RoleDetailList":[%s],"Policies":[%s]}}"""
        .formatted(
            id, String.join(",", users), String.join(",", roles), String.join(",", policies));
  }

  private static String user(String account, int i) {
    return "arn:aws:iam::" + account + ":user/u" + i;
  }

  private static String role(String account, int i) {
    return "arn:aws:iam::" + account + ":role/" + (i == 3 ? "app/" : "") + "r" + i;
  }

  private String any() {
    String account = ACCOUNTS[random.nextInt(2)];
    int i = random.nextInt(EACH);
    return i < 2 ? user(account, i) : role(account, i);
  }

  private String attached(String account) {
    String attached = "";
    for (int i = random.nextInt(3); i < 3; i += 2) {
      attached +=
          (attached.isEmpty() ? "" : ",")
              + "{\"PolicyName\":\"s\",\"PolicyArn\":\"arn:aws:iam::aws:policy/shared-%s-%d\"}"
                  .formatted(account, i);
    }
    return attached;
  }

  private static String policy(String name, String document) {
    return "{\"PolicyName\":\"%s\",\"Arn\":\"arn:aws:iam::aws:policy/%s\",\"PolicyVersionList\":[{\"IsDefaultVersion\":true,\"Document\":%s}]}"
        .formatted(name, name, document);
  }

  private static String document(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  private String identity() {
    String resource =
        switch (random.nextInt(8)) {
          case 0 -> RandomEstate.bucket(random.nextInt(2)) + "/*";
          case 1 -> RandomEstate.bucket(random.nextInt(2)) + "/home/${aws:username}/*";
          case 2 -> RandomEstate.bucket(random.nextInt(2)) + "/team-${aws:PrincipalTag/team}/*";
          case 3 -> any();
          case 4 -> RandomEstate.bucket(random.nextInt(2)) + "/a*";
          default -> "*";
        };
    return "{\"Effect\":\"%s\",\"Action\":\"%s\",\"%s\":\"%s\"%s}"
        .formatted(
            random.nextInt(4) == 0 ? "Deny" : "Allow",
            pick(ACTIONS),
            random.nextInt(12) == 0 ? "NotResource" : "Resource",
            resource,
            condition());
  }

  private String deny(String principal, String action) {
    return "{\"Effect\":\"Deny\",%s\"Action\":\"%s\",\"Resource\":\"*\",\"Condition\":{%s}}"
        .formatted(
            principal,
            action,
            pick(
                "\"ArnNotLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/*\"}",
                "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"a\"}",
                "\"StringLike\":{\"aws:username\":\"u1\"}"));
  }

  private String condition() {
    return switch (random.nextInt(9)) {
      case 0 -> ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}";
      case 1 -> ",\"Condition\":{\"ArnLike\":{\"aws:PrincipalArn\":\"" + any() + "\"}}";
      case 2 -> ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/team\":\"b\"}}";
      case 3 ->
          ",\"Condition\":{\"StringEquals\":{\"s3:ExistingObjectTag/t\":\"${aws:PrincipalTag/team}\"}}";
      default -> "";
    };
  }

  private String principal() {
    return switch (random.nextInt(5)) {
      case 0 -> "\"*\"";
      case 1 -> "{\"AWS\":[\"" + any() + "\",\"" + any() + "\"]}";
      case 2 -> "{\"AWS\":\"arn:aws:sts::111122223333:assumed-role/r3/night\"}";
      default -> "{\"AWS\":\"" + ACCOUNTS[random.nextInt(2)] + "\"}";
    };
  }

  private String bucket(int number) {
    List<String> statements = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      statements.add(
          "{\"Effect\":\"%s\",\"%s\":%s,\"Action\":\"s3:GetObject\",\"Resource\":\"%s\"%s}"
              .formatted(
                  random.nextInt(4) == 0 ? "Deny" : "Allow",
                  "Principal",
                  principal(),
                  RandomEstate.bucket(number)
                      + pick("/*", "/*", "/team-b/*", "/home/${aws:username}/*", "/a*"),
                  condition()));
    }
    return """
        {"arn":"%s","account":"%s","policy":%s,"tags":{},"publicAccessBlock":null,"acl":null,
        "ownership":"BucketOwnerEnforced","encryptionKey":%s}"""
        .formatted(
            RandomEstate.bucket(number),
            ACCOUNTS[number],
            document(statements.toArray(new String[0])),
            number == 0 ? "\"" + RandomEstate.key() + "\"" : "null");
  }

  private String key() {
    return """
        {"arn":"%s","policy":%s,"tags":{},"grants":[{"GrantId":"g1","GranteePrincipal":"%s",
        "Operations":["Decrypt"]}]}"""
        .formatted(
            RandomEstate.key(),
            document(
                "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"kms:*\",\"Resource\":\"*\"%s}"
                    .formatted(principal(), condition())),
            any());
  }
}
