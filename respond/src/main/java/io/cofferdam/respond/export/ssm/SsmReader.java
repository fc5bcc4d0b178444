package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Fields;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.FlawKind;
import io.cofferdam.respond.playbook.Nearest;
import io.cofferdam.respond.playbook.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the tree of a document; what has no place in it goes to the flaws.
///
/// Source: the user guide's pages documents-syntax-data-elements-parameters.html and
/// automation-actions.html (properties shared by all actions).
final class SsmReader {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_]{1,128}");
  private static final Set<String> OF_DOCUMENT =
      Set.of(
          "schemaVersion",
          "description",
          "assumeRole",
          "parameters",
          "variables",
          "mainSteps",
          "outputs",
          "files");
  private static final Set<String> OF_STEP =
      Set.of(
          "name",
          "action",
          "description",
          "maxAttempts",
          "timeoutSeconds",
          "onFailure",
          "onCancel",
          "isEnd",
          "isCritical",
          "nextStep",
          "inputs",
          "outputs");
  private static final Set<String> OF_OUTPUT = Set.of("Name", "Selector", "Type");
  private static final Set<String> TYPES =
      Set.of("String", "StringList", "StringMap", "MapList", "Integer", "Boolean");
  private static final int LONGEST = 2_592_000;
  private static final int DEEPEST = 4;

  private final SsmActions actions;
  private final List<Flaw> flaws;

  SsmReader(SsmActions actions, List<Flaw> flaws) {
    this.actions = actions;
    this.flaws = flaws;
  }

  SsmDocument read(DocNode.Mapping root) {
    var it = Fields.of(root, "the document", OF_DOCUMENT, flaws);
    var version = it.required("schemaVersion");
    if (!version.isEmpty() && !version.equals("0.3")) {
      it.flaw(
          "schemaVersion",
          SsmFlawKind.SCHEMA_VERSION,
          "`schemaVersion` is `" + Shown.of(version) + "` [0.3, that of Automation]",
          "2.2 and others are those of Command and Session documents");
    }
    it.optionalText("description");
    if (!it.has("mainSteps")) {
      it.flaw("mainSteps", FlawKind.MISSING_FIELD, "the document has no `mainSteps` [steps]", "");
    }
    var parameters = new SsmParameters(flaws);
    return new SsmDocument(
        parameters.types(it.members("parameters"), "parameter"),
        parameters.types(it.members("variables"), "variable").keySet(),
        steps(it.items("mainSteps"), 0),
        it.items("outputs"),
        root);
  }

  List<SsmStep> steps(List<DocNode> nodes, int depth) {
    var steps = new ArrayList<SsmStep>();
    for (var node : nodes) {
      steps.add(step(node, steps.size() + 1, depth));
    }
    return steps;
  }

  private SsmStep step(DocNode node, int number, int depth) {
    var name =
        node instanceof DocNode.Mapping mapping
                && mapping.entries().get("name") instanceof DocNode.Entry(_, DocNode.Scalar scalar)
            ? scalar.text()
            : "";
    var what = "step " + (name.isEmpty() ? "" + number : "`" + Shown.of(name) + "`");
    var it = Fields.of(node, what, OF_STEP, flaws);
    if (!it.required("name").isEmpty() && !NAME.matcher(name).matches()) {
      it.flaw(
          "name", SsmFlawKind.WRONG_NAME, "the name of " + what + " [letters, digits and _]", "");
    }
    var action = it.required("action");
    var kind = actions.named(action);
    if (!action.isEmpty() && kind.isEmpty()) {
      it.flaw(
          "action",
          SsmFlawKind.UNKNOWN_ACTION,
          "the action of " + what + " is `" + Shown.of(action) + "` [one of Automation]",
          Nearest.of(action, actions.names()));
    }
    it.optionalText("description");
    it.count("maxAttempts", 1, 1, 1_000);
    timeout(it, what, kind);
    it.truth("isCritical");
    var end = it.truth("isEnd").orElse(false);
    var next = it.optionalText("nextStep");
    if (end && next.isPresent()) {
      it.flaw(
          "nextStep",
          SsmFlawKind.CONTRADICTION,
          what + " is an end and goes on to `" + Shown.of(next.get()) + "` [one of them]",
          "");
    }
    var inputs = it.members("inputs");
    return new SsmStep(
        name.isEmpty() ? "step " + number : name,
        action,
        kind,
        inputs,
        told(it, what, kind),
        next,
        way(it, what, "onFailure", true).orElse("Abort"),
        cancel(it, what, kind),
        end,
        inner(inputs, kind, depth),
        node.place());
  }

  private void timeout(Fields it, String what, Optional<SsmActions.Action> kind) {
    var longest = kind.map(SsmActions.Action::longest).filter(each -> each > 0).orElse(LONGEST);
    var text = it.optionalText("timeoutSeconds");
    if (text.isEmpty() || text.get().contains("{{")) {
      return;
    }
    if (!text.get().matches("[0-9]{1,9}")
        || Integer.parseInt(text.get()) < 1
        || Integer.parseInt(text.get()) > longest) {
      it.flaw(
          "timeoutSeconds",
          SsmFlawKind.WRONG_TIMEOUT,
          "`timeoutSeconds` of "
              + what
              + " is `"
              + Shown.of(text.get())
              + "` [1 to "
              + longest
              + "]",
          "");
    }
  }

  private Optional<String> way(Fields it, String what, String name, boolean goesOn) {
    var text = it.optionalText(name);
    if (text.isPresent()
        && !text.get().equals("Abort")
        && !(goesOn && text.get().equals("Continue"))
        && !text.get().startsWith(SsmStep.TO_STEP)) {
      it.flaw(
          name,
          FlawKind.WRONG_VALUE,
          "`"
              + name
              + "` of "
              + what
              + " is `"
              + Shown.of(text.get())
              + "` [Abort, "
              + (goesOn ? "Continue, " : "")
              + "step:NAME]",
          "");
      return Optional.empty();
    }
    return text;
  }

  private Optional<String> cancel(Fields it, String what, Optional<SsmActions.Action> kind) {
    if (it.has("onCancel") && kind.isPresent() && !kind.get().cancel()) {
      it.flaw(
          "onCancel",
          FlawKind.UNKNOWN_FIELD,
          "`onCancel` of " + what + " [not with `" + kind.get().name() + "`]",
          "");
    }
    return way(it, what, "onCancel", false);
  }

  private List<SsmStep> inner(
      Map<String, DocNode.Entry> inputs, Optional<SsmActions.Action> kind, int depth) {
    var given = inputs.get("Steps");
    return kind.isPresent()
            && kind.get().name().equals("aws:loop")
            && given != null
            && given.value() instanceof DocNode.Items items
            && depth < DEEPEST
        ? steps(items.items(), depth + 1)
        : List.of();
  }

  private Map<String, String> told(Fields it, String what, Optional<SsmActions.Action> kind) {
    var told = new LinkedHashMap<String, String>();
    var nodes = it.items("outputs");
    if (!nodes.isEmpty() && kind.isPresent() && !kind.get().told()) {
      it.flaw(
          "outputs",
          SsmFlawKind.WRONG_OUTPUT,
          what + " has outputs of its own [none with `" + kind.get().name() + "`]",
          kind.get().outputs().isEmpty()
              ? "it has none"
              : "it has " + String.join(", ", kind.get().outputs().keySet()));
    }
    for (var node : nodes) {
      output(node, what, told);
    }
    return told;
  }

  private void output(DocNode node, String what, Map<String, String> told) {
    var it = Fields.of(node, "an output of " + what, OF_OUTPUT, flaws);
    var name = it.required("Name");
    var selector = it.required("Selector");
    var type = it.required("Type");
    if (!selector.isEmpty() && !selector.startsWith("$")) {
      it.flaw(
          "Selector",
          SsmFlawKind.WRONG_OUTPUT,
          "the selector of output `"
              + Shown.of(name)
              + "` of "
              + what
              + " is `"
              + Shown.of(selector)
              + "` [a JSONPath, which begins with $]",
          "");
    }
    if (!type.isEmpty() && !TYPES.contains(type)) {
      it.flaw(
          "Type",
          SsmFlawKind.WRONG_OUTPUT,
          "the type of output `"
              + Shown.of(name)
              + "` of "
              + what
              + " is `"
              + Shown.of(type)
              + "` ["
              + String.join(", ", TYPES.stream().sorted().toList())
              + "]",
          Nearest.of(type, TYPES));
    }
    if (!name.isEmpty() && told.put(name, type) != null) {
      it.flaw(
          "Name",
          SsmFlawKind.WRONG_OUTPUT,
          "output `" + Shown.of(name) + "` of " + what + " stands twice [once]",
          "");
    }
  }
}
