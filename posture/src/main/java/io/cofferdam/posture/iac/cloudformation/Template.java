package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.iac.BadInput;
import io.cofferdam.posture.iac.Mappings;
import io.cofferdam.posture.iac.NotKnown;
import io.cofferdam.posture.iac.PlanSource;
import io.cofferdam.posture.iac.Planned;
import io.cofferdam.posture.iac.Planned.Item;
import io.cofferdam.posture.inventory.PlannedFacts.Language;
import io.cofferdam.posture.inventory.PlannedFacts.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A CloudFormation template: the resources that a stack of it would make.
public final class Template implements PlanSource {
  private static final Pattern IN_ARN =
      Pattern.compile("arn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*:([0-9]{12}):");
  private static final Pattern ALONE = Pattern.compile("[0-9]{12}");

  private final Path file;
  private final TemplateText text;
  private final Map<String, String> given;
  private final Mappings mappings;

  private Template(Path file, TemplateText text, Map<String, String> given, Mappings mappings) {
    this.file = file;
    this.text = text;
    this.given = Map.copyOf(given);
    this.mappings = mappings;
  }

  /// Reads a template.
  ///
  /// @param parameters a file with values for its parameters; those that it leaves out have their
  ///     defaults
  /// @param mappings which attributes other resources may refer to
  /// @throws CofferdamException CFD-POSTURE-0031 where a file cannot be read, 0033 where it is no
  ///     template, 0034 or 0035 where the parameters name none of it or are none
  public static Template read(Path file, Optional<Path> parameters, Mappings mappings) {
    var text = TemplateText.read(file);
    if (!text.root().path("Resources").isObject()) {
      throw TemplateText.refused(file, 1, 1, "no object `Resources`");
    }
    Map<String, String> given = parameters.map(ParameterFile::read).orElse(Map.of());
    for (var name : given.keySet()) {
      if (!text.root().path("Parameters").has(name)) {
        throw new CofferdamException(
            "CFD-POSTURE-0034",
            ErrorCategory.INVALID_INPUT,
            parameters.orElseThrow()
                + ": `"
                + BadInput.shown(name)
                + "` is no parameter of "
                + file,
            "the template declares them under `Parameters`");
      }
    }
    return new Template(file, text, given, mappings);
  }

  @Override
  public Planned planned(String account, String region) {
    var names =
        new StackNames(
            text.root(),
            new ParameterValues(text.root(), given),
            mappings,
            account,
            region,
            () -> {
              throw TemplateText.refused(
                  file,
                  1,
                  1,
                  "its functions make more than "
                      + (Room.CHARACTERS >> 20)
                      + " million characters");
            });
    var items = new ArrayList<Item>();
    var notes = new ArrayList<String>();
    var loops = 0;
    for (var each : text.root().path("Resources").properties()) {
      if (each.getKey().startsWith("Fn::")) {
        loops++;
        continue;
      }
      item(each.getKey(), each.getValue(), names).ifPresent(items::add);
    }
    if (loops > 0) {
      notes.add(
          loops + " loops (`Fn::ForEach`) are not written out: what they make is not judged.");
    }
    if (text.root().has("Transform")) {
      notes.add(
          "The template has a `Transform`: what macros would make of it is not seen. Judge what"
              + " `aws cloudformation get-template --template-stage Processed` gives.");
    }
    names
        .unset()
        .forEach(
            name ->
                notes.add("Parameter " + name + " has no value: what depends on it is not known."));
    var told = Optional.of(region).filter(r -> !r.isEmpty());
    return new Planned(items, accounts(), Optional.empty(), told, notes);
  }

  private Optional<Item> item(String name, JsonNode resource, StackNames names) {
    var type = resource.path("Type").asText("");
    if (type.isEmpty()) {
      throw refused(name, "no `Type`");
    }
    if (resource.has("Condition") && !resource.path("Condition").isTextual()) {
      throw refused(name, "`Condition` is not the name of one");
    }
    var condition = resource.path("Condition").asText("");
    var made =
        condition.isEmpty() ? Ternary.TRUE : names.intrinsics().conditions().named(condition);
    if (made == Ternary.FALSE) {
      return Optional.empty();
    }
    var values =
        made == Ternary.UNKNOWN
            ? NotKnown.because("whether it is made depends on condition " + condition)
            : names.intrinsics().evaluate(resource.path("Properties"));
    if (!values.isObject()
        && !values.isMissingNode()
        && !values.isNull()
        && NotKnown.of(values).isEmpty()) {
      throw refused(name, "`Properties` is no object");
    }
    return Optional.of(
        new Item(
            name,
            type,
            values.isMissingNode() || values.isNull()
                ? JsonNodeFactory.instance.objectNode()
                : values,
            made == Ternary.TRUE && NotKnown.of(values).isEmpty(),
            Optional.empty(),
            new Written(
                file.toString(),
                text.lines().getOrDefault(name, 0),
                name,
                Language.CLOUDFORMATION)));
  }

  private RuntimeException refused(String resource, String message) {
    return TemplateText.refused(
        file,
        text.lines().getOrDefault(resource, 1),
        1,
        "resource `" + BadInput.shown(resource) + "`: " + message);
  }

  /// Account numbers in what may be shown: not in hidden parameters.
  private Set<String> accounts() {
    var found = new TreeSet<String>();
    for (var section : text.root().properties()) {
      if (!section.getKey().equals("Parameters")) {
        collect(section.getValue(), found);
      }
    }
    for (var parameter : text.root().path("Parameters").properties()) {
      if (!ParameterValues.hidden(parameter.getValue())) {
        collect(parameter.getValue(), found);
        var value = given.getOrDefault(parameter.getKey(), "");
        if (ALONE.matcher(value).matches()) {
          found.add(value);
        }
      }
    }
    return found;
  }

  private static void collect(JsonNode node, Set<String> found) {
    if (node.isValueNode()) {
      var value = node.asText("");
      var matcher = IN_ARN.matcher(value);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
      if (ALONE.matcher(value).matches()) {
        found.add(value);
      }
    }
    node.forEach(child -> collect(child, found));
  }
}
