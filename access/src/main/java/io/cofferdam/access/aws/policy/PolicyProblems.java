package io.cofferdam.access.aws.policy;

import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.Json.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the mistakes of one document, up to a limit, and the checks that all elements share.
final class PolicyProblems {
  private final List<PolicyProblem> errors = new ArrayList<>();
  private final List<PolicyProblem> warnings = new ArrayList<>();
  private final int limit;

  PolicyProblems(int limit) {
    this.limit = limit;
  }

  void error(String code, Position at, String message) {
    if (errors.size() < limit) {
      errors.add(new PolicyProblem(code, at, message));
    }
  }

  void warning(String code, Position at, String message) {
    if (warnings.size() < limit) {
      warnings.add(new PolicyProblem(code, at, message));
    }
  }

  PolicyReading refused() {
    return new PolicyReading.Refused(errors);
  }

  PolicyReading reading(PolicyDocument document) {
    return errors.isEmpty() ? new PolicyReading.Read(document, warnings) : refused();
  }

  void unknownNames(Json.Members members, Collection<String> known, String where) {
    members
        .map()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                error(
                    "CFD-ACCESS-0009",
                    value.at(),
                    "unknown element `" + shortened(name) + "` in " + where + nearest(name, known));
              }
            });
  }

  private static String nearest(String name, Collection<String> known) {
    for (String candidate : known) {
      if (candidate.equalsIgnoreCase(name) || (candidate + "s").equalsIgnoreCase(name)) {
        return " [did you mean `" + candidate + "`]";
      }
    }
    return " [expected one of " + String.join(", ", known.stream().sorted().toList()) + "]";
  }

  /// A name from the document, short enough for a message and free of control characters.
  static String shortened(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 64 ? clean : clean.substring(0, 64) + "...";
  }

  /// The one of two exclusive elements that is there.
  @Nullable Json oneOf(Json.Members statement, String name, String inverse, boolean required) {
    Json plain = statement.map().get(name);
    Json inverted = statement.map().get(inverse);
    if (plain != null && inverted != null) {
      error(
          "CFD-ACCESS-0010",
          inverted.at(),
          "both `" + name + "` and `" + inverse + "` [expected one of them]");
    } else if (plain == null && inverted == null && required) {
      error("CFD-ACCESS-0011", statement.at(), "no `" + name + "` and no `" + inverse + "`");
    }
    return plain != null ? plain : inverted;
  }

  /// A string or the strings of an array.
  List<Json.Text> texts(@Nullable Json json, String element) {
    List<Json.Text> texts = new ArrayList<>();
    if (json instanceof Json.Items(List<Json> items, Position at)) {
      if (items.isEmpty()) {
        error("CFD-ACCESS-0012", at, "an empty list in `" + element + "` [expected a value]");
      }
      for (Json item : items) {
        text(item, element, texts);
      }
    } else if (json != null) {
      text(json, element, texts);
    }
    return texts;
  }

  private void text(Json json, String element, List<Json.Text> into) {
    if (json instanceof Json.Text text) {
      into.add(text);
    } else {
      error(
          "CFD-ACCESS-0013",
          json.at(),
          json.kind() + " in `" + element + "` [expected a string or an array of strings]");
    }
  }
}
