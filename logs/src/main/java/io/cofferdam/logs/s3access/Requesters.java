package io.cofferdam.logs.s3access;

import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;

/// Who made a request: `-` for nobody known, a canonical user id, or the ARN of a user or session.
final class Requesters {
  private Requesters() {}

  static Caller of(String requester, String owner, String address, String agent) {
    if (requester.equals("-")) {
      return caller(CallerKind.ANONYMOUS, "anonymous", "", "", address, agent);
    }
    if (requester.startsWith("arn:")) {
      return byArn(requester, address, agent);
    }
    if (requester.startsWith("svc:") || requester.equals("AmazonS3")) {
      var name = requester.startsWith("svc:") ? requester.substring(4) : requester;
      return caller(CallerKind.SERVICE, name, "", "", address, agent);
    }
    var kind = requester.equals(owner) ? CallerKind.ROOT : CallerKind.FOREIGN_ACCOUNT;
    return caller(kind, requester, "", requester, address, agent);
  }

  /// The log gives a session without its role's path; the role is named as if it had none.
  private static Caller byArn(String arn, String address, String agent) {
    var parts = arn.split(":", 6);
    if (parts.length < 6) {
      return caller(CallerKind.UNKNOWN, arn, "", "", address, agent);
    }
    var account = parts[4];
    var name = parts[5];
    if (name.startsWith("assumed-role/")) {
      var path = name.split("/", 3);
      var role = "arn:" + parts[1] + ":iam::" + account + ":role/" + path[1];
      return caller(CallerKind.ROLE_SESSION, arn, role, account, address, agent);
    }
    var kind =
        name.equals("root")
            ? CallerKind.ROOT
            : name.startsWith("user/")
                ? CallerKind.USER
                : name.startsWith("federated-user/") ? CallerKind.FEDERATED : CallerKind.UNKNOWN;
    return caller(kind, arn, "", account, address, agent);
  }

  private static Caller caller(
      CallerKind kind,
      String principal,
      String issuer,
      String account,
      String address,
      String agent) {
    return new Caller(kind, principal, issuer, account, "", "", address, agent, "");
  }
}
