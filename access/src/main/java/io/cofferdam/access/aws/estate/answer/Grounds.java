package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.KeyGrant;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.request.Ruling;
import io.cofferdam.access.aws.estate.request.StatementMatch;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// Finds what allows a request: every Allow of the caller's policies and of the resource's that
/// applies to it, key grants, the access control list.
final class Grounds {
  private final Estate estate;

  Grounds(Estate estate) {
    this.estate = estate;
  }

  /// @param caller ARN of the user or role behind the request
  List<Ground> of(String caller, Ruling ruling) {
    List<Ground> grounds = new ArrayList<>();
    DecisionRequest request = ruling.request();
    EstatePrincipal principal = estate.principals().get(caller);
    if (principal != null) {
      for (NamedPolicy policy : estate.identityPolicies(principal)) {
        String title = title(policy, principal);
        statements(
            grounds,
            policy,
            title,
            request,
            (number, words) -> new Removable.OfPolicy(policy.key(), number, words));
      }
    }
    EstatePrincipal target = estate.principals().get(request.resource());
    if (target instanceof IamRole role && request.action().startsWith("sts:AssumeRole")) {
      statements(
          grounds,
          role.trust(),
          "trust policy of " + role.words(),
          request,
          (number, words) -> new Removable.OfTrust(role.arn(), number, words));
    }
    estate.resource(request.resource()).ifPresent(r -> resource(grounds, r, request, ruling));
    return grounds;
  }

  private static String title(NamedPolicy policy, EstatePrincipal principal) {
    boolean managed = policy.owner().contains(":policy/");
    String name = policy.name().substring(policy.name().lastIndexOf('/') + 1);
    return managed
        ? "managed policy " + name + " (attached to " + principal.words() + ")"
        : policy.owner().contains(":group/")
            ? "policy " + name + " of group " + after(policy.owner())
            : "policy " + name + " of " + principal.words();
  }

  private static String after(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private void resource(
      List<Ground> grounds, EstateResource resource, DecisionRequest request, Ruling ruling) {
    PolicySet policies = ruling.policies();
    if (resource.policy() instanceof Part.Known<NamedPolicy>(NamedPolicy policy)
        && policy.document().equals(policies.resource())) {
      statements(
          grounds,
          policy,
          "policy of " + resource.words(),
          request,
          (number, words) -> new Removable.OfResource(resource.arn(), number, words));
    }
    if (resource.detail() instanceof ResourceDetail.Key key) {
      for (KeyGrant grant : key.grants().asOptional().orElse(List.of())) {
        if (applies(grant, request)) {
          String words = "grant " + grant.grantId() + " on " + resource.words();
          grounds.add(
              new Ground(
                  words + " allows " + request.action() + " to " + grant.granteePrincipal(),
                  Optional.of(new Removable.OfGrant(resource.arn(), grant.grantId(), words))));
        }
      }
    }
    if (resource.detail() instanceof ResourceDetail.Bucket bucket
        && bucket.acl() instanceof Part.Known
        && !S3Controls.NONE.equals(policies.s3())
        && !policies.s3().aclsDisabled()
        && grounds.isEmpty()) {
      String words = "access control list of " + resource.words();
      grounds.add(new Ground(words, Optional.of(new Removable.OfAcl(resource.arn(), words))));
    }
  }

  private static boolean applies(KeyGrant grant, DecisionRequest request) {
    String operation = request.action().substring(request.action().indexOf(':') + 1);
    String grantee = grant.granteePrincipal();
    return grant.operations().stream().anyMatch(o -> o.equalsIgnoreCase(operation))
        && (grantee.equals(request.principal().name())
            || request.context().single("aws:principalarn").filter(grantee::equals).isPresent());
  }

  private static void statements(
      List<Ground> into,
      NamedPolicy policy,
      String title,
      DecisionRequest request,
      BiFunction<Integer, String, Removable> removable) {
    if (policy.document().isEmpty()) {
      return;
    }
    for (Statement statement : policy.document().get().statements()) {
      if (statement.effect() == Effect.ALLOW
          && StatementMatch.of(statement, request).matches() != Ternary.FALSE) {
        String words = statement.name() + " of the " + title;
        into.add(
            new Ground(
                words + " allows " + request.action() + " on " + shown(request),
                Optional.of(removable.apply(statement.number(), words))));
      }
    }
  }

  private static String shown(DecisionRequest request) {
    return request.resource().toLowerCase(Locale.ROOT).endsWith("/any-object")
        ? request.resource().substring(0, request.resource().length() - "any-object".length()) + "*"
        : request.resource();
  }
}
