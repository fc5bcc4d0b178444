package io.cofferdam.access.aws.decide;

import java.util.Optional;

/// Who makes a request.
///
/// @param name the ARN; for a service its name, for an anonymous caller `anonymous`
/// @param account 12 digits, or empty for anonymous callers, services and identity providers
/// @param canonicalId the account's S3 canonical user id, or empty when not known
public record RequestPrincipal(
    PrincipalKind kind, String name, String account, String canonicalId) {

  public static final RequestPrincipal ANONYMOUS =
      new RequestPrincipal(PrincipalKind.ANONYMOUS, "anonymous", "", "");

  /// From an ARN, an account number, a service name, `*` or `anonymous`; empty when it is none.
  public static Optional<RequestPrincipal> parse(String text) {
    if (text.equals("*") || text.equalsIgnoreCase("anonymous") || text.isEmpty()) {
      return Optional.of(ANONYMOUS);
    }
    if (text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          new RequestPrincipal(
              PrincipalKind.ACCOUNT_ROOT, "arn:aws:iam::" + text + ":root", text, ""));
    }
    String[] fields = text.split(":", 6);
    if (!text.startsWith("arn:") || fields.length < 6) {
      return text.indexOf('.') > 0 && text.indexOf(':') < 0
          ? Optional.of(new RequestPrincipal(PrincipalKind.AWS_SERVICE, text, "", ""))
          : Optional.empty();
    }
    return kind(fields[2], fields[5])
        .map(
            kind ->
                new RequestPrincipal(
                    kind, text, kind == PrincipalKind.IDENTITY_PROVIDER ? "" : fields[4], ""));
  }

  private static Optional<PrincipalKind> kind(String service, String resource) {
    if (resource.equals("root")) {
      return Optional.of(PrincipalKind.ACCOUNT_ROOT);
    }
    String type = resource.substring(0, Math.max(0, resource.indexOf('/')));
    return switch (service + "/" + type) {
      case "iam/user" -> Optional.of(PrincipalKind.IAM_USER);
      case "iam/role" -> Optional.of(PrincipalKind.IAM_ROLE);
      case "sts/assumed-role" -> Optional.of(PrincipalKind.ROLE_SESSION);
      case "sts/federated-user" -> Optional.of(PrincipalKind.FEDERATED_USER);
      case "iam/saml-provider", "iam/oidc-provider" -> Optional.of(PrincipalKind.IDENTITY_PROVIDER);
      default -> Optional.empty();
    };
  }

  public RequestPrincipal withCanonicalId(String id) {
    return new RequestPrincipal(kind, name, account, id);
  }

  private String afterLastSlash() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(slash + 1);
  }

  /// The name of the role behind a role or a session of it, without its path; else empty.
  public String roleName() {
    return switch (kind) {
      case ROLE_SESSION -> {
        int from = name.indexOf('/') + 1;
        int to = name.indexOf('/', from);
        yield from == 0 ? "" : to < 0 ? name.substring(from) : name.substring(from, to);
      }
      case IAM_ROLE -> afterLastSlash();
      case ANONYMOUS, ACCOUNT_ROOT, IAM_USER, FEDERATED_USER, IDENTITY_PROVIDER, AWS_SERVICE -> "";
    };
  }

  /// The user's friendly name; else empty.
  public String userName() {
    return kind == PrincipalKind.IAM_USER ? afterLastSlash() : "";
  }

  /// The ARN that `aws:PrincipalArn` holds: for a role session that of its role. The path of
  /// the role is not in a session's ARN, so it is taken to be `/`.
  public Optional<String> principalArn() {
    String partition = name.startsWith("arn:") ? name.split(":", 3)[1] : "aws";
    return switch (kind) {
      case ANONYMOUS, AWS_SERVICE, IDENTITY_PROVIDER -> Optional.empty();
      case ROLE_SESSION ->
          Optional.of("arn:" + partition + ":iam::" + account + ":role/" + roleName());
      case ACCOUNT_ROOT, IAM_USER, IAM_ROLE, FEDERATED_USER -> Optional.of(name);
    };
  }
}
