package io.cofferdam.respond.export.cacao;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.export.Refused;
import io.cofferdam.respond.json.Json;
import io.cofferdam.respond.playbook.Extension;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Writes a playbook as the CACAO 2.0 that others read: ids with UUIDs, our extension under its
/// long name with its definition, and agents for those who do the steps.
///
/// Source: CACAO Security Playbooks 2.0, OASIS Committee Specification 01.
public final class CacaoExport {
  private static final Set<String> WAYS =
      Set.of(
          "on_completion",
          "on_success",
          "on_failure",
          "on_true",
          "on_false",
          "next_steps",
          "cases");

  private final Playbook playbook;
  private final Function<String, Optional<Playbook>> others;
  private final String id;

  private CacaoExport(Playbook playbook, Function<String, Optional<Playbook>> others) {
    this.playbook = playbook;
    this.others = others;
    this.id = id(playbook);
  }

  /// The document.
  ///
  /// @param playbook one without flaws
  /// @param others the playbooks that it calls, by id
  /// @throws io.cofferdam.model.CofferdamException CFD-RESPOND-0355 where a step may destroy and
  ///     nobody consents before
  public static ObjectNode of(Playbook playbook, Function<String, Optional<Playbook>> others) {
    return new CacaoExport(playbook, others).document();
  }

  private static ObjectNode source(Playbook playbook) {
    if (Json.parse(playbook.source()) instanceof ObjectNode document) {
      return document;
    }
    throw new CofferdamBug("the source of a playbook is an object");
  }

  /// The id that a playbook has among others.
  private static String id(Playbook playbook) {
    var source = source(playbook);
    var contributing = JsonNodeFactory.instance.objectNode();
    contributing.set("name", source.path("name"));
    contributing.set("playbook_types", source.path("playbook_types"));
    return CacaoIds.playbook(playbook.id(), contributing.toString());
  }

  private ObjectNode document() {
    var document = source(playbook);
    document.put("id", id);
    document.put("workflow_start", part(playbook.start()));
    if (document.path("workflow") instanceof ObjectNode workflow) {
      document.set("workflow", workflow(workflow));
    }
    if (document.path("playbook_extensions") instanceof ObjectNode extensions) {
      document.set("playbook_extensions", extensions(extensions));
    }
    agents(document);
    var definition = document.withObject("/extension_definitions").putObject(Extension.ID);
    definition.put("type", "extension-definition");
    definition.put("name", "Cofferdam: gates, people, evidence and ways back");
    definition.set("created_by", document.path("created_by"));
    definition.put("version", "1.0.0");
    definition.put(
        "schema",
        "Of a playbook: slug, leak, form, contacts, raci, answers. Of a step: phase, class, who,"
            + " done_when, destructive, gate, clock, evidence_before, inverse, clauses, act,"
            + " rounds. docs/playbooks.md of Cofferdam says what each means.");
    return document;
  }

  private String part(String step) {
    return CacaoIds.part(id, step);
  }

  private ObjectNode workflow(ObjectNode workflow) {
    var steps = workflow.objectNode();
    for (var each : workflow.properties()) {
      var step = (ObjectNode) each.getValue();
      var read = playbook.at(each.getKey());
      if (read instanceof PlaybookStep.Action action
          && action.mayDestroy()
          && action.head().rules().gate().isEmpty()) {
        throw Refused.ungated(each.getKey());
      }
      for (var way : WAYS) {
        if (step.has(way)) {
          step.set(way, parts(step.path(way)));
        }
      }
      if (read instanceof PlaybookStep.Call call) {
        step.put(
            "playbook_id",
            others.apply(call.playbook()).map(CacaoExport::id).orElse(call.playbook()));
      }
      if (step.path("step_extensions") instanceof ObjectNode extensions) {
        step.set("step_extensions", extensions(extensions));
      }
      if (read instanceof PlaybookStep.Action action && action.agent().isEmpty()) {
        action.head().rules().who().ifPresent(who -> step.put("agent", agent(who)));
      }
      steps.set(part(each.getKey()), step);
    }
    return steps;
  }

  /// Ids of steps with their UUIDs, one or several.
  private JsonNode parts(JsonNode node) {
    return switch (node) {
      case TextNode text -> TextNode.valueOf(part(text.textValue()));
      case ArrayNode array -> {
        var copy = array.arrayNode();
        array.forEach(each -> copy.add(parts(each)));
        yield copy;
      }
      case ObjectNode object -> {
        var copy = object.objectNode();
        object.properties().forEach(each -> copy.set(each.getKey(), parts(each.getValue())));
        yield copy;
      }
      default -> node;
    };
  }

  private String agent(Role who) {
    return part("group--" + who.word());
  }

  /// A group for each role that does a step.
  private void agents(ObjectNode document) {
    var roles = new TreeSet<Role>();
    for (var step : playbook.steps().values()) {
      if (step instanceof PlaybookStep.Action action && action.agent().isEmpty()) {
        action.head().rules().who().ifPresent(roles::add);
      }
    }
    for (Worded role : roles) {
      document
          .withObject("/agent_definitions")
          .putObject(agent((Role) role))
          .put("type", "group")
          .put("name", role.word());
    }
  }

  /// Our extension under its long name, with the names of its properties as CACAO allows them.
  private ObjectNode extensions(ObjectNode extensions) {
    var copy = extensions.objectNode();
    for (var each : extensions.properties()) {
      var ours = each.getKey().equals(Extension.SHORT) || each.getKey().equals(Extension.ID);
      if (!ours) {
        copy.set(each.getKey(), each.getValue());
        continue;
      }
      var properties = copy.objectNode();
      for (var property : each.getValue().properties()) {
        var value = property.getValue();
        properties.set(
            property.getKey().replace('-', '_'),
            property.getKey().equals("evidence-before") ? parts(value) : value);
      }
      copy.set(Extension.ID, properties);
    }
    return copy;
  }
}
