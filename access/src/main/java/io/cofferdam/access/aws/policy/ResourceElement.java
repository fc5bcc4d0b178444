package io.cofferdam.access.aws.policy;

import java.util.List;

/// The Resource or NotResource element.
///
/// @param allBut whether it is NotResource
/// @param values an empty list, with `allBut`, stands for a document without the element (role
///     trust), which applies to the resource it is attached to
public record ResourceElement(boolean allBut, List<Template> values) {
  public ResourceElement {
    values = List.copyOf(values);
  }
}
