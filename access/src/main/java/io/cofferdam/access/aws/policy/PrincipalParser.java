package io.cofferdam.access.aws.policy;

import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.Json.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parses Principal and NotPrincipal.
final class PrincipalParser {
  private final PolicyProblems problems;

  PrincipalParser(PolicyProblems problems) {
    this.problems = problems;
  }

  PrincipalElement parse(Json.Members statement) {
    Json element = problems.oneOf(statement, "Principal", "NotPrincipal", false);
    if (element == null) {
      return new PrincipalElement.Missing();
    }
    List<PrincipalName> names = names(element);
    return statement.map().containsKey("NotPrincipal")
        ? new PrincipalElement.AllBut(names)
        : new PrincipalElement.Named(names);
  }

  private List<PrincipalName> names(Json element) {
    List<PrincipalName> names = new ArrayList<>();
    if (element instanceof Json.Text(String text, Position at) && text.equals("*")) {
      names.add(new PrincipalName.Everyone());
    } else if (element instanceof Json.Members(Map<String, Json> map, Position at)) {
      if (map.isEmpty()) {
        problems.error("CFD-ACCESS-0014", at, "an empty `Principal` [expected a principal]");
      }
      map.forEach(
          (type, values) -> {
            for (Json.Text text : problems.texts(values, "Principal")) {
              LookAlikes.warn(problems, text, "Principal", true);
              PrincipalName name = name(type, text);
              if (name != null) {
                names.add(name);
              }
            }
          });
    } else {
      problems.error(
          "CFD-ACCESS-0015",
          element.at(),
          "`Principal` is " + element.kind() + " [expected `\"*\"` or an object]");
    }
    return names;
  }

  private @Nullable PrincipalName name(String type, Json.Text text) {
    String value = text.value();
    return switch (type) {
      case "AWS" -> aws(text);
      case "Service" -> new PrincipalName.Service(value);
      case "Federated" -> new PrincipalName.Federated(value);
      case "CanonicalUser" -> new PrincipalName.CanonicalUser(value);
      default -> {
        problems.error(
            "CFD-ACCESS-0016",
            text.at(),
            "unknown principal type `"
                + PolicyProblems.shortened(type)
                + "` [expected AWS, Service, Federated or CanonicalUser]");
        yield null;
      }
    };
  }

  private @Nullable PrincipalName aws(Json.Text text) {
    String value = text.value();
    if (value.equals("*")) {
      return new PrincipalName.Everyone();
    }
    if (isAccount(value)) {
      return new PrincipalName.Account(value);
    }
    if (value.startsWith("arn:")) {
      String[] fields = value.split(":", 6);
      if (fields.length == 6 && !value.contains("*") && !value.contains("?")) {
        return fields[5].equals("root")
            ? new PrincipalName.Account(fields[4])
            : new PrincipalName.Arn(value);
      }
      problems.error(
          "CFD-ACCESS-0017",
          text.at(),
          "a principal ARN with a wildcard or too few fields [expected a whole ARN; for patterns"
              + " use the condition key aws:PrincipalArn]");
      return null;
    }
    if (value.matches("A[A-Z0-9]{15,127}")) {
      return new PrincipalName.Deleted(value);
    }
    problems.error(
        "CFD-ACCESS-0018",
        text.at(),
        "not an AWS principal [expected `*`, a 12-digit account or an ARN]");
    return null;
  }

  private static boolean isAccount(String value) {
    return value.length() == 12 && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
