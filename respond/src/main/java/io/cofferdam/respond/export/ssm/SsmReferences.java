package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Nearest;
import io.cofferdam.respond.playbook.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks what stands in double braces: a parameter, a variable, or an output of a step that surely
/// went well before.
///
/// Source: the page "Automation system variables" (automation-variables.html) of the user guide.
final class SsmReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]{0,400})}}");
  private static final Set<String> SYSTEM =
      Set.of(
          "global:ACCOUNT_ID",
          "global:DATE",
          "global:DATE_TIME",
          "global:REGION",
          "global:AWS_PARTITION",
          "automation:EXECUTION_ID");

  private final SsmDocument document;
  private final List<Flaw> flaws;
  private final Map<String, SsmStep> steps = new HashMap<>();

  SsmReferences(SsmDocument document, List<Flaw> flaws) {
    this.document = document;
    this.flaws = flaws;
    index(document.steps());
  }

  private void index(List<SsmStep> list) {
    for (var step : list) {
      steps.putIfAbsent(step.name(), step);
      index(step.inner());
    }
  }

  /// What stands outside of the steps: the role, and what is told at the end.
  void document() {
    var role = document.root().entries().get("assumeRole");
    if (role != null) {
      walk(role.value(), "`assumeRole`", Optional.empty(), Set.of());
    }
    for (var output : document.outputs()) {
      var text = SsmFlow.text(output);
      if (!text.isEmpty()) {
        output(output, text, "`outputs`");
      }
    }
  }

  /// What stands in a step.
  ///
  /// @param before what surely went well before it
  void step(SsmStep step, Set<String> before) {
    step.inputs()
        .forEach(
            (name, entry) -> {
              if (step.is("aws:loop") && name.equals("Steps")) {
                return;
              }
              var inside = step.is("aws:loop") && name.equals("LoopCondition");
              walk(
                  entry.value(),
                  "`" + Shown.of(name) + "` of " + step.what(),
                  inside ? Optional.empty() : Optional.of(step.name()),
                  inside ? with(before, step) : before);
            });
    if (step.is("aws:updateVariable")) {
      variable(step);
    }
  }

  private static Set<String> with(Set<String> before, SsmStep loop) {
    var all = new TreeSet<>(before);
    all.add(loop.name());
    loop.inner().forEach(each -> all.add(each.name()));
    return all;
  }

  private void variable(SsmStep step) {
    var name = step.text("Name").orElse("");
    if (!name.startsWith("variable:")
        || !document.variables().contains(name.substring("variable:".length()))) {
      add(
          step.inputs().containsKey("Name") ? step.inputs().get("Name").value() : document.root(),
          SsmFlawKind.UNKNOWN_REFERENCE,
          step.what()
              + " updates `"
              + Shown.of(name)
              + "` [variable: and a variable of the"
              + " document]",
          Nearest.of(name.replaceFirst("^variable:", ""), document.variables()));
    }
  }

  private void walk(DocNode node, String where, Optional<String> self, Set<String> before) {
    switch (node) {
      case DocNode.Mapping mapping ->
          mapping.entries().values().forEach(each -> walk(each.value(), where, self, before));
      case DocNode.Items items -> items.items().forEach(each -> walk(each, where, self, before));
      case DocNode.Scalar scalar -> text(scalar, where, self, before);
    }
  }

  private void text(DocNode.Scalar scalar, String where, Optional<String> self, Set<String> known) {
    var found = REFERENCE.matcher(scalar.text());
    var rest = new StringBuilder();
    int end = 0;
    while (found.find()) {
      rest.append(scalar.text(), end, found.start());
      end = found.end();
      reference(scalar, found.group(1).strip(), where, self, known);
    }
    rest.append(scalar.text(), end, scalar.text().length());
    if (rest.indexOf("{{") >= 0) {
      add(
          scalar,
          SsmFlawKind.BROKEN_REFERENCE,
          where + " has braces that are not closed, or within others [{{ NAME }}]",
          "Automation cannot write two braces as text");
    }
  }

  private void reference(
      DocNode at, String name, String where, Optional<String> self, Set<String> before) {
    if (SYSTEM.contains(name) || name.startsWith("ssm:") || name.equals("RESOURCE_ID")) {
      return;
    }
    if (name.startsWith("variable:")) {
      if (!document.variables().contains(name.substring("variable:".length()))) {
        unknown(at, name, where, "a variable of the document", document.variables());
      }
    } else if (name.contains(":")) {
      unknown(at, name, where, String.join(", ", SYSTEM.stream().sorted().toList()), SYSTEM);
    } else if (name.contains(".")) {
      var step = name.substring(0, name.indexOf('.'));
      if (!output(at, name, where)) {
        return;
      }
      if (self.equals(Optional.of(step)) || !before.contains(step)) {
        add(
            at,
            SsmFlawKind.LATE_REFERENCE,
            where
                + " refers to `"
                + Shown.of(name)
                + "`, and `"
                + Shown.of(step)
                + "` did not surely go well before [on every way]",
            "");
      }
    } else if (!document.parameters().containsKey(name)) {
      unknown(at, name, where, "a parameter of the document", document.parameters().keySet());
    }
  }

  /// Whether there is such an output.
  private boolean output(DocNode at, String name, String where) {
    var dot = name.indexOf('.');
    var step = dot < 0 ? null : steps.get(name.substring(0, dot));
    if (step == null) {
      unknown(at, name, where, "STEP.OUTPUT of a step of the document", steps.keySet());
      return false;
    }
    var output = name.substring(dot + 1);
    var outputs = new TreeSet<>(step.told().keySet());
    step.kind().ifPresent(kind -> outputs.addAll(kind.outputs().keySet()));
    if (step.kind().isEmpty() || outputs.contains(output) || output.equals("OutputPayload")) {
      return true;
    }
    add(
        at,
        SsmFlawKind.UNKNOWN_REFERENCE,
        where
            + " refers to `"
            + Shown.of(output)
            + "` of "
            + step.what()
            + " ["
            + (outputs.isEmpty() ? "it has no outputs" : String.join(", ", outputs))
            + "]",
        Nearest.of(output, outputs));
    return false;
  }

  private void unknown(DocNode at, String name, String where, String expected, Set<String> known) {
    add(
        at,
        SsmFlawKind.UNKNOWN_REFERENCE,
        where + " refers to `" + Shown.of(name) + "`, which is not there [" + expected + "]",
        Nearest.of(name.replaceFirst("\\..*", ""), known));
  }

  private void add(DocNode at, SsmFlawKind kind, String words, String hint) {
    flaws.add(new Flaw(at.place(), kind, words, hint));
  }
}
