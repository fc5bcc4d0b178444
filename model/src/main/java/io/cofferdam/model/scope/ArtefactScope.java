package io.cofferdam.model.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.resource.ResourceId;
import java.util.List;

/// What was taken of intellectual property: one version of weights, an adapter, prompts or code.
///
/// @param kind `weights`, `adapter`, `prompts`, `code`
/// @param version the artefact's version (its folder in the store)
/// @param partsTaken how many of `partsTotal` files were read in full
/// @param usable whether whoever has it can use it: UNKNOWN where completeness or encryption is
public record ArtefactScope(
    ResourceId store,
    String kind,
    String version,
    Bounds partsTaken,
    long partsTotal,
    Ternary complete,
    Ternary usable,
    List<Reason> because) {
  public ArtefactScope {
    because = List.copyOf(because);
  }
}
