package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what the gates say on the way to one decision.
final class Trace {
  private static final int MOST = 20;

  private final List<AzureBecause> passed = new ArrayList<>();
  private final List<AzureBecause> failed = new ArrayList<>();
  private final Set<String> residual = new LinkedHashSet<>();

  Ternary pass(Gate gate, String text) {
    add(passed, gate, text);
    return Ternary.TRUE;
  }

  Ternary fail(Gate gate, String text) {
    add(failed, gate, text);
    return Ternary.FALSE;
  }

  Ternary unknown(String what) {
    residual.add(what);
    return Ternary.UNKNOWN;
  }

  private static void add(List<AzureBecause> list, Gate gate, String text) {
    AzureBecause because = new AzureBecause(gate, text);
    if (list.size() < MOST && !list.contains(because)) {
      list.add(because);
    }
  }

  /// Where conditions leave what would decide.
  Set<String> residual() {
    return residual;
  }

  AzureDecision decision(Ternary allowed) {
    return switch (allowed) {
      case TRUE -> new AzureDecision.Allowed(passed);
      case FALSE -> new AzureDecision.Denied(failed);
      case UNKNOWN -> new AzureDecision.Unknown(List.copyOf(residual), passed);
    };
  }
}
