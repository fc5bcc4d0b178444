package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.json.Json;
import java.util.List;
import java.util.Optional;

/// Policies that stand in for what is not written anywhere: a policy that the snapshot lacks, a
/// grant of everything.
public final class Stand {
  /// How the condition keys begin that stand for a missing policy; the policy's name follows.
  public static final String GAP = "cofferdam:not-in-snapshot/";

  private static final Json.Position NOWHERE = new Json.Position(1, 1);
  private static final PrincipalElement EVERYONE =
      new PrincipalElement.Named(List.of(new PrincipalName.Everyone()));

  /// Allows every action on everything.
  public static final PolicyDocument ALLOW_ALL =
      new PolicyDocument(
          PolicyVersion.V2012_10_17,
          List.of(statement(1, Effect.ALLOW, new PrincipalElement.Missing(), List.of())));

  private Stand() {}

  /// Allows one principal everything, as a resource policy does.
  ///
  /// @param arn of a user or of a role session
  static Statement allow(String arn) {
    return statement(
        1_000,
        Effect.ALLOW,
        new PrincipalElement.Named(List.of(new PrincipalName.Arn(arn))),
        List.of());
  }

  static PolicyDocument allowDocument(String arn) {
    return new PolicyDocument(PolicyVersion.V2012_10_17, List.of(allow(arn)));
  }

  /// The policy, or what stands for it: statements that may allow and may deny everything.
  static PolicyDocument document(NamedPolicy policy) {
    return policy.document().orElseGet(() -> missing(policy.name()));
  }

  static PolicyDocument missing(String name) {
    Condition unknown =
        new Condition(
            ConditionOperator.parse("StringEquals").orElseThrow(),
            GAP + name.toLowerCase(java.util.Locale.ROOT),
            GAP + name,
            List.of(Template.literal("true")));
    return new PolicyDocument(
        PolicyVersion.V2012_10_17,
        List.of(
            statement(1, Effect.ALLOW, EVERYONE, List.of(unknown)),
            statement(2, Effect.DENY, EVERYONE, List.of(unknown))));
  }

  /// Which policy a statement stands in for; empty for one that is written somewhere.
  static Optional<String> missingOf(Statement statement) {
    return statement.conditions().stream()
        .map(Condition::name)
        .filter(name -> name.startsWith(GAP))
        .map(name -> name.substring(GAP.length()))
        .findFirst();
  }

  /// The statement for every request it is about.
  static Statement withoutConditions(Statement statement) {
    return statement(statement.number(), statement.effect(), statement.principal(), List.of());
  }

  private static Statement statement(
      int number, Effect effect, PrincipalElement principal, List<Condition> conditions) {
    return new Statement(
        number,
        "",
        effect,
        principal,
        new ActionElement(false, List.of(Pattern.globIgnoringCase("*"))),
        new ResourceElement(false, List.of(Template.of("*", PolicyVersion.V2012_10_17))),
        conditions,
        NOWHERE);
  }
}
