package io.cofferdam.respond.playbook;

import io.cofferdam.respond.playbook.PlaybookStep.Head;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the steps of a workflow.
final class StepReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Set<String> OF_ANY =
      Set.of(
          "type",
          "name",
          "description",
          "external_references",
          "delay",
          "timeout",
          "step_variables",
          "owner",
          "on_completion",
          "on_success",
          "on_failure",
          "step_extensions");
  private static final Map<String, Set<String>> OF_TYPE =
      Map.of(
          "start", Set.of(),
          "end", Set.of(),
          "action", Set.of("commands", "agent", "targets", "in_args", "out_args"),
          "playbook-action", Set.of("playbook_id", "playbook_version", "in_args", "out_args"),
          "parallel", Set.of("next_steps"),
          "if-condition", Set.of("condition", "on_true", "on_false"),
          "while-condition", Set.of("condition", "on_true"),
          "switch-condition", Set.of("switch", "cases"));
  private static final long MOST_MILLIS = 366L * 24 * 3600 * 1000;

  private final List<Flaw> flaws;

  StepReader(List<Flaw> flaws) {
    this.flaws = flaws;
  }

  Map<String, PlaybookStep> read(Map<String, DocNode.Entry> workflow, int most) {
    var steps = new LinkedHashMap<String, PlaybookStep>();
    if (workflow.size() > most) {
      flaws.add(
          new Flaw(
              workflow.values().iterator().next().key(),
              FlawKind.TOO_LARGE,
              "the playbook has `" + workflow.size() + "` steps [at most " + most + "]",
              "split it by `playbook-action`"));
      return steps;
    }
    workflow.forEach((id, entry) -> step(id, entry).ifPresent(step -> steps.put(id, step)));
    return steps;
  }

  private Optional<PlaybookStep> step(String id, DocNode.Entry entry) {
    var what = "step `" + Shown.of(id) + "`";
    var type =
        entry.value() instanceof DocNode.Mapping mapping
                && mapping.entries().containsKey("type")
                && mapping.entries().get("type").value() instanceof DocNode.Scalar scalar
            ? scalar.text()
            : "";
    var own = OF_TYPE.get(type);
    if (own == null) {
      flaws.add(
          new Flaw(
              entry.value().place(),
              type.isEmpty() ? FlawKind.MISSING_FIELD : FlawKind.WRONG_VALUE,
              what
                  + " has "
                  + (type.isEmpty() ? "no `type`" : "the type `" + Shown.of(type) + "`")
                  + " ["
                  + String.join(", ", new TreeSet<>(OF_TYPE.keySet()))
                  + "]",
              ""));
      return Optional.empty();
    }
    var known = new TreeSet<>(OF_ANY);
    known.addAll(own);
    var it = Fields.of(entry.value(), what, known, flaws);
    if (!id.startsWith(type + "--") || !NAME.matcher(id.substring(type.length() + 2)).matches()) {
      flaws.add(
          new Flaw(
              entry.key(),
              FlawKind.WRONG_ID,
              "`"
                  + Shown.of(id)
                  + "` is of type `"
                  + type
                  + "` ["
                  + type
                  + "-- and a UUID or name]",
              "names have lower case letters, digits and dashes, at most 60"));
    }
    return of(type, it, head(id, it, what, entry.key()));
  }

  private Head head(String id, Fields it, String what, Place place) {
    if (it.has("on_completion") && (it.has("on_success") || it.has("on_failure"))) {
      it.flaw(
          "on_completion",
          FlawKind.WRONG_WAY_ON,
          what + " goes on both by `on_completion` and by how it went [one of both]",
          "use `on_success` and `on_failure` alone");
    }
    var rules =
        Extension.in(it, "step_extensions")
            .map(node -> new RulesReader(flaws, what).read(node))
            .orElse(StepRules.NONE);
    return new Head(
        id,
        it.text("name"),
        it.text("description"),
        it.optionalText("on_completion"),
        it.optionalText("on_success"),
        it.optionalText("on_failure"),
        millis(it, "delay").orElse(Duration.ZERO),
        millis(it, "timeout"),
        rules,
        place);
  }

  private static Optional<Duration> millis(Fields it, String name) {
    var text = it.optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      long millis = Long.parseLong(text.get());
      if (millis >= 1 && millis <= MOST_MILLIS) {
        return Optional.of(Duration.ofMillis(millis));
      }
    } catch (NumberFormatException noNumber) {
      // Told below.
    }
    it.flaw(
        name,
        FlawKind.WRONG_VALUE,
        "`" + name + "` is `" + Shown.of(text.get()) + "` [milliseconds, at most a year]",
        "");
    return Optional.empty();
  }

  private Optional<PlaybookStep> of(String type, Fields it, Head head) {
    return switch (type) {
      case "start" -> Optional.of(new PlaybookStep.Start(head));
      case "end" -> Optional.of(new PlaybookStep.End(head));
      case "action" ->
          Optional.of(
              new PlaybookStep.Action(
                  head,
                  commands(it),
                  it.text("agent"),
                  it.texts("targets"),
                  it.texts("in_args"),
                  it.texts("out_args")));
      case "playbook-action" ->
          Optional.of(
              new PlaybookStep.Call(
                  head, it.required("playbook_id"), it.texts("in_args"), it.texts("out_args")));
      case "parallel" -> Optional.of(new PlaybookStep.Parallel(head, it.texts("next_steps")));
      case "if-condition" ->
          condition(it)
              .map(
                  condition ->
                      new PlaybookStep.If(
                          head, condition, it.required("on_true"), it.optionalText("on_false")));
      case "while-condition" ->
          condition(it)
              .map(condition -> new PlaybookStep.While(head, condition, it.required("on_true")));
      default ->
          Optional.of(
              new PlaybookStep.Switch(
                  head, variable(it.required("switch")), it.textsByName("cases")));
    };
  }

  private static String variable(String text) {
    return text.endsWith(":value") ? text.substring(0, text.length() - ":value".length()) : text;
  }

  private static Optional<Condition> condition(Fields it) {
    var text = it.required("condition");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ConditionParser.parse(text));
    } catch (ConditionParser.Unparsable unparsable) {
      it.flaw(
          "condition",
          FlawKind.WRONG_CONDITION,
          "the condition `" + Shown.of(text) + "` " + unparsable.words(),
          "as in `__exposure__:value = 'closed' AND NOT __open__:value = 'yes'`");
      return Optional.empty();
    }
  }

  private List<PlaybookStep.Command> commands(Fields it) {
    var commands = new ArrayList<PlaybookStep.Command>();
    for (var item : it.items("commands")) {
      var command = Fields.of(item, "a command", Set.of(), flaws);
      var type = command.required("type");
      var text =
          command
              .optionalText("command")
              .or(() -> command.optionalText("command_b64"))
              .or(() -> command.optionalText("description"))
              .orElse("");
      if (text.isEmpty()) {
        command.flaw(
            "command", FlawKind.MISSING_FIELD, "a command says nothing [`command`, a text]", "");
      }
      commands.add(new PlaybookStep.Command(type, text));
    }
    if (commands.isEmpty()) {
      it.flaw("commands", FlawKind.MISSING_FIELD, "an action has no `commands` [one or more]", "");
    }
    return commands;
  }
}
