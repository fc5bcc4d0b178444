package io.cofferdam.posture.edge;

import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Set;

/// One way through a front that leads to a model.
///
/// @param name as its owner knows it: `POST /v1/chat`, `HTTPS:443 rule 10`
/// @param models the workloads that it leads to, by name
/// @param hops what it passes, the front first
/// @param authenticated whether callers are asked who they are before the model is called
/// @param because what asks them, or why nobody does
/// @param limited what limits how often it is called, or empty
/// @param open what would have to be known, each with its call
public record Lane(
    String name,
    Set<String> models,
    List<String> hops,
    Ternary authenticated,
    String because,
    String limited,
    List<String> open) {
  public Lane {
    models = Set.copyOf(models);
    hops = List.copyOf(hops);
    open = List.copyOf(open);
  }
}
