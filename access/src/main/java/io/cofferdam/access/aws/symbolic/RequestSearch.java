package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.DecisionRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks whether some request of some class of callers satisfies a claim.
///
/// For each class the keys are first taken apart from each other, which may find too much but
/// never too little: so what is impossible then is impossible. What is found is made whole by
/// choosing one account, one name and one value for each policy variable, searched again, and
/// confirmed.
final class RequestSearch {
  private static final int MAX_CHOICES = 6;
  private static final int STATEMENTS_A_STEP = 8;

  private final Claim claim;
  private final Budget budget;
  private final Memory memory = new Memory();
  private final List<Proof.Step> steps = new ArrayList<>();
  private final Set<String> undecided = new LinkedHashSet<>();

  private RequestSearch(Claim claim, Budget budget) {
    this.claim = claim;
    this.budget = budget;
  }

  /// Searches the classes in order; the first request found is the answer.
  static Answer search(List<CallerClass> callers, Claim claim, Budget budget) {
    RequestSearch search = new RequestSearch(claim, budget);
    for (CallerClass caller : callers) {
      for (int shape = 0; shape < claim.shapes(caller).size(); shape++) {
        Optional<DecisionRequest> found = search.search(caller, shape);
        if (found.isPresent()) {
          return new Answer.Found(found.get(), caller.words());
        }
      }
      if (budget.spent()) {
        search.undecided.add("more combinations than the budget allows");
        break;
      }
    }
    return search.undecided.isEmpty()
        ? new Answer.Impossible(new Proof(search.steps))
        : new Answer.Unknown(search.undecided);
  }

  private Optional<DecisionRequest> search(CallerClass caller, int which) {
    budget.spend(1 + claim.statements() / STATEMENTS_A_STEP);
    RequestShape shape = claim.shapes(caller).get(which);
    Formula formula = claim.formula(caller, shape.domains(), memory);
    FormulaSearch.Outcome widest = FormulaSearch.search(formula, shape, budget, memory);
    Set<String> why = new LinkedHashSet<>();
    Map<String, KeyState> values = Map.of();
    switch (widest) {
      case FormulaSearch.Outcome.Impossible(List<Conflict> conflicts) -> {
        steps.add(new Proof.Step(caller.words(), conflicts));
        return Optional.empty();
      }
      case FormulaSearch.Outcome.Undecided(Set<String> reasons) -> why.addAll(reasons);
      case FormulaSearch.Outcome.Found(Map<String, KeyState> found) -> values = found;
    }
    Ties ties = Ties.of(caller, formula);
    if (ties.none()) {
      Optional<DecisionRequest> whole = confirm(caller, values);
      if (whole.isPresent()) {
        return whole;
      }
    } else {
      int choices = 0;
      for (Ties.Choice choice : ties.choices(values, shape.domains())) {
        if (++choices > MAX_CHOICES || budget.spent()) {
          break;
        }
        Optional<DecisionRequest> whole = narrow(choice, which);
        if (whole.isPresent()) {
          return whole;
        }
      }
    }
    undecided.addAll(
        why.isEmpty() ? Set.of("condition keys that depend on each other: " + ties.words()) : why);
    return Optional.empty();
  }

  /// Finds only what is there: everything tied has a value.
  private Optional<DecisionRequest> narrow(Ties.Choice choice, int which) {
    RequestShape open = claim.shapes(choice.caller()).get(which);
    Domains pinned =
        key -> {
          KeyDomain domain = choice.pinned().get(key);
          return domain == null ? open.domains().of(key) : domain;
        };
    RequestShape shape = open.with(pinned);
    return FormulaSearch.search(
                claim.formula(choice.caller(), pinned, memory), shape, budget, memory)
            instanceof FormulaSearch.Outcome.Found(Map<String, KeyState> values)
        ? confirm(choice.caller(), choice.complete(values))
        : Optional.empty();
  }

  private Optional<DecisionRequest> confirm(CallerClass caller, Map<String, KeyState> values) {
    if (!(values.get(Test.ACTION) instanceof KeyState.Present)
        || !(values.get(Test.RESOURCE) instanceof KeyState.Present)) {
      return Optional.empty();
    }
    DecisionRequest request = Witness.of(caller, values, claim.resourceAccount(caller));
    return claim.holds(request)
        ? Optional.of(RealResource.of(request, claim::holds))
        : Optional.empty();
  }
}
