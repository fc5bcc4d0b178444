package io.cofferdam.drill.plot;

/// What else than a bucket can be opened to strangers, one scenario each.
enum Openable {
  EBS_SNAPSHOT("ebs-snapshot-shared", "a disk snapshot is shared with strangers"),
  MACHINE_IMAGE("machine-image-shared", "a machine image is shared with strangers"),
  RDS_SNAPSHOT("database-snapshot-shared", "a database snapshot is shared with strangers"),
  ECR_REPOSITORY("image-repository-opened", "a repository policy lets strangers pull images"),
  KMS_KEY("key-policy-opened", "a key policy lets strangers decrypt"),
  LAMBDA_FUNCTION("function-policy-opened", "a function's policy lets strangers invoke it"),
  LAMBDA_URL("function-url-opened", "a function gets a URL that asks for no credential"),
  IAM_ROLE("role-trust-opened", "a role's trust policy lets strangers take it on"),
  SECRET("secret-policy-opened", "a secret's policy lets strangers read it"),
  ACCESS_POINT("access-point-opened", "an access point's policy lets a stranger read a bucket");

  private final String scenario;
  private final String about;

  Openable(String scenario, String about) {
    this.scenario = scenario;
    this.about = about;
  }

  String scenario() {
    return scenario;
  }

  String about() {
    return about;
  }

  /// Whether content is taken from it of which no log of the owner tells.
  boolean copiedUnseen() {
    return switch (this) {
      case EBS_SNAPSHOT, MACHINE_IMAGE, RDS_SNAPSHOT, ECR_REPOSITORY, SECRET -> true;
      case KMS_KEY, LAMBDA_FUNCTION, LAMBDA_URL, IAM_ROLE, ACCESS_POINT -> false;
    };
  }
}
