package io.cofferdam.access.azure.arm;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.access.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An object of a document; a member that is null counts as not there.
final class ArmNode {
  private static final int MOST = 100;

  private final Json.Members members;
  private final Problems problems;

  /// The mistakes of one document.
  static final class Problems {
    private final List<ArmProblem> errors = new ArrayList<>();
    private final List<ArmProblem> warnings = new ArrayList<>();

    void error(ArmProblem problem) {
      if (errors.size() < MOST) {
        errors.add(problem);
      }
    }

    void warn(ArmProblem problem) {
      if (warnings.size() < MOST) {
        warnings.add(problem);
      }
    }

    <T> ArmReading<T> reading(List<T> values) {
      return errors.isEmpty()
          ? new ArmReading.Read<>(values, warnings)
          : new ArmReading.Refused<>(errors);
    }
  }

  ArmNode(Json.Members members, Problems problems) {
    this.members = members;
    this.problems = problems;
  }

  Json.Position at() {
    return members.at();
  }

  private Optional<Json> member(String name) {
    return members.get(name).filter(json -> !(json instanceof Json.Null));
  }

  boolean has(String name) {
    return member(name).isPresent();
  }

  private void wrong(Json json, String name, String expected) {
    problems.error(
        new ArmProblem(
            "CFD-AZURE-0002",
            json.at(),
            "`" + name + "` is " + json.kind() + " [expected " + expected + "]"));
  }

  void odd(Json.Position where, String name) {
    problems.warn(
        new ArmProblem(
            "CFD-AZURE-0003",
            where,
            "`" + name + "` has a value that is not known; the setting is taken as unknown"));
  }

  Optional<String> text(String name) {
    Optional<Json> json = member(name);
    if (json.isPresent() && !(json.get() instanceof Json.Text)) {
      wrong(json.get(), name, "a string");
    }
    return json.filter(Json.Text.class::isInstance).flatMap(Json::scalar);
  }

  /// A text that must be there.
  String needed(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty() && !has(name)) {
      problems.error(
          new ArmProblem("CFD-AZURE-0004", members.at(), "no `" + name + "` [expected a string]"));
    }
    return text.orElse("");
  }

  Part<Boolean> flag(String name) {
    Optional<Json> json = member(name);
    if (json.isEmpty()) {
      return Part.absent();
    }
    if (json.get() instanceof Json.Bool(boolean value, Json.Position where)) {
      return Part.known(value);
    }
    wrong(json.get(), name, "true or false");
    return Part.unknown("not readable");
  }

  /// A text of a closed set.
  <T> Part<T> word(String name, Function<String, Optional<T>> read) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return has(name) ? Part.unknown("not readable") : Part.absent();
    }
    Optional<T> value = read.apply(text.get());
    if (value.isEmpty()) {
      odd(member(name).orElse(members).at(), name);
    }
    return value.<Part<T>>map(Part::known).orElse(Part.unknown("a value that is not known"));
  }

  Optional<Instant> time(String name) {
    Optional<String> text = text(name).filter(t -> t.length() <= 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException e) {
      odd(member(name).orElse(members).at(), name);
      return Optional.empty();
    }
  }

  Optional<ArmNode> object(String name) {
    Optional<Json> json = member(name);
    if (json.isPresent() && !(json.get() instanceof Json.Members)) {
      wrong(json.get(), name, "an object");
    }
    return json.filter(Json.Members.class::isInstance)
        .map(m -> new ArmNode((Json.Members) m, problems));
  }

  List<ArmNode> objects(String name) {
    List<ArmNode> nodes = new ArrayList<>();
    for (Json item : items(name)) {
      if (item instanceof Json.Members inner) {
        nodes.add(new ArmNode(inner, problems));
      } else {
        wrong(item, name, "an array of objects");
      }
    }
    return nodes;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Json item : items(name)) {
      if (item instanceof Json.Text(String value, Json.Position where)) {
        texts.add(value);
      } else {
        wrong(item, name, "an array of strings");
      }
    }
    return texts;
  }

  private List<Json> items(String name) {
    Optional<Json> json = member(name);
    if (json.isEmpty()) {
      return List.of();
    }
    if (json.get() instanceof Json.Items(List<Json> list, Json.Position where)) {
      return list;
    }
    wrong(json.get(), name, "an array");
    return List.of();
  }
}
