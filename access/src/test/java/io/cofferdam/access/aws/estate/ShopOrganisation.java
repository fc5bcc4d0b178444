package io.cofferdam.access.aws.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Generates an organisation of twenty accounts that sell things and train models on what they
/// know: management, CI, a machine learning platform, sixteen shops, and a partner outside.
///
/// What the worked examples speak of is the same for every seed; the seed varies who else may read.
public final class ShopOrganisation {
  public static final String MANAGEMENT = "111122223333";
  public static final String CI = "222233334444";
  public static final String ML = "333344445555";
  public static final String PARTNER = "444455556666";
  public static final String GUARDRAIL =
      "arn:aws:bedrock:eu-central-1:" + ML + ":guardrail/gr1a2b3c4d5e";

  private static final String ONLY_WHERE_NAMED =
      "\"Null\":{\"s3:x-amz-server-side-encryption-aws-kms-key-id\":\"false\"},";
  private static final int SHOPS = 16;

  private final Random random;

  private ShopOrganisation(long seed) {
    this.random = new Random(seed);
  }

  public static String shop(int number) {
    return String.format(Locale.ROOT, "5000000000%02d", number);
  }

  public static String bucket(int number) {
    return String.format(Locale.ROOT, "arn:aws:s3:::shop-%02d-training", number);
  }

  public static String key(int number) {
    return String.format(
        Locale.ROOT,
        "arn:aws:kms:eu-central-1:%s:key/00000000-0000-4000-8000-0000000000%02d",
        shop(number),
        number);
  }

  /// Provisioned throughput of a model of the account.
  public static String model(String account) {
    return "arn:aws:bedrock:eu-central-1:" + account + ":provisioned-model/advice0001ab";
  }

  /// The snapshot as JSON.
  public static String json(long seed) {
    return new ShopOrganisation(seed).write();
  }

  private String write() {
    List<String> accounts = new ArrayList<>();
    List<String> resources = new ArrayList<>();
    accounts.add(
        account(
            MANAGEMENT,
            "management",
            "r-ab12",
            iam(
                List.of(),
                List.of(role(MANAGEMENT, "billing", trustAccount(MANAGEMENT), allow("ce:*", "*"))),
                List.of())));
    accounts.add(ci());
    accounts.add(ml());
    accounts.add(partner());
    for (int i = 1; i <= SHOPS; i++) {
      accounts.add(shopAccount(i));
      shopResources(i, resources);
    }
    resources.add(
        """
        {"arn":"arn:aws:sagemaker:eu-central-1:%1$s:endpoint/recommendations","policy":null,
         "tags":{"data":"model"}}"""
            .formatted(ML));
    for (String account : List.of(ML, CI)) {
      resources.add(
          """
          {"arn":"%s","policy":null,"tags":{}}"""
              .formatted(model(account)));
    }
    resources.add(
        """
        {"arn":"arn:aws:lambda:eu-central-1:%1$s:function:feature-builder","policy":null,"tags":{},
         "runsAs":"arn:aws:iam::%1$s:role/feature-builder"}"""
            .formatted(ML));
    return """
        {"organisation":{"id":"o-example01","managementAccount":"%1$s",
         "policies":{
          "KeepInOrganisation":{"Version":"2012-10-17","Statement":[{"Sid":"NoLeaving","Effect":"Deny",
           "Action":"organizations:LeaveOrganization","Resource":"*"}]},
          "GuardedModels":{"Version":"2012-10-17","Statement":[{"Sid":"OurGuardrail","Effect":"Deny",
           "Action":"bedrock:InvokeModel*","Resource":"*","Condition":{
           "StringNotLike":{"bedrock:GuardrailIdentifier":"%2$s:*"}}}]},
          "OnlyOurPeople":{"Version":"2012-10-17","Statement":[{"Sid":"OnlyOurOrganisation",
           "Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{
           "StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-example01"},
           "BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}]}},
         "root":{"id":"r-ab12","scps":["FullAWSAccess","KeepInOrganisation"],"rcps":["RCPFullAWSAccess"]},
         "units":[
          {"id":"ou-ab12-shops001","name":"Shops","parent":"r-ab12","scps":["FullAWSAccess"],
           "rcps":["RCPFullAWSAccess","OnlyOurPeople"]},
          {"id":"ou-ab12-platform","name":"Platform","parent":"r-ab12","scps":["FullAWSAccess"],
           "rcps":["RCPFullAWSAccess"]}],
         "publicAccessBlock":null},
        "accounts":[
        %3$s],
        "resources":[
        %4$s]}
        """
        .formatted(
            MANAGEMENT, GUARDRAIL, String.join(",\n", accounts), String.join(",\n", resources));
  }

  private static String account(String id, String name, String parent, String iam) {
    return """
        {"id":"%s","name":"%s","parent":"%s","scps":["FullAWSAccess"%s],"rcps":["RCPFullAWSAccess"],
         "publicAccessBlock":{"BlockPublicAcls":true,"IgnorePublicAcls":true,"BlockPublicPolicy":true,
         "RestrictPublicBuckets":true},"iam":%s}"""
        .formatted(id, name, parent, id.equals(ML) ? ",\"GuardedModels\"" : "", iam);
  }

  private static String iam(List<String> users, List<String> roles, List<String> policies) {
    return """
        {"UserDetailList":[%s],"GroupDetailList":[],"RoleDetailList":[
         %s],"Policies":[%s],"IsTruncated":false}"""
        .formatted(String.join(",", users), String.join(",\n ", roles), String.join(",", policies));
  }

  private static String user(String account, String name, String... statements) {
    return """
        {"Path":"/","UserName":"%2$s","UserId":"AIDAEXAMPLE%2$s","Arn":"arn:aws:iam::%1$s:user/%2$s",
         "UserPolicyList":[%3$s],"GroupList":[],"AttachedManagedPolicies":[]}"""
        .formatted(account, name, inline(name, statements));
  }

  private static String role(String account, String name, String trust, String... statements) {
    return """
        {"Path":"/","RoleName":"%2$s","RoleId":"AROAEXAMPLE%2$s","Arn":"arn:aws:iam::%1$s:role/%2$s",
         "AssumeRolePolicyDocument":%3$s,"InstanceProfileList":[],"RolePolicyList":[%4$s],
         "AttachedManagedPolicies":[],"Tags":[]}"""
        .formatted(account, name, trust, inline(name, statements));
  }

  private static String inline(String name, String... statements) {
    return statements.length == 0
        ? ""
        : """
        {"PolicyName":"%s-policy","PolicyDocument":{"Version":"2012-10-17","Statement":[%s]}}"""
            .formatted(name, String.join(",", statements));
  }

  private static String allow(String actions, String... resources) {
    return allow("", actions, List.of(resources), "");
  }

  private static String allow(String sid, String actions, List<String> resources, String more) {
    return "{%s\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":[\"%s\"]%s}"
        .formatted(
            sid.isEmpty() ? "" : "\"Sid\":\"" + sid + "\",",
            actions.replace(" ", "\",\""),
            String.join("\",\"", resources),
            more);
  }

  private static String trust(String principal, String more) {
    return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,"Action":"sts:AssumeRole"%s}]}"""
        .formatted(principal, more);
  }

  private static String trustAccount(String account) {
    return trust("{\"AWS\":\"arn:aws:iam::" + account + ":root\"}", "");
  }

  private static String trustService(String service) {
    return trust("{\"Service\":\"" + service + "\"}", "");
  }

  private static String ci() {
    return account(
        CI,
        "ci",
        "ou-ab12-platform",
        iam(
            List.of(
                user(
                    CI,
                    "ci-runner",
                    allow(
                        "AssumeDeploy",
                        "sts:AssumeRole",
                        List.of("arn:aws:iam::" + CI + ":role/ci-deploy"),
                        ""))),
            List.of(
                role(
                    CI,
                    "ci-deploy",
                    trustAccount(CI),
                    allow(
                        "AssumeAnywhere",
                        "sts:AssumeRole",
                        List.of(
                            "arn:aws:iam::*:role/model-trainer", "arn:aws:iam::*:role/shop-deploy"),
                        ""))),
            List.of()));
  }

  private static String ml() {
    String ci = "{\"AWS\":\"arn:aws:iam::" + CI + ":role/ci-deploy\"}";
    return account(
        ML,
        "ml-platform",
        "ou-ab12-platform",
        iam(
            List.of(
                user(
                    ML,
                    "data-scientist",
                    allow(
                        "lambda:UpdateFunctionCode",
                        "arn:aws:lambda:eu-central-1:" + ML + ":function:feature-builder"))),
            List.of(
                role(
                    ML,
                    "model-trainer",
                    trust(ci, ""),
                    allow(
                        "ReadTraining",
                        "s3:GetObject s3:ListBucket",
                        List.of("arn:aws:s3:::shop-*-training", "arn:aws:s3:::shop-*-training/*"),
                        "")),
                role(
                    ML,
                    "feature-builder",
                    trustService("lambda.amazonaws.com"),
                    allow("s3:GetObject", "arn:aws:s3:::shop-02-training/*"),
                    allow("kms:Decrypt", key(2))),
                role(
                    ML,
                    "endpoint",
                    trustService("sagemaker.amazonaws.com"),
                    allow("bedrock:InvokeModel", "arn:aws:bedrock:*::foundation-model/*"))),
            List.of()));
  }

  private static String partner() {
    return """
        {"id":"%s","name":"partner","publicAccessBlock":null,"iam":%s}"""
        .formatted(
            PARTNER,
            iam(
                List.of(),
                List.of(
                    role(
                        PARTNER,
                        "collector",
                        trustAccount(PARTNER),
                        allow("s3:GetObject", "arn:aws:s3:::shop-*/*"))),
                List.of()));
  }

  private String shopAccount(int number) {
    String id = shop(number);
    List<String> users = new ArrayList<>();
    users.add(user(id, "admin", allow("*", "*")));
    users.add(
        user(
            id,
            "analyst",
            allow(
                "OwnReports",
                "s3:GetObject",
                List.of(bucket(number) + "/reports/${aws:username}/*"),
                ""),
            allow("kms:Decrypt", key(number))));
    if (random.nextInt(4) == 0) {
      users.add(user(id, "intern", allow("iam:PutUserPolicy", "*")));
    }
    List<String> roles = new ArrayList<>();
    roles.add(
        role(
            id,
            "shop-app",
            trustService("ecs-tasks.amazonaws.com"),
            allow("s3:PutObject", bucket(number) + "/*"),
            allow("kms:GenerateDataKey", key(number))));
    roles.add(
        role(
            id,
            "notebook",
            trustService("sagemaker.amazonaws.com"),
            allow("s3:GetObject", bucket(number) + "/*"),
            allow("kms:Decrypt", key(number))));
    roles.add(
        role(
            id,
            "shop-deploy",
            trust("{\"AWS\":\"arn:aws:iam::" + CI + ":role/ci-deploy\"}", ""),
            number == 3
                ? allow("iam:PassRole sagemaker:CreateTrainingJob", "*")
                : allow("ecs:UpdateService", "*")));
    return account(id, "shop-" + number, "ou-ab12-shops001", iam(users, roles, List.of()));
  }

  /// Guards that some shops have, each around what every request must keep to.
  private static void promises(int number, List<String> statements) {
    String every =
        """
        ,"Effect":"Deny","Principal":"*","Resource":["%1$s","%1$s/*"],"Action":"""
            .formatted(bucket(number))
            .strip();
    switch (number) {
      case 6 ->
          statements.add(
              """
              {"Sid":"Tls13"%s"s3:*","Condition":{"NumericLessThan":{"s3:TlsVersion":"1.3"}}}"""
                  .formatted(every));
      case 8 ->
          statements.add(
              """
              {"Sid":"NotebookReads"%s["s3:GetObject","s3:GetObjectVersion"],
               "Condition":{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::%s:role/notebook"}}}"""
                  .formatted(every, shop(number)));
      case 10, 11 ->
          statements.add(
              """
              {"Sid":"OurKey"%s"s3:PutObject","Condition":{%s"StringNotEquals":{
               "s3:x-amz-server-side-encryption-aws-kms-key-id":"%s"}}}"""
                  .formatted(every, number == 10 ? "" : ONLY_WHERE_NAMED, key(number)));
      case 12 ->
          statements.add(
              """
              {"Sid":"OurNetwork"%s["s3:GetObject","s3:GetObjectVersion"],
               "Condition":{"StringNotEquals":{"aws:SourceVpce":["vpce-0a1b2c3d","vpce-4e5f6a7b"]}}}"""
                  .formatted(every));
      default -> {}
    }
  }

  private void shopResources(int number, List<String> into) {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["%1$s","%1$s/*"],
         "Condition":{"Bool":{"aws:SecureTransport":"false"}}}"""
            .formatted(bucket(number)));
    if (number % 4 == 1) {
      statements.add(
          """
          {"Sid":"Trainer","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:role/model-trainer"},
           "Action":"s3:GetObject","Resource":"%s/*"}"""
              .formatted(ML, bucket(number)));
    }
    if (number == 2) {
      statements.add(
          """
          {"Sid":"Features","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:role/feature-builder"},
           "Action":"s3:GetObject","Resource":"%s/*"}"""
              .formatted(ML, bucket(number)));
    }
    if (number == 4) {
      statements.add(
          """
          {"Sid":"FromOffice","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},
           "Action":"s3:GetObject","Resource":"%s/*",
           "Condition":{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d"}}}"""
              .formatted(ML, bucket(number)));
    }
    if (number == 7) {
      statements.add(
          """
          {"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:role/collector"},
           "Action":"s3:GetObject","Resource":"%s/*"}"""
              .formatted(PARTNER, bucket(number)));
    }
    promises(number, statements);
    String policy =
        number == 9
            ? ""
            : "\"policy\":{\"Version\":\"2012-10-17\",\"Statement\":["
                + String.join(",", statements)
                + "]},";
    into.add(
        """
        {"arn":"%s","account":"%s",%s"tags":{"data":"training"},"publicAccessBlock":null,
         "acl":null,"ownership":"BucketOwnerEnforced","encryptionKey":"%s"}"""
            .formatted(bucket(number), shop(number), policy, key(number)));
    String grants =
        number % 4 == 1
            ? """
            {"GrantId":"grant-trainer-%02d","GranteePrincipal":"arn:aws:iam::%s:role/model-trainer",
             "Operations":["Decrypt","DescribeKey"]}"""
                .formatted(number, ML)
            : "";
    into.add(
        """
        {"arn":"%s","policy":{"Version":"2012-10-17","Statement":[
         {"Sid":"Account","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"kms:*",
          "Resource":"*"}%s]},"tags":{},"grants":[%s]}"""
            .formatted(
                key(number),
                shop(number),
                number == 2
                    ? ",{\"Sid\":\"Features\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::"
                        + ML
                        + ":role/feature-builder\"},\"Action\":\"kms:Decrypt\",\"Resource\":\"*\"}"
                    : "",
                grants));
    into.add(
        """
        {"arn":"arn:aws:secretsmanager:eu-central-1:%1$s:secret:shop-database-a1b2c3","policy":null,
         "tags":{}}"""
            .formatted(shop(number)));
  }
}
