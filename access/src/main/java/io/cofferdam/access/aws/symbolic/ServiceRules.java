package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Rules of single services that hold whatever policies say, as [Formula]s: requests that they
/// settle are left out of a search. The same rules as the decider's own.
final class ServiceRules {
  private static final String STS = "AWS STS";
  private static final String KMS = "AWS KMS";

  private ServiceRules() {}

  /// The rules that may matter to requests of the class under these policies.
  static Formula of(CallerClass caller, Collection<PolicyDocument> policies) {
    List<Formula> rules = new ArrayList<>();
    if (mentionsAction(policies, "sts:getcalleridentity")
        || mentionsAction(policies, "sts:getsessiontoken")) {
      // needs no permission, so no policy changes it
      rules.add(action(false, STS, "sts:GetCallerIdentity", "sts:GetSessionToken"));
    }
    if (caller.kind() == PrincipalKind.ACCOUNT_ROOT && mentionsAction(policies, "sts:assumerole")) {
      // a root user cannot assume a role
      rules.add(action(false, STS, "sts:AssumeRole"));
    }
    if (mentionsAction(policies, "kms:retiregrant")) {
      // the grant allows it, a policy alone cannot
      rules.add(action(false, KMS, "kms:RetireGrant"));
    }
    if (mentionsAlias(policies)) {
      // a key is never told by its alias but in actions on aliases
      rules.add(
          Formula.any(
              List.of(
                  action(true, KMS, "kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias"),
                  action(false, KMS, "kms:*"),
                  new Formula.Is(
                      new Test.OfResource(
                          Test.RESOURCE,
                          new ResourceElement(
                              false, List.of(Template.of("*:alias/*", PolicyVersion.V2008_10_17)))),
                      false,
                      KMS))));
    }
    return Formula.all(rules);
  }

  /// S3 tells the version of TLS for every request by HTTPS and for no other.
  static Formula tls() {
    Formula version = key("Null", "s3:TlsVersion", "false");
    Formula secure = key("Bool", "aws:SecureTransport", "true");
    return version.and(secure).or(version.not().and(secure.not()));
  }

  private static Formula key(String operator, String key, String value) {
    return new Formula.Is(
        new Test.OfCondition(
            new Condition(
                ConditionOperator.parse(operator).orElseThrow(),
                key.toLowerCase(Locale.ROOT),
                key,
                List.of(Template.literal(value)))),
        true,
        "Amazon S3");
  }

  private static Formula action(boolean wanted, String origin, String... names) {
    List<Pattern> patterns = new ArrayList<>();
    for (String name : names) {
      patterns.add(Pattern.globIgnoringCase(name));
    }
    return new Formula.Is(new Test.OfAction(new ActionElement(false, patterns)), wanted, origin);
  }

  private static boolean mentionsAction(Collection<PolicyDocument> policies, String action) {
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        if (statement.action().matches(action)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mentionsAlias(Collection<PolicyDocument> policies) {
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        for (Template value : statement.resource().values()) {
          if (value.source().contains(":alias/")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
