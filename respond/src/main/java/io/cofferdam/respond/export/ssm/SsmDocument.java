package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A document of SSM Automation as it was read.
///
/// @param parameters names with their types
/// @param outputs what it tells at its end, as `step.output`
record SsmDocument(
    Map<String, String> parameters,
    Set<String> variables,
    List<SsmStep> steps,
    List<DocNode> outputs,
    DocNode.Mapping root) {
  SsmDocument {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    variables = Set.copyOf(variables);
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
  }
}
