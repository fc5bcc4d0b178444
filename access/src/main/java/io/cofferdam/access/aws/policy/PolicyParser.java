package io.cofferdam.access.aws.policy;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.Json.Position;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parses policy documents by the grammar of the IAM JSON policy language.
///
/// Element names are exact, as AWS requires. Nothing is thrown, whatever the text.
public final class PolicyParser {
  private static final int MAX_PROBLEMS = 100;
  private static final Set<String> DOCUMENT_ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final Set<String> STATEMENT_ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final PolicyProblems problems = new PolicyProblems(MAX_PROBLEMS);

  private PolicyParser() {}

  public static PolicyReading parse(String text) {
    return switch (JsonReader.read(text)) {
      case JsonRead.Malformed(String message, Position at) ->
          new PolicyReading.Refused(List.of(new PolicyProblem("CFD-ACCESS-0001", at, message)));
      case JsonRead.Value(Json json) -> parse(json);
    };
  }

  public static PolicyReading parse(Json json) {
    return new PolicyParser().document(json);
  }

  private PolicyReading document(Json json) {
    if (!(json instanceof Json.Members members)) {
      problems.error(
          "CFD-ACCESS-0002", json.at(), "the policy is " + json.kind() + " [expected an object]");
      return problems.refused();
    }
    problems.unknownNames(members, DOCUMENT_ELEMENTS, "policy");
    PolicyVersion version = version(members);
    List<Statement> statements = new ArrayList<>();
    Json statement = members.map().get("Statement");
    switch (statement) {
      case null ->
          problems.error(
              "CFD-ACCESS-0003", members.at(), "the policy has no `Statement` [expected one]");
      case Json.Items(List<Json> items, Position at) -> {
        int number = 0;
        for (Json item : items) {
          statement(item, ++number, version, statements);
        }
      }
      case Json.Members one -> statement(one, 1, version, statements);
      case Json.Text t -> wrongStatement(t);
      case Json.Numeral n -> wrongStatement(n);
      case Json.Bool b -> wrongStatement(b);
      case Json.Null n -> wrongStatement(n);
    }
    return problems.reading(new PolicyDocument(version, statements));
  }

  private void wrongStatement(Json json) {
    problems.error(
        "CFD-ACCESS-0004",
        json.at(),
        "`Statement` is " + json.kind() + " [expected an object or an array of objects]");
  }

  private PolicyVersion version(Json.Members members) {
    Json version = members.map().get("Version");
    if (version == null) {
      return PolicyVersion.V2008_10_17;
    }
    String text = version instanceof Json.Text(String value, Position at) ? value : "";
    return switch (text) {
      case "2012-10-17" -> PolicyVersion.V2012_10_17;
      case "2008-10-17" -> PolicyVersion.V2008_10_17;
      default -> {
        problems.error(
            "CFD-ACCESS-0005",
            version.at(),
            "unknown policy version [expected `2012-10-17` or `2008-10-17`]");
        yield PolicyVersion.V2008_10_17;
      }
    };
  }

  private void statement(Json json, int number, PolicyVersion version, List<Statement> into) {
    if (!(json instanceof Json.Members members)) {
      wrongStatement(json);
      return;
    }
    problems.unknownNames(members, STATEMENT_ELEMENTS, "statement " + number);
    Map<String, Json> map = members.map();
    String sid = "";
    Json given = map.get("Sid");
    if (given != null) {
      sid = given.scalar().orElse("");
      if (!(given instanceof Json.Text)) {
        problems.error("CFD-ACCESS-0006", given.at(), "`Sid` is " + given.kind() + " [a string]");
      }
    }
    into.add(
        new Statement(
            number,
            sid,
            effect(members),
            new PrincipalParser(problems).parse(members),
            actions(members),
            resources(members, version),
            new ConditionParser(problems, version).parse(map.get("Condition")),
            members.at()));
  }

  private Effect effect(Json.Members statement) {
    Json effect = statement.map().get("Effect");
    if (effect instanceof Json.Text(String text, Position at)) {
      if (text.equals("Allow")) {
        return Effect.ALLOW;
      }
      if (text.equals("Deny")) {
        return Effect.DENY;
      }
    }
    problems.error(
        "CFD-ACCESS-0007",
        effect == null ? statement.at() : effect.at(),
        (effect == null ? "no `Effect`" : "unknown `Effect`") + " [expected `Allow` or `Deny`]");
    return Effect.DENY;
  }

  private ActionElement actions(Json.Members statement) {
    Json action = problems.oneOf(statement, "Action", "NotAction", true);
    List<Pattern> patterns = new ArrayList<>();
    for (Json.Text text : problems.texts(action, "Action")) {
      String value = text.value();
      if (!value.equals("*") && value.indexOf(':') <= 0) {
        problems.error(
            "CFD-ACCESS-0008",
            text.at(),
            "an action without a service [expected `service:Action`, `service:*` or `*`]");
      }
      LookAlikes.warn(problems, text, "Action", true);
      patterns.add(Pattern.globIgnoringCase(value));
    }
    return new ActionElement(statement.map().containsKey("NotAction"), patterns);
  }

  private ResourceElement resources(Json.Members statement, PolicyVersion version) {
    Json resource = problems.oneOf(statement, "Resource", "NotResource", false);
    if (resource == null) {
      return new ResourceElement(true, List.of());
    }
    List<Template> values = new ArrayList<>();
    for (Json.Text text : problems.texts(resource, "Resource")) {
      LookAlikes.warn(problems, text, "Resource", false);
      values.add(Template.of(text.value(), version));
    }
    return new ResourceElement(statement.map().containsKey("NotResource"), values);
  }
}
