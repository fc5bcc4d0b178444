package io.cofferdam.access.question;

import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.aws.symbolic.PropertyQuestion;
import io.cofferdam.access.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A line of `access prove --batch`: `{"id","property":{"name",..},"resource","resourceAccount"?,
/// "policy"?,"identityPolicies":[..]?,"scps":[[..],..]?,"rcps":[[..],..]?,"publicAccessBlock"?,
/// "acl"?,"objectAcl"?,"ownership"?,"steps"?}`.
///
/// Without `identityPolicies` they are taken to allow everything; with them they are those of every
/// principal of the account. Without `resourceAccount` the resource belongs to the account of its
/// ARN.
///
/// @param steps how much work the question may take
public record PropertyLine(PropertyQuestion question, Property property, long steps) {
  /// The most work that one line may ask for; a minute or so.
  static final long MOST_STEPS = 100_000_000;

  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "property",
          "resource",
          "resourceAccount",
          "policy",
          "identityPolicies",
          "scps",
          "rcps",
          "publicAccessBlock",
          "acl",
          "objectAcl",
          "ownership",
          "steps");

  public static QuestionReading<PropertyLine> read(String line) {
    return QuestionFields.read(line, MEMBERS, PropertyLine::question);
  }

  private static QuestionReading<PropertyLine> question(QuestionFields fields) {
    Json.Members all = fields.all();
    String resource = fields.requiredText(all, "resource", "question");
    String account = fields.account(resource);
    Optional<Property> property = PropertyFields.read(fields, resource);
    PolicySet policies =
        new PolicySet(
            fields.policies("identityPolicies"),
            fields.policy(all, "policy"),
            fields.levels("scps"),
            fields.levels("rcps"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new S3Fields(fields).controls());
    boolean known = fields.get("identityPolicies") != null;
    long steps = steps(fields);
    return property
        .filter(p -> !fields.failed())
        .map(
            p ->
                fields.reading(
                    new PropertyLine(
                        new PropertyQuestion(resource, account, policies, known), p, steps)))
        .orElseGet(fields::refused);
  }

  private static long steps(QuestionFields fields) {
    Json json = fields.get("steps");
    if (json == null) {
      return Budget.USUAL;
    }
    if (json instanceof Json.Numeral(String number, Json.Position at)
        && number.matches("[1-9][0-9]{0,8}")
        && Long.parseLong(number) <= MOST_STEPS) {
      return Long.parseLong(number);
    }
    fields.error(
        "CFD-ACCESS-0114",
        json.at(),
        "`steps` is not understood [expected a whole number from 1 to " + MOST_STEPS + "]");
    return Budget.USUAL;
  }
}
