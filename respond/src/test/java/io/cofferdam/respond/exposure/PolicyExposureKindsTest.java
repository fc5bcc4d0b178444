package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.FOREIGN;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.answered;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Kinds that a policy of their own opens: ECR repositories, KMS keys, Lambda functions, roles,
/// secrets, access points.
@Covers("R-05")
class PolicyExposureKindsTest {
  private static final Audience ANYONE = new Audience.Anyone();
  private static final Audience ACCOUNTS = new Audience.AnyAccount();
  private static final Audience OTHER = new Audience.ForeignAccount(FOREIGN);
  private static final ResourceId REPOSITORY =
      id(ResourceKind.ECR_REPOSITORY, "arn:aws:ecr:eu-central-1:111122223333:repository/model");
  private static final ResourceId KEY =
      id(ResourceKind.KMS_KEY, "arn:aws:kms:eu-central-1:111122223333:key/k-1");
  private static final ResourceId FUNCTION =
      id(ResourceKind.LAMBDA_FUNCTION, "arn:aws:lambda:eu-central-1:111122223333:function:search");
  private static final ResourceId ROLE =
      id(ResourceKind.IAM_ROLE, "arn:aws:iam::111122223333:role/training");
  private static final ResourceId SECRET =
      id(ResourceKind.SECRET, "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db");
  private static final ResourceId ACCESS_POINT =
      id(ResourceKind.S3_ACCESS_POINT, "arn:aws:s3:eu-central-1:111122223333:accesspoint/lab");

  private final ExposureReplay replay = new ExposureReplay();

  private static ResourceId id(ResourceKind kind, String arn) {
    return new ResourceId(kind, arn);
  }

  private Exposure exposure(
      CoverageResult coverage, ResourceId resource, Audience audience, Instant time) {
    return replay.resolve(DAY, List.of(OWN), List.of(resource), coverage).exposures().stream()
        .filter(e -> e.resource().equals(resource) && e.audience().equals(audience))
        .filter(e -> e.window().contains(time))
        .findFirst()
        .orElseThrow();
  }

  private void assertState(
      ResourceId resource, Audience audience, int minute, ExposureState expected) {
    var exposure = exposure(complete(DAY), resource, audience, at(minute));
    assertThat(exposure.state()).as("%s", exposure).isEqualTo(expected);
  }

  private void assertUnproved(ResourceId resource, Audience audience, int minute) {
    var exposure = exposure(unproved(), resource, audience, at(minute));
    assertThat(exposure.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(exposure.because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("digest files");
  }

  /// A policy as the text of a JSON member.
  private static String policy(String principal, String action, String resource) {
    return "\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\","
        + "\\\"Principal\\\":"
        + (principal.equals("*") ? "\\\"*\\\"" : "{\\\"AWS\\\":\\\"" + principal + "\\\"}")
        + ",\\\"Action\\\":\\\""
        + action
        + "\\\",\\\"Resource\\\":\\\""
        + resource
        + "\\\"}]}\"";
  }

  private void setRepositoryPolicy(int minute, String principal) {
    replay.add(
        call(
            at(minute),
            "ecr",
            "SetRepositoryPolicy",
            "{\"repositoryName\":\"model\",\"policyText\":"
                + policy(principal, "ecr:*", "*")
                + "}"));
  }

  @Test
  void ecrRepositoryOpen() {
    setRepositoryPolicy(60, "*");

    assertState(REPOSITORY, ACCOUNTS, 90, ExposureState.OPEN);
    assertState(REPOSITORY, ANYONE, 90, ExposureState.CLOSED);
  }

  @Test
  void ecrRepositoryClosed() {
    setRepositoryPolicy(60, FOREIGN);
    replay.add(call(at(120), "ecr", "DeleteRepositoryPolicy", "{\"repositoryName\":\"model\"}"));

    assertState(REPOSITORY, OTHER, 90, ExposureState.OPEN);
    assertState(REPOSITORY, ACCOUNTS, 90, ExposureState.CLOSED);
    assertState(REPOSITORY, OTHER, 122, ExposureState.UNKNOWN);
    assertState(REPOSITORY, OTHER, 150, ExposureState.CLOSED);
  }

  @Test
  void ecrRepositoryUnknown() {
    setRepositoryPolicy(60, FOREIGN);

    assertState(REPOSITORY, OTHER, 30, ExposureState.UNKNOWN);
    assertUnproved(REPOSITORY, OTHER, 90);
  }

  private void createKey(int minute) {
    replay.add(
        answered(at(minute), "kms", "CreateKey", "{}", "{\"keyMetadata\":{\"keyId\":\"k-1\"}}"));
  }

  private void createGrant(int minute) {
    replay.add(
        answered(
            at(minute),
            "kms",
            "CreateGrant",
            "{\"keyId\":\"k-1\",\"granteePrincipal\":\"arn:aws:iam::444455556666:role/x\","
                + "\"operations\":[\"Decrypt\"]}",
            "{\"grantId\":\"g-1\"}"));
  }

  @Test
  void kmsKeyOpen() {
    createKey(10);
    createGrant(60);

    assertState(KEY, OTHER, 90, ExposureState.OPEN);
    assertState(KEY, ACCOUNTS, 90, ExposureState.CLOSED);
  }

  @Test
  void kmsKeyClosed() {
    createKey(10);
    createGrant(60);
    replay.add(call(at(120), "kms", "RevokeGrant", "{\"keyId\":\"k-1\",\"grantId\":\"g-1\"}"));

    assertState(KEY, OTHER, 5, ExposureState.CLOSED);
    assertState(KEY, OTHER, 30, ExposureState.CLOSED);
    assertState(KEY, OTHER, 150, ExposureState.CLOSED);
  }

  @Test
  void kmsKeyUnknown() {
    createGrant(60);

    assertState(KEY, OTHER, 90, ExposureState.UNKNOWN); // the key policy is not told
    replay.add(
        call(
            at(120),
            "kms",
            "PutKeyPolicy",
            "{\"keyId\":\"k-1\",\"policy\":" + policy(OWN, "kms:*", "*") + "}"));
    assertState(KEY, OTHER, 150, ExposureState.OPEN);
    replay.add(call(at(180), "kms", "RevokeGrant", "{\"keyId\":\"k-1\",\"grantId\":\"g-1\"}"));
    assertState(KEY, OTHER, 210, ExposureState.UNKNOWN); // older grants may stand
  }

  @Test
  void disablingAKeyClosesIt() {
    createKey(10);
    createGrant(60);
    replay.add(call(at(120), "kms", "DisableKey", "{\"keyId\":\"k-1\"}"));

    assertState(KEY, OTHER, 150, ExposureState.CLOSED);
  }

  private void addPermission(int minute, String id, String action, String principal) {
    replay.add(
        call(
            at(minute),
            "lambda",
            "AddPermission20150331v2",
            "{\"functionName\":\"search\",\"statementId\":\""
                + id
                + "\",\"action\":\""
                + action
                + "\",\"principal\":\""
                + principal
                + "\"}"));
  }

  private void url(int minute, String type) {
    replay.add(
        call(
            at(minute),
            "lambda",
            "CreateFunctionUrlConfig",
            "{\"functionName\":\"search\",\"authType\":\"" + type + "\"}"));
  }

  @Test
  void lambdaFunctionOpen() {
    url(60, "NONE");
    addPermission(61, "url", "lambda:InvokeFunctionUrl", "*");
    assertState(FUNCTION, ANYONE, 90, ExposureState.UNKNOWN);
    addPermission(100, "invoke", "lambda:InvokeFunction", "*");

    assertState(FUNCTION, ANYONE, 120, ExposureState.OPEN);
  }

  @Test
  void aPermissionForTheUrlAloneOpensNothingOnceTheUrlIsGone() {
    replay.add(call(at(10), "lambda", "CreateFunction20150331", "{\"functionName\":\"search\"}"));
    url(60, "NONE");
    addPermission(61, "url", "lambda:InvokeFunctionUrl", "*");
    replay.add(
        call(
            at(62),
            "lambda",
            "AddPermission20150331v2",
            "{\"functionName\":\"search\",\"statementId\":\"by-url\",\"principal\":\"*\","
                + "\"action\":\"lambda:InvokeFunction\",\"invokedViaFunctionUrl\":true}"));
    replay.add(call(at(120), "lambda", "DeleteFunctionUrlConfig", "{\"functionName\":\"search\"}"));

    assertState(FUNCTION, ANYONE, 90, ExposureState.OPEN);
    assertState(FUNCTION, ANYONE, 150, ExposureState.CLOSED);
    assertState(FUNCTION, ACCOUNTS, 150, ExposureState.CLOSED);
  }

  @Test
  void lambdaFunctionClosed() {
    replay.add(call(at(10), "lambda", "CreateFunction20150331", "{\"functionName\":\"search\"}"));
    addPermission(60, "partner", "lambda:InvokeFunction", FOREIGN);
    replay.add(
        call(
            at(120),
            "lambda",
            "RemovePermission20150331v2",
            "{\"functionName\":\"search\",\"statementId\":\"partner\"}"));

    assertState(FUNCTION, OTHER, 30, ExposureState.CLOSED);
    assertState(FUNCTION, OTHER, 90, ExposureState.OPEN);
    assertState(FUNCTION, OTHER, 150, ExposureState.CLOSED);
    assertState(FUNCTION, ANYONE, 90, ExposureState.CLOSED);
  }

  @Test
  void lambdaFunctionUnknown() {
    url(60, "NONE");

    assertState(FUNCTION, ANYONE, 90, ExposureState.UNKNOWN); // its permissions are not told
  }

  private void trust(int minute, String action, String field, String principal) {
    replay.add(
        call(
            at(minute),
            "iam",
            action,
            "{\"roleName\":\"training\",\""
                + field
                + "\":"
                + policy(principal, "sts:AssumeRole", "*")
                    .replace(",\\\"Resource\\\":\\\"*\\\"", "")
                + "}"));
  }

  @Test
  void iamRoleOpen() {
    trust(60, "UpdateAssumeRolePolicy", "policyDocument", FOREIGN);

    assertState(ROLE, OTHER, 90, ExposureState.OPEN);
    assertState(ROLE, ACCOUNTS, 90, ExposureState.CLOSED);
  }

  @Test
  void iamRoleClosed() {
    trust(60, "CreateRole", "assumeRolePolicyDocument", OWN);
    trust(120, "UpdateAssumeRolePolicy", "policyDocument", FOREIGN);
    replay.add(call(at(180), "iam", "DeleteRole", "{\"roleName\":\"training\"}"));

    assertState(ROLE, OTHER, 30, ExposureState.CLOSED);
    assertState(ROLE, OTHER, 90, ExposureState.CLOSED);
    assertState(ROLE, OTHER, 150, ExposureState.OPEN);
    assertState(ROLE, OTHER, 210, ExposureState.CLOSED);
  }

  @Test
  void iamRoleUnknown() {
    trust(60, "UpdateAssumeRolePolicy", "policyDocument", FOREIGN);

    assertUnproved(ROLE, OTHER, 90);
    assertState(ROLE, OTHER, 30, ExposureState.UNKNOWN);
  }

  private void secretPolicy(int minute, String principal) {
    replay.add(
        call(
            at(minute),
            "secretsmanager",
            "PutResourcePolicy",
            "{\"secretId\":\""
                + SECRET.id()
                + "\",\"resourcePolicy\":"
                + policy(principal, "secretsmanager:GetSecretValue", "*")
                + "}"));
  }

  @Test
  void secretOpen() {
    secretPolicy(60, FOREIGN);

    assertState(SECRET, OTHER, 90, ExposureState.OPEN);
  }

  @Test
  void secretClosed() {
    secretPolicy(60, FOREIGN);
    secretPolicy(120, OWN);

    assertState(SECRET, OTHER, 150, ExposureState.CLOSED);
    assertState(SECRET, ANYONE, 90, ExposureState.CLOSED);
  }

  @Test
  void secretUnknown() {
    secretPolicy(60, FOREIGN);

    assertUnproved(SECRET, OTHER, 90);
  }

  private void accessPointPolicy(int minute) {
    replay.add(
        call(at(10), "s3", "CreateAccessPoint", "{\"name\":\"lab\",\"bucket\":\"shop-training\"}"));
    replay.add(
        call(
            at(minute),
            "s3",
            "PutAccessPointPolicy",
            "{\"name\":\"lab\",\"policy\":"
                + policy(FOREIGN, "s3:GetObject", ACCESS_POINT.id() + "/object/*")
                + "}"));
  }

  /// The bucket leaves the decision to its access points.
  private void delegation(int minute) {
    replay.add(
        call(
            at(minute),
            "s3",
            "PutBucketPolicy",
            "{\"bucketName\":\"shop-training\",\"bucketPolicy\":{\"Version\":\"2012-10-17\","
                + "\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},"
                + "\"Action\":\"*\",\"Resource\":[\"arn:aws:s3:::shop-training\","
                + "\"arn:aws:s3:::shop-training/*\"],\"Condition\":{\"StringEquals\":"
                + "{\"s3:DataAccessPointAccount\":\"111122223333\"}}}]}}"));
  }

  @Test
  void s3AccessPointOpen() {
    accessPointPolicy(60);
    delegation(70);

    assertState(ACCESS_POINT, OTHER, 90, ExposureState.OPEN);
  }

  @Test
  void s3AccessPointClosed() {
    accessPointPolicy(60);

    assertState(ACCESS_POINT, OTHER, 30, ExposureState.CLOSED);
    replay.add(call(at(120), "s3", "DeleteAccessPointPolicy", "{\"name\":\"lab\"}"));
    assertState(ACCESS_POINT, OTHER, 150, ExposureState.CLOSED);
  }

  @Test
  void s3AccessPointUnknown() {
    accessPointPolicy(60);

    assertState(ACCESS_POINT, OTHER, 90, ExposureState.UNKNOWN); // the bucket's policy is not told
  }
}
