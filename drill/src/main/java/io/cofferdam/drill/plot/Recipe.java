package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.world.Company;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.List;

/// How one resource is made, opened to somebody, and closed, in the words of CloudTrail.
///
/// @param audience whom the opening lets in, as the truth names it
record Recipe(
    ResourceId resource, String audience, List<Call> made, List<Call> opened, List<Call> closed) {
  /// Stands for every account of the provider.
  static final String EVERYBODY = "*";

  /// @param request parameters as JSON; `response` elements as JSON, or `null`
  record Call(String service, String action, String request, String response) {}

  static Recipe of(Openable kind, Stage stage, String name, String whom) {
    var kitchen = new Kitchen(stage.company, stage.dice, stage.company.slug() + "-" + name, whom);
    return switch (kind) {
      case EBS_SNAPSHOT -> kitchen.disk();
      case MACHINE_IMAGE -> kitchen.image();
      case RDS_SNAPSHOT -> kitchen.database();
      case ECR_REPOSITORY -> kitchen.repository();
      case KMS_KEY -> kitchen.key();
      case LAMBDA_FUNCTION -> kitchen.function();
      case LAMBDA_URL -> kitchen.url();
      case IAM_ROLE -> kitchen.role();
      case SECRET -> kitchen.secret();
      case ACCESS_POINT -> kitchen.accessPoint();
    };
  }

  private record Kitchen(Company company, Dice dice, String name, String whom) {

    Recipe disk() {
      var id = "snap-0" + dice.hex(16);
      return new Recipe(
          new ResourceId(
              ResourceKind.EBS_SNAPSHOT, "arn:aws:ec2:" + company.region() + "::snapshot/" + id),
          audience(),
          one("ec2", "CreateSnapshot", "{\"volumeId\":\"vol-0a\"}", field("snapshotId", id)),
          one("ec2", "ModifySnapshotAttribute", permission("snapshotId", id, "create", "add")),
          one("ec2", "ModifySnapshotAttribute", permission("snapshotId", id, "create", "remove")));
    }

    Recipe image() {
      var id = "ami-0" + dice.hex(16);
      return new Recipe(
          new ResourceId(
              ResourceKind.MACHINE_IMAGE, "arn:aws:ec2:" + company.region() + "::image/" + id),
          audience(),
          one("ec2", "CreateImage", "{\"instanceId\":\"i-0a\"}", field("imageId", id)),
          one("ec2", "ModifyImageAttribute", permission("imageId", id, "launch", "add")),
          one("ec2", "ModifyImageAttribute", permission("imageId", id, "launch", "remove")));
    }

    private String permission(String field, String id, String what, String way) {
      var grantee =
          whom.equals(EVERYBODY) ? "{\"group\":\"all\"}" : "{\"userId\":\"" + whom + "\"}";
      var permission = what.equals("create") ? "createVolumePermission" : "launchPermission";
      return "{\""
          + field
          + "\":\""
          + id
          + "\",\""
          + permission
          + "\":{\""
          + way
          + "\":{\"items\":["
          + grantee
          + "]}}}";
    }

    Recipe database() {
      var asked = "{\"dBSnapshotIdentifier\":\"" + name + "\"";
      var grantee = whom.equals(EVERYBODY) ? "all" : whom;
      return new Recipe(
          new ResourceId(ResourceKind.RDS_SNAPSHOT, arn("rds", "snapshot:" + name)),
          audience(),
          one("rds", "CreateDBSnapshot", asked + ",\"dBInstanceIdentifier\":\"orders\"}"),
          one(
              "rds",
              "ModifyDBSnapshotAttribute",
              asked + ",\"attributeName\":\"restore\",\"valuesToAdd\":[\"" + grantee + "\"]}"),
          one(
              "rds",
              "ModifyDBSnapshotAttribute",
              asked + ",\"attributeName\":\"restore\",\"valuesToRemove\":[\"" + grantee + "\"]}"));
    }

    Recipe repository() {
      var asked = "{\"repositoryName\":\"" + name + "\"";
      var pull =
          policy("[\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]", "", principal(whom));
      return new Recipe(
          new ResourceId(ResourceKind.ECR_REPOSITORY, arn("ecr", "repository/" + name)),
          audience(),
          one("ecr", "CreateRepository", asked + "}"),
          one("ecr", "SetRepositoryPolicy", asked + ",\"policyText\":" + quoted(pull) + "}"),
          one("ecr", "DeleteRepositoryPolicy", asked + "}"));
    }

    Recipe key() {
      var id = dice.uuid();
      var arn = arn("kms", "key/" + id);
      var own = statement("\"kms:*\"", "\"*\"", principal(company.account()));
      var foreign = statement("[\"kms:Decrypt\",\"kms:DescribeKey\"]", "\"*\"", principal(whom));
      return new Recipe(
          new ResourceId(ResourceKind.KMS_KEY, arn),
          audience(),
          one(
              "kms",
              "CreateKey",
              "{\"keyUsage\":\"ENCRYPT_DECRYPT\"}",
              "{\"keyMetadata\":{\"keyId\":\"" + id + "\",\"arn\":\"" + arn + "\"}}"),
          one("kms", "PutKeyPolicy", keyPolicy(arn, document(own + "," + foreign))),
          one("kms", "PutKeyPolicy", keyPolicy(arn, document(own))));
    }

    private static String keyPolicy(String arn, String policy) {
      return "{\"keyId\":\""
          + arn
          + "\",\"policyName\":\"default\",\"policy\":"
          + quoted(policy)
          + "}";
    }

    Recipe function() {
      return new Recipe(
          functionId(),
          audience(),
          functionMade(),
          one("lambda", "AddPermission20150331v2", permit("invoke", "lambda:InvokeFunction", "")),
          one("lambda", "RemovePermission20150331v2", functionField("statementId", "invoke")));
    }

    /// Open to everybody by its URL; the look-alike's URL asks for signed requests.
    Recipe url() {
      boolean open = !whom.equals(company.sister());
      var type = open ? "NONE" : "AWS_IAM";
      var all = new Kitchen(company, dice, name, open ? EVERYBODY : whom);
      return new Recipe(
          functionId(),
          "anyone",
          functionMade(),
          List.of(
              call(
                  "lambda",
                  "AddPermission20150331v2",
                  all.permit(
                      "url",
                      "lambda:InvokeFunctionUrl",
                      ",\"functionUrlAuthType\":\"" + type + "\"")),
              call(
                  "lambda",
                  "AddPermission20150331v2",
                  all.permit("invoke", "lambda:InvokeFunction", ",\"invokedViaFunctionUrl\":true")),
              call("lambda", "CreateFunctionUrlConfig", functionField("authType", type))),
          one("lambda", "DeleteFunctionUrlConfig", "{\"functionName\":\"" + name + "\"}"));
    }

    private ResourceId functionId() {
      return new ResourceId(ResourceKind.LAMBDA_FUNCTION, arn("lambda", "function:" + name));
    }

    private List<Call> functionMade() {
      return one("lambda", "CreateFunction20150331", functionField("runtime", "python3.13"));
    }

    private String permit(String statement, String action, String more) {
      return "{\"functionName\":\""
          + name
          + "\",\"statementId\":\""
          + statement
          + "\",\"action\":\""
          + action
          + "\",\"principal\":\""
          + whom
          + "\""
          + more
          + "}";
    }

    private String functionField(String field, String value) {
      return "{\"functionName\":\"" + name + "\",\"" + field + "\":\"" + value + "\"}";
    }

    Recipe role() {
      var asked = "{\"roleName\":\"" + name + "\",";
      var own = quoted(policy("\"sts:AssumeRole\"", "", principal(company.account())));
      var foreign = quoted(policy("\"sts:AssumeRole\"", "", principal(whom)));
      return new Recipe(
          new ResourceId(
              ResourceKind.IAM_ROLE, "arn:aws:iam::" + company.account() + ":role/" + name),
          audience(),
          one("iam", "CreateRole", asked + "\"assumeRolePolicyDocument\":" + own + "}"),
          one("iam", "UpdateAssumeRolePolicy", asked + "\"policyDocument\":" + foreign + "}"),
          one("iam", "UpdateAssumeRolePolicy", asked + "\"policyDocument\":" + own + "}"));
    }

    Recipe secret() {
      var arn = arn("secretsmanager", "secret:" + name + "-" + dice.hex(6));
      var read = quoted(policy("\"secretsmanager:GetSecretValue\"", "\"*\"", principal(whom)));
      return new Recipe(
          new ResourceId(ResourceKind.SECRET, arn),
          audience(),
          one("secretsmanager", "CreateSecret", field("name", name), field("aRN", arn)),
          one(
              "secretsmanager",
              "PutResourcePolicy",
              "{\"secretId\":\"" + arn + "\",\"resourcePolicy\":" + read + "}"),
          one("secretsmanager", "DeleteResourcePolicy", field("secretId", arn)));
    }

    /// The bucket behind it leaves all to the access points of its account.
    Recipe accessPoint() {
      var arn = arn("s3", "accesspoint/" + name);
      var bucket = name + "-data";
      var objects = "[\"arn:aws:s3:::" + bucket + "\",\"arn:aws:s3:::" + bucket + "/*\"]";
      var delegation =
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
              + "{\"AWS\":\"*\"},\"Action\":\"s3:*\",\"Resource\":"
              + objects
              + ",\"Condition\":{\"StringEquals\":{\"s3:DataAccessPointAccount\":\""
              + company.account()
              + "\"}}}]}";
      var read =
          policy(
              "[\"s3:GetObject\",\"s3:ListBucket\"]",
              "[\"" + arn + "\",\"" + arn + "/object/*\"]",
              principal(whom));
      return new Recipe(
          new ResourceId(ResourceKind.S3_ACCESS_POINT, arn),
          audience(),
          List.of(
              call(
                  "s3",
                  "CreateAccessPoint",
                  "{\"name\":\"" + name + "\",\"bucket\":\"" + bucket + "\"}"),
              call(
                  "s3",
                  "PutBucketPolicy",
                  "{\"bucketName\":\"" + bucket + "\",\"bucketPolicy\":" + delegation + "}")),
          one(
              "s3",
              "PutAccessPointPolicy",
              "{\"name\":\"" + name + "\",\"policy\":" + quoted(read) + "}"),
          one("s3", "DeleteAccessPointPolicy", field("name", name)));
    }

    private String audience() {
      return whom.equals(EVERYBODY) ? "any account of the provider" : "account " + whom;
    }

    private String arn(String service, String rest) {
      return "arn:aws:" + service + ":" + company.region() + ":" + company.account() + ":" + rest;
    }

    private static String principal(String whom) {
      return whom.equals(EVERYBODY)
          ? "{\"AWS\":\"*\"}"
          : "{\"AWS\":\"arn:aws:iam::" + whom + ":root\"}";
    }

    /// @param resource as JSON, or empty where the policy names none
    private static String policy(String action, String resource, String principal) {
      return document(statement(action, resource, principal));
    }

    private static String document(String statements) {
      return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    }

    private static String statement(String action, String resource, String principal) {
      return "{\"Effect\":\"Allow\",\"Principal\":"
          + principal
          + ",\"Action\":"
          + action
          + (resource.isEmpty() ? "" : ",\"Resource\":" + resource)
          + "}";
    }

    private static String field(String name, String value) {
      return "{\"" + name + "\":\"" + value + "\"}";
    }

    private static String quoted(String json) {
      return "\"" + json.replace("\"", "\\\"") + "\"";
    }

    private static Call call(String service, String action, String request) {
      return new Call(service, action, request, "null");
    }

    private static List<Call> one(String service, String action, String request) {
      return List.of(call(service, action, request));
    }

    private static List<Call> one(String service, String action, String request, String response) {
      return List.of(new Call(service, action, request, response));
    }
  }
}
