package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Nearest;
import io.cofferdam.respond.playbook.Shown;
import io.cofferdam.respond.spi.ServiceModel;
import java.util.List;

/// Holds the inputs of a step against the catalogue of actions, and those of a call against the
/// vendor's model of the operation.
final class SsmInputs {
  private final ServiceModel model;
  private final List<Flaw> flaws;

  SsmInputs(ServiceModel model, List<Flaw> flaws) {
    this.model = model;
    this.flaws = flaws;
  }

  void check(SsmStep step) {
    step.kind().ifPresent(kind -> check(step, kind));
    step.inner().forEach(this::check);
  }

  private void check(SsmStep step, SsmActions.Action kind) {
    kind.inputs()
        .forEach(
            (name, input) -> {
              var given = step.inputs().get(name);
              if (given == null) {
                if (input.required()) {
                  missing(step, "has no `" + name + "` [" + expected(input) + "]");
                }
              } else {
                value(step, name, input, given.value());
              }
            });
    if (!kind.api()) {
      unknown(step, kind);
    }
    var chosen = kind.oneOf().stream().filter(step.inputs()::containsKey).toList();
    if (!kind.oneOf().isEmpty() && chosen.size() != 1) {
      missing(
          step,
          "has `" + chosen.size() + "` of " + String.join(", ", kind.oneOf()) + " [exactly one]");
    }
    if (!kind.anyOf().isEmpty() && kind.anyOf().stream().noneMatch(step.inputs()::containsKey)) {
      missing(step, "has none of " + String.join(", ", kind.anyOf()) + " [one of them]");
    }
    if (kind.api()) {
      api(step, kind);
    }
    switch (step.action()) {
      case "aws:approve" -> approve(step);
      case "aws:executeScript" -> script(step);
      case "aws:loop" -> loop(step);
      default -> {}
    }
  }

  private void unknown(SsmStep step, SsmActions.Action kind) {
    step.inputs()
        .forEach(
            (name, entry) -> {
              if (!kind.inputs().containsKey(name)) {
                flaws.add(
                    new Flaw(
                        entry.key(),
                        SsmFlawKind.UNKNOWN_INPUT,
                        step.what()
                            + " has the input `"
                            + Shown.of(name)
                            + "` ["
                            + (kind.inputs().isEmpty()
                                ? "none"
                                : String.join(", ", kind.inputs().keySet()))
                            + "]",
                        Nearest.of(name, kind.inputs().keySet())));
              }
            });
  }

  private static String expected(SsmActions.Input input) {
    return input.values().isEmpty()
        ? SsmTypes.expected(input.type())
        : String.join(", ", input.values());
  }

  private void value(SsmStep step, String name, SsmActions.Input input, DocNode value) {
    if (!SsmTypes.is(input.type(), value)) {
      wrong(value, "`" + name + "` of " + step.what() + " is none [" + expected(input) + "]", "");
      return;
    }
    if (value instanceof DocNode.Items items
        && input.most() > 0
        && items.items().size() > input.most()) {
      wrong(
          value,
          "`"
              + name
              + "` of "
              + step.what()
              + " has `"
              + items.items().size()
              + "` items [at most "
              + input.most()
              + "]",
          "");
    }
    if (value instanceof DocNode.Scalar scalar && !scalar.text().contains("{{")) {
      scalar(step, name, input, scalar);
    }
  }

  private void scalar(SsmStep step, String name, SsmActions.Input input, DocNode.Scalar scalar) {
    var text = scalar.text();
    var what = "`" + name + "` of " + step.what() + " ";
    if (!input.values().isEmpty() && !input.values().contains(text)) {
      wrong(
          scalar,
          what + "is `" + Shown.of(text) + "` [" + String.join(", ", input.values()) + "]",
          Nearest.of(text, input.values()));
    }
    if (input.length() > 0 && text.length() > input.length()) {
      wrong(
          scalar,
          what + "has `" + text.length() + "` characters [at most " + input.length() + "]",
          "");
    }
    if (input.type().equals("Integer")
        && (text.length() > 9
            || Integer.parseInt(text) < 1
            || (input.most() > 0 && Integer.parseInt(text) > input.most()))) {
      wrong(
          scalar,
          what
              + "is `"
              + Shown.of(text)
              + "` [1"
              + (input.most() > 0 ? " to " + input.most() : "")
              + "]",
          "");
    }
  }

  private void approve(SsmStep step) {
    if (step.inputs().get("Approvers") instanceof DocNode.Entry(_, DocNode.Items approvers)
        && approvers.items().stream().allMatch(each -> SsmTypes.is("String", each))
        && approvers.items().stream()
            .noneMatch(
                each -> each instanceof DocNode.Scalar scalar && scalar.text().contains("{{"))
        && step.text("MinRequiredApprovals").filter(each -> each.matches("[0-9]{1,4}")).isPresent()
        && Integer.parseInt(step.text("MinRequiredApprovals").get()) > approvers.items().size()) {
      wrong(
          approvers,
          step.what()
              + " asks more approvals than it has approvers [at most "
              + approvers.items().size()
              + "]",
          "");
    }
  }

  private void script(SsmStep step) {
    var runtime = step.text("Runtime").orElse("");
    if (runtime.startsWith("python") && !step.inputs().containsKey("Handler")) {
      missing(step, "has no `Handler` [the name of a function, which Python needs]");
    }
    if (runtime.startsWith("PowerShell") && step.inputs().containsKey("Handler")) {
      wrong(
          step.inputs().get("Handler").value(),
          step.what() + " has a `Handler` [none with PowerShell]",
          "");
    }
  }

  private void loop(SsmStep step) {
    if (step.inputs().get("Steps") instanceof DocNode.Entry(_, DocNode.Items items)
        && items.items().isEmpty()) {
      wrong(items, step.what() + " has no steps [one at least]", "");
    }
  }

  private void api(SsmStep step, SsmActions.Action kind) {
    var service = step.text("Service").orElse("");
    var api = step.text("Api").orElse("");
    if (service.contains("{{") || api.contains("{{")) {
      return;
    }
    var known = model.operations(service);
    if (known.isEmpty() || api.isEmpty()) {
      return;
    }
    var operation = known.stream().filter(each -> plain(each).equals(plain(api))).findFirst();
    var given = step.inputs().get("Api");
    var place = given == null ? step.place() : given.value().place();
    if (operation.isEmpty()) {
      flaws.add(
          new Flaw(
              place,
              SsmFlawKind.UNKNOWN_API,
              step.what()
                  + " calls `"
                  + Shown.of(service + " " + api)
                  + "` [an operation of "
                  + service
                  + "]",
              Nearest.of(api, known)));
      return;
    }
    var parameters = new SsmJson().object(step.inputs());
    parameters.remove(kind.inputs().keySet());
    for (var misfit : model.misfits(service, operation.get(), parameters)) {
      flaws.add(
          new Flaw(
              place,
              SsmFlawKind.WRONG_API_INPUT,
              step.what() + ", " + service + " " + operation.get() + ": " + misfit,
              ""));
    }
  }

  /// Both `PutBucketPolicy` and `put_bucket_policy` name it.
  private static String plain(String api) {
    return api.replace("_", "").toLowerCase(java.util.Locale.ROOT);
  }

  private void missing(SsmStep step, String words) {
    flaws.add(new Flaw(step.place(), SsmFlawKind.MISSING_INPUT, step.what() + " " + words, ""));
  }

  private void wrong(DocNode at, String words, String hint) {
    flaws.add(new Flaw(at.place(), SsmFlawKind.WRONG_INPUT, words, hint));
  }
}
