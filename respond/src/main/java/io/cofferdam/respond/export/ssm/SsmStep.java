package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A step as it was read.
///
/// @param kind absent where the action is not known
/// @param told the outputs that it says it has, with their types
/// @param onFailure `Abort`, `Continue` or `step:NAME`
/// @param inner the steps of a loop
record SsmStep(
    String name,
    String action,
    Optional<SsmActions.Action> kind,
    Map<String, DocNode.Entry> inputs,
    Map<String, String> told,
    Optional<String> next,
    String onFailure,
    Optional<String> onCancel,
    boolean end,
    List<SsmStep> inner,
    Place place) {
  static final String TO_STEP = "step:";

  SsmStep {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    inner = List.copyOf(inner);
  }

  boolean is(String name) {
    return action.equals(name);
  }

  /// One input as text, where it is one value.
  Optional<String> text(String input) {
    return inputs.get(input) instanceof DocNode.Entry(_, DocNode.Scalar scalar)
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /// For messages: ``step `Close` ``.
  String what() {
    return "step `" + name + "`";
  }

  /// Whether it may change something and people must be asked before. What is not known may.
  boolean changes() {
    if (kind.isEmpty() || !kind.get().api()) {
      return kind.map(SsmActions.Action::changes).orElse(true) && !onlyLooks();
    }
    return kind.get().changes() && !text("Api").map(SsmStep::reads).orElse(false);
  }

  private boolean onlyLooks() {
    return is("aws:changeInstanceState") && text("CheckStateOnly").equals(Optional.of("true"));
  }

  /// Whether an operation only reads, by its name: the vendor keeps to these words.
  private static boolean reads(String api) {
    return api.matches("(?i)(get|list|describe|head|lookup|batch_?get|search|filter)(_.*|[A-Z].*)");
  }
}
