package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.Statement;

/// The sentences of decisions: what, on what, for whom, by which statement; and for what is
/// missing, what would have to allow it.
final class Reasons {
  private Reasons() {}

  static String statement(
      Facts facts, PolicyLayer layer, String document, Statement statement, String verb) {
    return statement.name()
        + " of the "
        + words(facts, layer)
        + (document.isEmpty() ? "" : " (" + document + ")")
        + " "
        + verb
        + " "
        + act(facts);
  }

  /// `s3:GetObject on arn:aws:s3:::b/k to arn:aws:iam::111122223333:user/ana`.
  static String act(Facts facts) {
    return facts.request.action() + " on " + facts.request.resource() + " to " + who(facts);
  }

  static String who(Facts facts) {
    return switch (facts.caller.kind()) {
      case ANONYMOUS -> "anonymous callers";
      case ACCOUNT_ROOT, IAM_USER, IAM_ROLE, ROLE_SESSION, FEDERATED_USER, IDENTITY_PROVIDER ->
          facts.caller.name();
      case AWS_SERVICE -> "the service " + facts.caller.name();
    };
  }

  /// The layer in the words of the service.
  static String words(Facts facts, PolicyLayer layer) {
    if (layer != PolicyLayer.RESOURCE) {
      return layer.words();
    }
    return switch (facts.service) {
      case "s3" -> "bucket policy";
      case "kms" -> "key policy";
      case "sts" -> "role trust policy";
      default -> layer.words();
    };
  }

  static String acl(Facts facts, PrincipalGrade grade) {
    String to = grade == PrincipalGrade.EVERYONE ? "everyone or every AWS account" : "the caller";
    return "an access control list grants " + to + " " + act(facts);
  }

  static String grant(Facts facts, KeyGrant grant) {
    return "key grant `" + grant.grantId() + "` allows " + act(facts);
  }

  static String noGrant(Facts facts) {
    return facts.action.equals("kms:retiregrant")
        ? "no grant lets "
            + who(facts)
            + " retire it, as its retiring principal or by the operation RetireGrant; a policy alone"
            + " cannot"
        : "no grant on the key gives " + act(facts);
  }

  static Because root(Facts facts) {
    return new Because(
        PolicyLayer.ACCOUNT_ROOT,
        "",
        null,
        () -> "the root user holds all rights of its account " + facts.caller.account());
  }

  /// No document of a ceiling allows.
  static Because ceiling(Facts facts, LayerResult result) {
    String level = result.level() == 0 ? "" : " at level " + result.level();
    return new Because(
        result.layer(),
        result.level() == 0 ? "" : "level " + result.level(),
        null,
        () ->
            "no "
                + result.layer().words()
                + level
                + " allows "
                + act(facts)
                + "; one there would have to, whatever else allows it");
  }

  /// The resource's side does not allow.
  static Because resource(Facts facts, PolicyLayer layer, Consent consent) {
    return new Because(layer, "", null, () -> resourceWords(facts, layer, consent));
  }

  private static String resourceWords(Facts facts, PolicyLayer layer, Consent consent) {
    String policy = words(facts, layer);
    String lists = facts.service.equals("s3") && layer == PolicyLayer.RESOURCE ? " or ACL" : "";
    String none = "no statement of the " + policy + lists + " allows " + act(facts);
    return switch (consent) {
      case EITHER -> none + "; naming the caller itself there would suffice";
      case RESOURCE_LEADS ->
          none
              + "; the "
              + policy
              + " must name the caller, or its account so that an identity policy can allow it";
      case BOTH ->
          none + "; the resource is another account's, so its policy must allow the caller too";
      case RESOURCE_ALONE -> none + "; only that could allow it";
    };
  }

  /// The caller's side does not allow.
  static Because identity(Facts facts, Consent consent) {
    return new Because(
        PolicyLayer.IDENTITY,
        "",
        null,
        () ->
            "no identity policy allows "
                + act(facts)
                + (consent == Consent.BOTH
                    ? "; the caller's own account must allow it too, since the resource is another"
                        + " account's"
                    : "; an Allow there would"
                        + (consent == Consent.RESOURCE_LEADS
                            ? " together with the " + words(facts, PolicyLayer.RESOURCE)
                            : " suffice")));
  }

  static Because limits(Facts facts, PolicyLayer layer) {
    return new Because(
        layer,
        "",
        null,
        () ->
            "the "
                + layer.words()
                + " does not allow "
                + act(facts)
                + "; it must, beside the identity policy");
  }
}
