package io.cofferdam.posture.predicate.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// No user, group or role of an account is allowed to decrypt with every key. Full administrators
/// (`Action: *`) are another control's matter, and so are roles that AWS made for its services.
///
/// A condition that ties a statement to some keys, to a context, or to a service through which it
/// must come narrows it. Only the statements themselves are looked at, not what denies, boundaries
/// or the organisation take away again: `aws.iam` controls do.
final class DecryptScoped implements Predicate {
  /// What no value matches but one of wildcards alone.
  private static final String ANYTHING = "\u0001anything\u0001";

  private static final String ANY_KEY =
      "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000";
  private static final String OTHER_KEY =
      "arn:aws:kms:us-east-2:444455556666:key/ffffffff-ffff-ffff-ffff-ffffffffffff";

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var identities = account.fact("identities");
    var verdict = new Verdict();
    Map<String, JsonNode> managed = new HashMap<>();
    identities.path("Policies").forEach(p -> managed.put(p.path("Arn").asText(), text(p)));
    var seen = 0;
    for (var list : List.of("UserDetailList", "GroupDetailList", "RoleDetailList")) {
      for (var holder : identities.path(list)) {
        if (holder.path("Path").asText("").startsWith("/aws-service-role/")) {
          continue;
        }
        seen++;
        if (takenBack(holder, managed)) {
          continue;
        }
        for (var inline : List.of("UserPolicyList", "GroupPolicyList", "RolePolicyList")) {
          for (var policy : holder.path(inline)) {
            var name = policy.path("PolicyName").asText();
            test(holder, name, policy.path("PolicyDocument"), verdict);
          }
        }
        for (var attached : holder.path("AttachedManagedPolicies")) {
          var text = managed.get(attached.path("PolicyArn").asText());
          if (text != null) {
            test(holder, attached.path("PolicyName").asText(), text, verdict);
          } else {
            verdict.open(
                "iam:GetAccountAuthorizationDetails: policy `"
                    + attached.path("PolicyName").asText()
                    + "`, which it attaches and does not list");
          }
        }
      }
    }
    return verdict.fine(seen + " users, groups and roles looked at").outcome();
  }

  /// Whether a policy of the holder's own denies to decrypt with any key, whatever others allow.
  private static boolean takenBack(JsonNode holder, Map<String, JsonNode> managed) {
    var texts = new ArrayList<JsonNode>();
    for (var inline : List.of("UserPolicyList", "GroupPolicyList", "RolePolicyList")) {
      holder.path(inline).forEach(each -> texts.add(each.path("PolicyDocument")));
    }
    for (var attached : holder.path("AttachedManagedPolicies")) {
      var text = managed.get(attached.path("PolicyArn").asText());
      if (text != null) {
        texts.add(text);
      }
    }
    return texts.stream()
        .flatMap(each -> parse(each).stream())
        .flatMap(each -> each.statements().stream())
        .anyMatch(
            each ->
                each.effect() == Effect.DENY
                    && each.action().matches("kms:Decrypt")
                    && each.conditions().isEmpty()
                    && reaches(each, ANY_KEY)
                    && reaches(each, OTHER_KEY));
  }

  private static JsonNode text(JsonNode policy) {
    for (var version : policy.path("PolicyVersionList")) {
      if (version.path("IsDefaultVersion").asBoolean(false)) {
        return version.path("Document");
      }
    }
    return policy.path("Document");
  }

  private static void test(JsonNode holder, String name, JsonNode text, Verdict verdict) {
    var arn = holder.path("Arn").asText();
    if (text.isMissingNode()) {
      return;
    }
    var document = parse(text);
    if (document.isEmpty()) {
      verdict.open("policy `" + name + "` of " + arn + ": it cannot be understood");
      return;
    }
    for (var statement : document.get().statements()) {
      if (wide(statement)) {
        verdict.wrong(
            arn.substring(arn.lastIndexOf(':') + 1) + " may decrypt with every key",
            arn + ", policy `" + name + "`, " + statement.name());
        return;
      }
    }
  }

  /// Documents come as text, percent-encoded by IAM, or as objects.
  private static Optional<PolicyDocument> parse(JsonNode text) {
    var raw = text.isTextual() ? text.asText() : text.toString();
    try {
      return PolicyParser.parse(
              raw.startsWith("%") ? URLDecoder.decode(raw, StandardCharsets.UTF_8) : raw)
          .asOptional();
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  private static boolean wide(Statement statement) {
    var everything =
        statement.action().patterns().stream().anyMatch(p -> p.matches("zz:Zz"))
            || statement.action().allBut();
    return statement.effect() == Effect.ALLOW
        && !everything
        && statement.action().matches("kms:Decrypt")
        && statement.conditions().stream().noneMatch(DecryptScoped::narrows)
        && reaches(statement, ANY_KEY)
        && reaches(statement, OTHER_KEY);
  }

  private static boolean reaches(Statement statement, String key) {
    var named =
        statement.resource().values().stream()
            .anyMatch(value -> value.variables().isEmpty() && value.pattern().matches(key));
    return named != statement.resource().allBut();
  }

  /// Whether a condition leaves a few keys or uses over. One that only excludes some, or that an
  /// absent key satisfies, leaves nearly all.
  private static boolean narrows(Condition condition) {
    var operator = condition.operator();
    if (operator.negated()
        || operator.ifExists()
        || operator.comparison() == Comparison.NULL
        || operator.quantifier() == ConditionOperator.Quantifier.FOR_ALL_VALUES
        || condition.values().stream()
            .anyMatch(value -> value.variables().isEmpty() && value.pattern().matches(ANYTHING))) {
      return false;
    }
    var key = condition.key();
    return key.equals("kms:viaservice")
        || key.equals("kms:requestalias")
        || key.equals("kms:resourcealiases")
        || key.startsWith("aws:resourcetag/")
        || key.startsWith("kms:encryptioncontext");
  }
}
