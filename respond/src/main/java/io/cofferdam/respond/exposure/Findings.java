package io.cofferdam.respond.exposure;

import io.cofferdam.model.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what could not be established while spans are decided, each once.
final class Findings {
  private final Set<Unknown> unknowns = new LinkedHashSet<>();

  void unknown(String what, String why) {
    unknowns.add(new Unknown(what, why));
  }

  List<Unknown> unknowns() {
    return new ArrayList<>(unknowns);
  }
}
