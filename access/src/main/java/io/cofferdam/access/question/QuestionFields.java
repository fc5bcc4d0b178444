package io.cofferdam.access.question;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyProblem;
import io.cofferdam.access.aws.policy.PolicyReading;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.Json.Position;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of a question, and the mistakes found in them.
final class QuestionFields {
  private final List<PolicyProblem> errors = new ArrayList<>();
  private final List<PolicyProblem> warnings = new ArrayList<>();
  private final Json.Members members;
  private final String id;

  private QuestionFields(Json.Members members) {
    this.members = members;
    this.id = idOf(members);
  }

  /// What a line asks; the refusal where it is no object.
  ///
  /// @param known its members; others are errors
  static <T> QuestionReading<T> read(
      String line, Set<String> known, Function<QuestionFields, QuestionReading<T>> question) {
    return switch (JsonReader.read(line)) {
      case JsonRead.Malformed(String message, Position at) ->
          new QuestionReading.Refused<>(
              "null", List.of(new PolicyProblem("CFD-ACCESS-0101", at, message)));
      case JsonRead.Value(Json.Members members) -> {
        QuestionFields fields = new QuestionFields(members);
        fields.onlyKnown(members, known, "question");
        yield question.apply(fields);
      }
      case JsonRead.Value(Json other) ->
          new QuestionReading.Refused<>(
              "null",
              List.of(
                  new PolicyProblem(
                      "CFD-ACCESS-0102",
                      other.at(),
                      "the question is " + other.kind() + " [expected an object]")));
    };
  }

  private static String idOf(Json.Members members) {
    return switch (members.map().get("id")) {
      case Json.Text(String value, Position at) -> Quoted.json(value);
      case Json.Numeral(String value, Position at) -> value;
      case null, default -> "null";
    };
  }

  String id() {
    return id;
  }

  /// The reading of a question made from these fields.
  <T> QuestionReading<T> reading(T question) {
    return errors.isEmpty() ? new QuestionReading.Read<>(id, question, warnings) : refused();
  }

  <T> QuestionReading<T> refused() {
    return new QuestionReading.Refused<>(id, errors);
  }

  boolean failed() {
    return !errors.isEmpty();
  }

  void error(String code, Position at, String message) {
    errors.add(new PolicyProblem(code, at, message));
  }

  void onlyKnown(Json.Members object, Set<String> known, String where) {
    object
        .map()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                error(
                    "CFD-ACCESS-0103",
                    value.at(),
                    "unknown member `"
                        + Quoted.shortened(name)
                        + "` in the "
                        + where
                        + " [expected one of "
                        + String.join(", ", known.stream().sorted().toList())
                        + "]");
              }
            });
  }

  Json.Members all() {
    return members;
  }

  /// A member that is there and not null.
  static @Nullable Json in(Json.Members object, String name) {
    Json json = object.map().get(name);
    return json instanceof Json.Null ? null : json;
  }

  @Nullable Json get(String name) {
    return in(members, name);
  }

  /// A string; empty, with an error, when it is missing or none.
  String requiredText(Json.Members object, String name, String where) {
    Json json = in(object, name);
    if (json == null) {
      missing(object, name, where);
      return "";
    }
    return text(json, name);
  }

  private void missing(Json.Members object, String name, String where) {
    error("CFD-ACCESS-0104", object.at(), "no `" + name + "` in the " + where);
  }

  /// An object of the question; null, with an error, when it is missing or none.
  Json.@Nullable Members requiredObject(String name, String where) {
    if (get(name) == null) {
      missing(members, name, where);
    }
    return object(members, name);
  }

  Optional<String> optionalText(Json.Members object, String name) {
    return Optional.ofNullable(in(object, name)).map(json -> text(json, name));
  }

  private String text(Json json, String name) {
    if (json instanceof Json.Text(String value, Position at) && !value.isBlank()) {
      return value;
    }
    error(
        "CFD-ACCESS-0105",
        json.at(),
        "`"
            + name
            + "` is "
            + (json instanceof Json.Text ? "empty" : json.kind())
            + " [expected a string]");
    return "";
  }

  Json.@Nullable Members object(Json.Members in, String name) {
    Json json = in(in, name);
    if (json == null || json instanceof Json.Members) {
      return (Json.Members) json;
    }
    wrongKind(json, name, "an object");
    return null;
  }

  void wrongKind(Json json, String name, String expected) {
    error(
        "CFD-ACCESS-0106",
        json.at(),
        "`" + name + "` is " + json.kind() + " [expected " + expected + "]");
  }

  /// `resourceAccount`, else the account in the resource's ARN; with an error where neither tells.
  String account(String resource) {
    return optionalText(members, "resourceAccount")
        .orElseGet(
            () -> {
              String[] parts = resource.split(":", 6);
              return parts.length == 6 && parts[4].matches("[0-9]{12}")
                  ? parts[4]
                  : requiredText(members, "resourceAccount", "question");
            });
  }

  /// The items of an array; none when it is missing.
  List<Json> items(String name) {
    Json json = get(name);
    return json == null ? List.of() : items(json, name);
  }

  private List<Json> items(Json json, String name) {
    if (json instanceof Json.Items(List<Json> list, Position at)) {
      return list;
    }
    wrongKind(json, name, "an array");
    return List.of();
  }

  /// A policy document: an object, or a string that holds one.
  Optional<PolicyDocument> policy(Json.Members object, String name) {
    return Optional.ofNullable(in(object, name)).flatMap(json -> policyAt(json, name));
  }

  /// A policy of the question; empty, with an error, when it is missing or not understood.
  Optional<PolicyDocument> requiredPolicy(String name, String where) {
    if (get(name) == null) {
      missing(members, name, where);
    }
    return policy(members, name);
  }

  private Optional<PolicyDocument> policyAt(Json json, String name) {
    PolicyReading reading =
        json instanceof Json.Text(String text, Position at)
            ? PolicyParser.parse(text)
            : PolicyParser.parse(json);
    return switch (reading) {
      case PolicyReading.Read(PolicyDocument document, List<PolicyProblem> odd) -> {
        odd.forEach(problem -> warnings.add(in(problem, name, json)));
        yield Optional.of(document);
      }
      case PolicyReading.Refused(List<PolicyProblem> problems) -> {
        problems.forEach(problem -> errors.add(in(problem, name, json)));
        yield Optional.empty();
      }
    };
  }

  /// A policy written as a string counts its positions within that string.
  private static PolicyProblem in(PolicyProblem problem, String name, Json json) {
    boolean text = json instanceof Json.Text;
    return new PolicyProblem(
        problem.code(),
        text ? json.at() : problem.at(),
        "`"
            + name
            + "`: "
            + problem.message()
            + (text ? " (at " + problem.at() + " of the policy's text)" : ""));
  }

  List<PolicyDocument> policies(String name) {
    return policies(items(name), name);
  }

  private List<PolicyDocument> policies(List<Json> items, String name) {
    List<PolicyDocument> documents = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      policyAt(items.get(i), name + "[" + i + "]").ifPresent(documents::add);
    }
    return documents;
  }

  /// Lists of policies, one per level.
  List<List<PolicyDocument>> levels(String name) {
    List<List<PolicyDocument>> levels = new ArrayList<>();
    List<Json> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      String level = name + "[" + i + "]";
      levels.add(policies(items(items.get(i), level), level));
    }
    return levels;
  }
}
