package io.cofferdam.access.bench.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A seeded generator of resource policies in the shapes that people really attach: those of the
/// AWS documentation's examples and of common mistakes, with invented names, accounts and
/// networks, one to six statements each.
public final class ResourcePolicies {
  /// A resource and its policy.
  public record Resource(String arn, String account, String policy) {}

  private static final List<String> ACCOUNTS =
      List.of("111122223333", "444455556666", "555566667777", "777788889999", "123456789012");

  private final Random random;
  private String account = "";
  private String arn = "";
  private String service = "";

  public ResourcePolicies(long seed) {
    this.random = new Random(seed);
  }

  public Resource next() {
    account = pick(ACCOUNTS);
    service =
        pick(
            List.of(
                "s3", "s3", "s3", "kms", "sqs", "sns", "lambda", "ecr", "secretsmanager", "iam"));
    arn =
        switch (service) {
          case "s3" -> "arn:aws:s3:::shop-" + word();
          case "kms" -> regional("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
          case "sqs" -> regional("sqs", word());
          case "sns" -> regional("sns", word());
          case "lambda" -> regional("lambda", "function:" + word());
          case "ecr" -> regional("ecr", "repository/" + word());
          case "secretsmanager" -> regional("secretsmanager", "secret:" + word() + "-a1b2c3");
          default -> "arn:aws:iam::" + account + ":role/" + word();
        };
    List<String> statements = new ArrayList<>();
    int count = 1 + random.nextInt(3) * random.nextInt(3) + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      statements.add(statement());
    }
    return new Resource(
        arn,
        account,
        "{\"Version\":\"2012-10-17\",\"Statement\":["
            + String.join(",", statements).replace('\'', '"')
            + "]}");
  }

  private String regional(String name, String resource) {
    return "arn:aws:" + name + ":eu-west-1:" + account + ":" + resource;
  }

  private String statement() {
    boolean deny = random.nextInt(4) == 0;
    return "{'Effect':'"
        + (deny ? "Deny" : "Allow")
        + "',"
        + (deny ? "'Principal':'*'" : principal())
        + ",'Action':"
        + (deny ? "'" + verbs() + ":*'" : actions())
        + resources()
        + condition(deny)
        + "}";
  }

  private String verbs() {
    return service.equals("iam") ? "sts" : service;
  }

  private String principal() {
    String foreign = pick(ACCOUNTS);
    return switch (random.nextInt(9)) {
      case 0, 1 -> "'Principal':'*'";
      case 2 -> "'Principal':{'AWS':'*'}";
      case 3 -> "'Principal':{'AWS':'arn:aws:iam::" + foreign + ":root'}";
      case 4 ->
          "'Principal':{'AWS':['arn:aws:iam::"
              + foreign
              + ":role/"
              + word()
              + "','"
              + account
              + "']}";
      case 5 ->
          "'Principal':{'Service':'"
              + pick(List.of("sns", "events", "cloudtrail", "s3", "lambda"))
              + ".amazonaws.com'}";
      case 6 -> "'Principal':{'AWS':'arn:aws:iam::" + account + ":user/" + word() + "'}";
      case 7 -> "'NotPrincipal':{'AWS':'arn:aws:iam::" + account + ":root'}";
      default -> "'Principal':{'AWS':'" + account + "'}";
    };
  }

  private String actions() {
    return switch (service) {
      case "s3" ->
          pick(
              List.of(
                  "'s3:GetObject'",
                  "['s3:GetObject','s3:PutObject']",
                  "'s3:*'",
                  "['s3:ListBucket','s3:GetObject*']",
                  "'s3:PutObject'"));
      case "kms" ->
          pick(List.of("'kms:*'", "['kms:Decrypt','kms:GenerateDataKey*']", "'kms:Decrypt'"));
      case "sqs" -> pick(List.of("'sqs:SendMessage'", "'sqs:*'", "'SQS:ReceiveMessage'"));
      case "sns" -> pick(List.of("'sns:Publish'", "['SNS:Subscribe','SNS:Receive']", "'sns:*'"));
      case "lambda" -> pick(List.of("'lambda:InvokeFunction'", "'lambda:InvokeFunctionUrl'"));
      case "ecr" -> pick(List.of("['ecr:BatchGetImage','ecr:GetDownloadUrlForLayer']", "'ecr:*'"));
      case "secretsmanager" -> "'secretsmanager:GetSecretValue'";
      default -> pick(List.of("'sts:AssumeRole'", "['sts:AssumeRole','sts:TagSession']"));
    };
  }

  private String resources() {
    return switch (service) {
      case "s3" ->
          ",'Resource':"
              + pick(
                  List.of(
                      "'" + arn + "/*'",
                      "['" + arn + "','" + arn + "/*']",
                      "'" + arn + "/public/*'",
                      "'" + arn + "/${aws:username}/*'"));
      case "iam", "ecr" -> "";
      default -> pick(List.of(",'Resource':'*'", ",'Resource':'" + arn + "'"));
    };
  }

  private String condition(boolean deny) {
    if (!deny && random.nextInt(3) == 0) {
      return "";
    }
    String no = deny ? "Not" : "";
    String foreign = pick(ACCOUNTS);
    String one =
        switch (random.nextInt(18)) {
          case 0 -> "'String" + no + "Equals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}";
          case 1 -> "'" + no + "IpAddress':{'aws:SourceIp':['203.0.113.0/24','198.51.100.0/24']}";
          case 2 -> "'String" + no + "Equals':{'aws:SourceVpce':'vpce-1a2b3c4d'}";
          case 3 -> "'Bool':{'aws:SecureTransport':'" + !deny + "'}";
          case 4 ->
              "'Arn" + no + "Like':{'aws:PrincipalArn':'arn:aws:iam::" + foreign + ":role/*'}";
          case 5 -> "'Arn" + no + "Like':{'aws:SourceArn':'arn:aws:sns:*:" + account + ":*'}";
          case 6 -> "'String" + no + "Equals':{'aws:SourceAccount':'" + account + "'}";
          case 7 ->
              "'String" + no + "Like':{'aws:PrincipalArn':'arn:aws:iam::*:role/" + word() + "*'}";
          case 8 ->
              "'String"
                  + no
                  + "Equals':{'aws:PrincipalAccount':['"
                  + foreign
                  + "','"
                  + account
                  + "']}";
          case 9 -> "'String" + no + "Equals':{'aws:SourceVpc':'vpc-1a2b3c4d'}";
          case 10 ->
              "'Numeric" + (deny ? "LessThan" : "GreaterThanEquals") + "':{'s3:TlsVersion':1.2}";
          case 11 -> "'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/r-ab12/*'}";
          case 12 -> "'String" + no + "Equals':{'s3:x-amz-acl':'bucket-owner-full-control'}";
          case 13 ->
              "'String"
                  + no
                  + "EqualsIfExists':{'aws:SourceVpce':'vpce-1a2b3c4d'},'Bool':{'aws:ViaAWSService':'false'}";
          case 14 -> "'Null':{'aws:MultiFactorAuthAge':'" + deny + "'}";
          case 15 ->
              "'String"
                  + no
                  + "Equals':{'kms:ViaService':'s3.eu-west-1.amazonaws.com','kms:CallerAccount':'"
                  + account
                  + "'}";
          case 16 -> "'DateLessThan':{'aws:CurrentTime':'2027-01-01T00:00:00Z'}";
          default -> "'String" + no + "Like':{'aws:Referer':'https://shop.example/*'}";
        };
    return ",'Condition':{" + one + "}";
  }

  private String word() {
    return pick(List.of("training", "orders", "prompts", "logs", "etl", "feed"))
        + random.nextInt(10);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
